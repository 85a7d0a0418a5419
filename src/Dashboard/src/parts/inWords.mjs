/**
 * A name of the schema in English words, such as `fileCase` or `NOT_FILED`. Many English terms are no more than that: the first page
 * carries only the others. Both sides call this: schema.mjs, which leaves those out, and the pages, which make them again.
 */
export function inWords(name) {
  const words = name.replaceAll('_', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/\bcny\b/, '(CNY)');
  return words[0].toUpperCase() + words.slice(1);
}

// What English pages call otherwise than the command is called: its name has words of the program, or says too little.
const otherwise = {
  approveCaseStep: 'Approve',
  askRecusal: 'Ask for recusal',
  endCasePause: 'Resume deadlines',
  extendCaseClock: 'Extend a deadline',
  joinCase: 'Join with another case',
  notifyRights: 'Serve notice of rights',
  passOnCase: 'Pass on to another authority',
  pauseCase: 'Pause deadlines',
  recordPassOnDeclined: 'Record that it was declined',
  recordReinspection: 'Record re-inspection',
  returnCaseStep: 'Return',
};

/** What a command is called in English. */
export const commandInWords = (name) => otherwise[name] ?? inWords(name);
