import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import CrimeTransfer from '@/CrimeTransfers/CrimeTransfer';
import { officer, show } from '../support/page';

const clock = {
  title: '公安机关作出是否立案的决定',
  item: null,
  basis: '移送规定第八条',
  startedAt: '2026-11-18T16:00:00Z',
  dueAt: '2026-11-21T16:00:00Z',
  derivation: '自接受之日起三日',
  isLapsed: false,
  isWarned: false,
  isProvisional: false,
};
const received = {
  id: 'WVM',
  version: 4,
  number: 'YS-TEST',
  officialNumber: null,
  numberSection: null,
  status: 'RECEIVED',
  caseNumber: 'AJ-TEST',
  caseTitle: '某厂无证生产案',
  agency: 'PUBLIC_SECURITY',
  offences: [],
  openedOn: '2026-11-10',
  sentOn: '2026-11-17',
  receivedOn: '2026-11-19',
  receiptNumber: '收1号',
  goodsValueCny: 200_000,
  overdue: true,
  materials: [],
  explanation: null,
  earlyIntervention: false,
  situation: null,
  policeJoin: null,
  section: 'INSPECTION_BRIGADE',
  partyToldOn: null,
  prosecution: null,
  prosecutionDocumentNumber: null,
  judgment: null,
  exchanges: [],
  policeClocks: [clock],
  forwardings: [],
};
const liaison = {
  ...officer,
  me: { ...officer.me, roles: ['LIAISON'], section: null, agency: 'PUBLIC_SECURITY' },
  may: (operation: string) => operation !== 'cases' && operation !== 'deadlines',
} as typeof officer;
const open = (one: object) =>
  show(<CrimeTransfer />, {
    at: '/transfers/YS-TEST',
    session: liaison,
    answers: {
      CrimeTransferEntry: () => ({ crimeTransfer: one }),
      AgencyNames: () => ({ agencies: [] }),
      SectionNames: () => ({ sections: [] }),
      StaffNames: () => ({ staff: { totalCount: 0, nodes: [] } }),
    },
  });
const turn = async () => (await screen.findByText(/等待公安机关办理/)).closest<HTMLElement>('.ant-alert')!;

describe('the police see of a transfer', () => {
  test('each mark apart from the word beside it, also for whoever hears the page', async () => {
    open({ ...received, policeClocks: [{ ...clock, isWarned: true, dueAt: '2026-11-25T16:00:00Z' }] });
    const title = (await screen.findAllByText(clock.title)).find(({ tagName }) => tagName === 'B')!;
    expect(title.closest('li')!.textContent).toMatch(/决定 \S/);
  });

  test('which term of theirs runs, until when and on what it rests', async () => {
    open(received);
    const alert = await turn();
    expect(alert.textContent).toContain('公安机关作出是否立案的决定');
    expect(alert.textContent).toContain('2026-11-21');
    expect(screen.getByText('移送规定第八条')).toBeTruthy();
    expect(screen.getByText(/期限推算|推算/)).toBeTruthy();
  });

  test('that they are late only where a term of theirs has lapsed', async () => {
    open(received);
    expect((await turn()).textContent).not.toContain('已逾期');
  });

  test('that they are late where one has', async () => {
    open({ ...received, policeClocks: [{ ...clock, dueAt: '2026-11-18T16:00:00Z', isLapsed: true }] });
    const alert = await turn();
    await waitFor(() => expect(alert.textContent).toContain('已逾期'));
    expect(alert.textContent).toContain('2026-11-18');
  });
});
