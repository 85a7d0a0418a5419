import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CommandForm, type CommandFormProps } from '@/parts/CommandForm';
import { removeDraftsOf } from '@/parts/drafts';
import { formOf } from '@/parts/command';
import { fillings, foreseen } from '@/parts/foresee';
import { keepUsed, lastUsed } from '@/parts/lastUsed';
import { officer, show, type Answers } from '../support/page';

const target = { subject: 'licence', id: 'bGljZW5jZQ', version: 3, fixed: { number: 'XK13-001-00001' } };
const staff = {
  staff: {
    totalCount: 2,
    nodes: [
      { id: '1', userName: 'officer', displayName: '梁慎行', section: null, roles: ['OFFICER'] },
      { id: '2', userName: 'officer-2', displayName: '周明远', section: null },
    ],
  },
};
const taken = { errors: null };
const names: Answers = { StaffNames: () => staff, Ask: () => ({ bare: taken, other: taken, full: taken }) };
const open = (props: Partial<CommandFormProps> & Pick<CommandFormProps, 'command'>, answers: Answers = {}) =>
  show(<CommandForm target={target} onClose={() => {}} {...props} />, { answers: { ...names, ...answers } });
const form = (title: string) => screen.findByRole('dialog', { name: title });
const labels = (dialog: HTMLElement) => [...dialog.querySelectorAll('label[title]')].map((label) => label.getAttribute('title'));

