import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import Case from '@/Cases/Case';
import { awaitedCommand, nextSteps } from '@/Cases/nextSteps';
import { aCase, aProposal, heardCase } from '../support/case';
import { officer, show, type Answers } from '../support/page';

const staff = {
  staff: {
    totalCount: 2,
    nodes: [
      { id: '1', userName: 'officer', displayName: '梁慎行', section: null, roles: ['OFFICER'] },
      { id: '2', userName: 'legal', displayName: '沈知节', section: null, roles: ['LEGAL'] },
    ],
  },
};
const answersOf = (one: object): Answers => ({
  CaseFile: () => ({ case: one }),
  StaffNames: () => staff,
  SectionNames: () => ({ sections: [] }),
  History: () => ({ journal: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } }),
});
const open = (one: object, session = officer) =>
  show(<Case />, { answers: answersOf(one), at: '/cases/AJ-TEST', session });

describe('a hearing', () => {
  const told = { ...heardCase.rights, chair: 'legal', hearingOn: '2026-10-30' };

  test.each([
    ['who presides is named', 'CASE_HEARING_CHAIR', 'nameHearingChair'],
    ['the file is handed over', 'CASE_HEARING_FILE', 'handFileToHearingChair'],
    ['its day is told', 'CASE_HEARING_DATE', 'announceHearing'],
    ['it is made public', 'CASE_HEARING_PUBLICATION', 'publishHearing'],
    ['it is held on the day that was told', null, 'recordHearing'],
    ['what came of it is reported', 'CASE_HEARING_REPORT', 'recordHearingReport'],
  ] as const)('goes on by how far it is: %s', (_, awaitedTerm, command) => {
    const one = { ...heardCase, awaitedTerm, ...(awaitedTerm === null && { rights: told }) };
    expect(awaitedCommand(one)).toBe(command);
    expect(nextSteps(one)[0]).toBe(command);
  });

  test('whose day has passed is recorded: the notice is no main step any more, and can be given anew', () => {
    const one = { ...heardCase, awaitedTerm: null, awaitedBy: '2026-10-30T16:00:00Z', rights: told };
    expect(nextSteps(one)).toEqual(['recordHearing', 'announceHearing']);
  });

  test('says on its page what comes next and whose step it is', async () => {
    open({ ...heardCase, awaitedTerm: null, awaitedBy: '2026-10-30T16:00:00Z', rights: told });
    const next = (await screen.findByText('下一步：登记听证')).closest<HTMLElement>('.ant-alert')!;
    await waitFor(() => expect(next.textContent).toContain('听证主持人 沈知节'));
    expect(next.textContent).toContain('2026-10-30');
    const [main] = [...document.querySelectorAll('.ant-btn-primary')];
    expect(main?.textContent).toBe('登记听证');
  });
});

describe('a case that was reviewed', () => {
  const reviewed = { ...aCase, stage: 'LEGAL_REVIEW', awaits: 'RIGHTS_NOTICE' as const, reviewedBy: 'legal', proposal: aProposal };

  test('waits for the notice of rights: neither is it reviewed nor decided again', () => {
    expect(nextSteps(reviewed)).toEqual(['notifyRights']);
  });

  test('has no step that stands out for whoever leaves it to the officers, and says whose it is', async () => {
    open({ ...reviewed, leftToOthers: ['notifyRights'] });
    const next = (await screen.findByText('下一步：权利告知')).closest<HTMLElement>('.ant-alert')!;
    await waitFor(() => expect(next.textContent).toContain('梁慎行'));
    expect(document.querySelector('.ant-btn-primary')).toBeNull();
  });
});

describe('what is proposed', () => {
  const lead = { ...aCase, stage: 'LEAD', awaits: 'FILING_DECISION' as const, awaitedTerm: 'CASE_FILING' as const };
  const proposal = { ...lead, approvals: [{ outcome: null, step: 'FILING' as const }] };

  test('is not offered again as the next step, as long as the head has not decided', () => {
    expect(nextSteps(lead)[0]).toBe('fileCase');
    expect(nextSteps(proposal)).not.toContain('fileCase');
    expect(nextSteps(proposal)).not.toContain('decideNotToFile');
    expect(nextSteps({ ...lead, approvals: [{ outcome: 'RETURNED', step: 'FILING' as const }] })[0]).toBe('fileCase');
  });

  test('as no penalty is decided as that, also where a list that knows no better asks for a penalty', () => {
    const one = { ...aCase, stage: 'LEGAL_REVIEW', awaits: 'PENALTY_DECISION' as const, proposal: { noPenalty: 'NO_FAULT' } };
    expect(awaitedCommand(one)).toBe('decidePenalty');
    expect(nextSteps(one)).toEqual(['decideNoPenalty', 'recordDeliberation', 'returnForInvestigation']);
    expect(nextSteps({ ...one, deliberation: {} })).not.toContain('recordDeliberation');
  });
});

describe('what is carried out', () => {
  const one = { ...aCase, stage: 'EXECUTION', awaits: 'EXECUTION' as const, awaitedTerm: 'CASE_PAYMENT' as const };

  test('is the first task that is left, and no payment where all is paid', () => {
    expect(nextSteps({ ...one, openTasks: ['PENALTY_UNPAID', 'GOODS_HELD'] })).toEqual(['executePenalty', 'endSeizure']);
    expect(nextSteps({ ...one, openTasks: ['GOODS_HELD'] })).toEqual(['endSeizure']);
    const owed = { ...one, awaitedTerm: 'CASE_REFUND' as const, openTasks: ['GOODS_HELD', 'REFUND_OWED'] as const };
    expect(nextSteps(owed)[0]).toBe('recordRefund');
  });

  test('goes to the public as long as it is to be published', () => {
    const unpublished = { ...one, openTasks: ['PENALTY_UNPAID'] as const, mustPublish: true };
    expect(nextSteps(unpublished)).toContain('publishDecision');
    expect(nextSteps({ ...unpublished, publishedOn: '2026-11-03' })).not.toContain('publishDecision');
  });
});
