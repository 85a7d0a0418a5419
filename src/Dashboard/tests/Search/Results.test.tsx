import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import Results from '@/Search/Results';
import { show } from '../support/page';

const hits = [
  { title: '澄州佳信化工有限公司', detail: '91369901MATAR8L523',
    node: { __typename: 'Enterprise', id: '1', creditCode: '91369901MATAR8L523', name: '澄州佳信化工有限公司' } },
  { title: '澄州佳信化工有限公司移送', detail: 'YS-1', node: { __typename: 'CrimeTransfer', id: '2', number: 'YS-1', caseTitle: '案' } },
];

test('what was found is the way to it, once, and says of what kind it is', async () => {
  show(<Results />, { at: '/search?text=佳信', answers: { Search: () => ({ search: hits }) } });
  const rowOf = async (name: string) => (await screen.findByRole('link', { name })).closest('li');
  const [enterprise, transfer] = [await rowOf('澄州佳信化工有限公司'), await rowOf('澄州佳信化工有限公司移送')];
  expect(enterprise!.textContent).toBe('澄州佳信化工有限公司 91369901MATAR8L523企业');
  expect(screen.getByRole('link', { name: '澄州佳信化工有限公司' }).getAttribute('href')).toBe('/enterprises/91369901MATAR8L523');
  expect(transfer!.textContent).toContain('移送');
});