describe('the form of a command', () => {
  beforeEach(() => removeDraftsOf(officer.me.userName));

  test('asks in the order in which the command has its parameters', async () => {
    open({ command: 'suspendLicence' });
    const spec = formOf('suspendLicence').fields.filter(
      ({ name }) => !['number', 'commandId', 'expectedVersion', 'preview'].includes(name),
    );
    expect(labels(await form('暂扣许可证'))).toEqual(spec.map(({ zh }) => zh));
  });

  test('names in a list on top what it lacks, takes the focus there, and leads to the field', async () => {
    const { user } = open({ command: 'suspendLicence' });
    await user.click(within(await form('暂扣许可证')).getByRole('button', { name: '提交' }));
    const problems = (await screen.findByText('尚不能提交，请更正下列各项')).closest<HTMLElement>('.problems')!;
    expect(within(problems).getByText('理由：必填')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(problems));
    await user.click(within(problems).getByText('法律依据：必填'));
    expect(document.activeElement).toBe(screen.getByLabelText('法律依据'));
  });

  test('begins with what the page knows of the subject, and offers only the parts that it names', async () => {
    const aCase = {
      subject: 'case',
      id: 'Y2FzZQ',
      version: 1,
      fixed: { number: 'AJ1' },
      known: { takenBy: ['officer-2'] },
      choices: { evidence: [{ value: 4, label: '4. 现场笔录' }] },
    };
    const { user } = open({ command: 'moveEvidence', target: aCase });
    const dialog = await form(formOf('moveEvidence').zh);
    expect(within(dialog).getByText('4. 现场笔录')).toBeTruthy();
    await user.click(within(dialog).getByRole('combobox', { name: '证据序号' }));
    expect(screen.getAllByTitle('4. 现场笔录').length).toBeGreaterThan(0);
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });

  test('asks a partner agency for no file, which its people may not bring', async () => {
    const transfer = { subject: 'crimeTransfer', id: 'dHJhbnNmZXI', version: 1, fixed: { number: 'YS1' } };
    const files = formOf('recordPoliceDecision').fields.find(({ type }) => type === 'AttachmentInput')!.zh;
    const liaison = { ...officer, me: { ...officer.me, roles: ['LIAISON'], section: null, agency: 'PUBLIC_SECURITY' } } as typeof officer;
    const answers = { ...names, AttachmentLimits: () => ({}) };
    const theirs = show(<CommandForm command="recordPoliceDecision" target={transfer} onClose={() => {}} />, { answers, session: liaison });
    expect(labels(await form(formOf('recordPoliceDecision').zh))).not.toContain(files);
    theirs.unmount();
    show(<CommandForm command="recordPoliceDecision" target={transfer} onClose={() => {}} />, { answers });
    expect(labels(await form(formOf('recordPoliceDecision').zh))).toContain(files);
  });

  test('begins with whoever fills it in where nobody is assigned yet', async () => {
    open({ command: 'fileCase', target: { subject: 'case', id: 'Y2FzZQ', version: 1, fixed: { number: 'AJ1' }, known: { officers: [] } } });
    expect(await within(await form('立案')).findByText('梁慎行（执法人员）')).toBeTruthy();
  });

  test('gives a command to several, each by its own id, and asks again only for what was refused', async () => {
    const given: { number: string; commandId: string }[] = [];
    const closed = vi.fn();
    const Give = ({ input }: Record<string, unknown>) => {
      const { number, commandId } = input as { number: string; commandId: string };
      given.push({ number, commandId });
      const isRefused = number === 'AJ2' && given.length < 3;
      return {
        assignCaseOfficers: {
          case: isRefused ? null : { id: number, number },
          errors: isRefused ? [{ code: 'CASE_NOT_IN_STAGE', message: '案件已结案' }] : null,
        },
      };
    };
    const of = (number: string) => ({ subject: 'case', id: number, label: number, fixed: { number } });
    const several = { target: of('AJ1'), further: [of('AJ2')], initial: { officers: ['officer', 'officer-2'] } };
    const { user } = open({ command: 'assignCaseOfficers', ...several, onClose: closed }, { Give });
    const dialog = await form(`${formOf('assignCaseOfficers').zh}（已选 2 条）`);
    if (within(dialog).queryByLabelText('理由')) {
      await user.type(within(dialog).getByLabelText('理由'), '工作调整');
      await user.type(within(dialog).getByLabelText('法律依据'), '规定');
    }
    await user.click(within(dialog).getByRole('button', { name: '提交' }));
    await screen.findByText('AJ2：案件已结案');
    expect(closed).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: '提交' }));
    await waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
    expect(given.map(({ number }) => number)).toEqual(['AJ1', 'AJ2', 'AJ2']);
    expect(given[1]!.commandId).toBe(given[2]!.commandId);
    expect(given[0]!.commandId).not.toBe(given[1]!.commandId);
  });

  test('says before anything is filled in that the law would refuse, where it does so whatever is filled in', async () => {
    const refused = { errors: [{ code: 'LICENCE_NOT_SUSPENDED', message: '许可证现为有效，不是暂扣' }] };
    const { asked } = open({ command: 'reinstateLicence' }, { Ask: () => ({ bare: refused, other: refused, full: refused }) });
    expect(await screen.findByText('照目前的情况，此项手续不能办理：许可证现为有效，不是暂扣')).toBeTruthy();
    const { variables } = asked.find(({ name }) => name === 'Ask')!;
    expect(variables).toMatchObject({
      bare: { number: 'XK13-001-00001', preview: true },
      full: { number: 'XK13-001-00001', preview: true },
    });
  });

  test('says nothing where the law refuses what was made up for a field', async () => {
    const answers = {
      Ask: () => ({
        bare: { errors: [{ code: 'CASE_DOES_NOT_SUSPEND', message: '甲' }] },
        other: { errors: [{ code: 'CASE_DOES_NOT_SUSPEND', message: '乙' }] },
        full: { errors: [{ code: 'CASE_DOES_NOT_SUSPEND', message: '乙' }] },
      }),
    };
    const { asked } = open({ command: 'suspendLicence' }, answers);
    await waitFor(() => expect(asked.some(({ name }) => name === 'Ask')).toBe(true));
    await form('暂扣许可证');
    expect(screen.queryByText(/照目前的情况/)).toBeNull();
  });

  test('says what is refused also where the law does not take one of the things that were made up', async () => {
    const refused = { errors: [{ code: 'RIGHTS_NOT_NOTIFIED', message: '尚未向当事人送达权利告知书' }] };
    const full = { errors: [{ code: 'INVALID_INPUT', message: '没有暂扣许可证', field: 'suspensionDays' }] };
    const one = { subject: 'case', id: 'Y2FzZQ', version: 1, fixed: { number: 'AJ1' } };
    open({ command: 'decidePenalty', target: one }, { Ask: () => ({ bare: refused, other: refused, full }) });
    expect(await screen.findByText('照目前的情况，此项手续不能办理：尚未向当事人送达权利告知书')).toBeTruthy();
  });

  test('says nothing where one of them would be taken, or all but one say nothing', async () => {
    const refused = { errors: [{ code: 'RIGHTS_NOT_NOTIFIED', message: '尚未告知' }] };
    const unfit = { errors: [{ code: 'INVALID_INPUT', message: '不合理', field: 'fineCny' }] };
    expect(foreseen({ bare: refused, other: refused, full: { errors: null } }, [])).toBeNull();
    expect(foreseen({ bare: refused, other: unfit, full: unfit }, [])).toBeNull();
  });

  test('makes up of what there is to choose from', () => {
    const choices = (field: string) => (field === 'outcome' ? [{ value: 'EXECUTED', label: '履行完毕' }] : undefined);
    const asked = fillings('closeCase', { number: 'AJ1' }, '2026-11-20', choices)!;
    expect([asked.bare.outcome, asked.other.outcome, asked.full.outcome]).toEqual(['EXECUTED', 'EXECUTED', 'EXECUTED']);
  });

  test('offers the reasons and bases that were last used for the step, to this account alone', async () => {
    keepUsed('officer', 'reinstateLicence', { reason: '整改已经完成', basis: '条例第四十五条', documentNumber: '不留' });
    keepUsed('somebody', 'reinstateLicence', { reason: '别人的理由' });
    const { user } = open({ command: 'reinstateLicence' });
    await user.click(await screen.findByRole('button', { name: '整改已经完成' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('整改已经完成');
    expect(screen.queryByRole('button', { name: '别人的理由' })).toBeNull();
    expect(lastUsed('officer', 'reinstateLicence', 'documentNumber')).toEqual([]);
  });

  // What the form began with speaks of another firm.
  test('does not offer again what the page had filled in of its subject', () => {
    const begun = { reason: '搅拌机温控表未检定' };
    keepUsed('officer', 'orderRectification', { reason: '搅拌机温控表未检定', basis: '条例第二十七条' }, begun);
    keepUsed('officer', 'orderRectification', { reason: '限期检定' }, begun);
    expect(lastUsed('officer', 'orderRectification', 'reason')).toEqual(['限期检定']);
    expect(lastUsed('officer', 'orderRectification', 'basis')).toEqual(['条例第二十七条']);
  });

  test('marks the field that the server refuses, and keeps what was typed', async () => {
    const { user } = open(
      { command: 'reinstateLicence' },
      {
        Give: () => ({
          reinstateLicence: { licence: null, errors: [{ code: 'INVALID_INPUT', message: '法律依据：写明条款', field: 'basis' }] },
        }),
      },
    );
    await user.type(await screen.findByLabelText('理由'), '已整改');
    await user.type(screen.getByLabelText('法律依据'), '条例');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await screen.findByText('不能办理');
    expect(screen.getByLabelText('法律依据').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('已整改');
  });
});
