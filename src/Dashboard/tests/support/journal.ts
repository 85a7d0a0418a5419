/** An entry of the journal as pages read it. */
export const journalEntry = (number: number, more: object = {}) => ({
  __typename: 'JournalEntry',
  id: `e${number}`,
  number,
  at: '2026-11-20T01:00:00Z',
  effectiveOn: null,
  isEnteredLate: false,
  kind: 'x',
  summary: `第${number}项`,
  reason: null,
  actorName: 'officer',
  actor: { displayName: '梁慎行' },
  section: null,
  basis: null,
  documentNumber: null,
  ...more,
});
