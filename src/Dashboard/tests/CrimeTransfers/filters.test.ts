import { expect, test } from 'vitest';
import { transfersWhere, transfersWhereParties } from '@/CrimeTransfers/filters';

const asked = (where: ReturnType<typeof transfersWhereParties>) => JSON.stringify(where);

test('whoever may read cases finds a transfer by the name of its party or enterprise too', () => {
  const where = asked(transfersWhereParties({ text: '某厂', status: 'SENT' }));
  expect(where).toContain('{"case":{"partyName":{"contains":"某厂"}}}');
  expect(where).toContain('{"case":{"enterprise":{"name":{"contains":"某厂"}}}}');
  expect(where).toContain('{"caseTitle":{"contains":"某厂"}}');
  expect(where).toContain('"status":{"eq":"SENT"}');
});

test('the police, who may not, find it by what a transfer itself says', () => {
  expect(asked(transfersWhere({ text: '某厂' }))).not.toContain('"case"');
});

test('without a text nothing is asked of it', () => {
  expect(transfersWhereParties({ status: 'SENT' })).toEqual(transfersWhere({ status: 'SENT' }));
});
