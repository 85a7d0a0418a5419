/** Of the first page alone, which loads what it shows and nothing more. */
export const goingWords = {
  zh: { going: '在办的移送', noneGoing: '没有未了结的移送', whole: (n: string) => `共 ${n} 件` },
  en: { going: 'Transfers that go on', noneGoing: 'No transfer goes on', whole: (n: string) => `${n} in all` },
};
