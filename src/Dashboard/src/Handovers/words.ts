export const workWords = {
  zh: {
    dueTerm: '期限事项', find: '编号、名称或企业',
    late: '逾期未办', noLate: '没有逾期事项', whole: (n: string) => `共 ${n} 项`, onlyLate: '只看逾期', ofBureau: '全局逾期事项',
    title: '在办事项', remark: '在办的检查、整改、案件和移送，按人员或者科室查看；人员调离、患病或者任务过重时，在此移转。', view: '查看', work: '在办事项', handovers: '科室移交', officer: '人员', section: '责任科室', choose: '请选择人员或者科室',
    kind: '种类', number: '编号', name: '名称', status: '状态', role: '角色', officers: '人员', due: '最早期限', total: (n: number) => `共 ${n} 项`,
    move: '移转工作', moveSome: (n: number) => `移转所选 ${n} 项`, moveTitle: (who: string) => `移转${who}的在办事项`, to: '接办人', scope: '范围', scopeAll: '全部在办事项', scopeSome: (n: number) => `所选 ${n} 项`, reason: '理由', basis: '依据', document: '文书编号', confirm: (n: number) => `确认移转 ${n} 项`, required: '必填',
    movable: (n: number) => `可以移转 ${n} 项`, notMovable: (n: number) => `不能移转 ${n} 项`, nothing: '没有可以移转的事项', moved: (n: number) => `已移转 ${n} 项`, left: (n: number) => `${n} 项未移转，原因如下`, why: '不能移转的原因', outcome: '结果', goes: '移转', stays: '保留',
    consequence: '移转后由接办人承担，期限继续计算；每一事项各记入其办理日志，不能删除。', cancel: '取消', close: '关闭',
    handedOn: '移交日期', from: '移出科室', receiver: '接收科室', by: '移交人', noHandovers: '没有移交记录', received: '移入', given: '移出', noSection: '未定科室', select: '选择',
  },
  en: {
    dueTerm: 'Term', find: 'Number, name or enterprise',
    late: 'Late', noLate: 'Nothing is late', whole: (n: string) => `${n} in all`, onlyLate: 'Only what is late',
    ofBureau: 'What is late in the bureau',
    title: 'Open work', remark: 'Inspections, orders, cases and transfers that go on, by officer or section; they are moved here when somebody leaves, falls ill or has too much.', view: 'View', work: 'Open work', handovers: 'Between sections', officer: 'Officer', section: 'Section', choose: 'Choose an officer or a section',
    kind: 'Kind', number: 'Number', name: 'Name', status: 'Status', role: 'Role', officers: 'Officers', due: 'First due',
    total: (n: number) => `${n} in all`,
    move: 'Move work', moveSome: (n: number) => `Move the ${n} chosen`, moveTitle: (who: string) => `Move ${who}'s open work`, to: 'To', scope: 'What', scopeAll: 'All open work', scopeSome: (n: number) => `The ${n} chosen`, reason: 'Reason', basis: 'Basis', document: 'Document', confirm: (n: number) => `Move ${n}`, required: 'Required',
    movable: (n: number) => `${n} can be moved`, notMovable: (n: number) => `${n} cannot be moved`, nothing: 'Nothing can be moved', moved: (n: number) => `${n} moved`, left: (n: number) => `${n} not moved, because:`, why: 'Why not', outcome: 'Outcome', goes: 'Moves', stays: 'Stays',
    consequence: 'Whoever takes the work answers for it from then on and the deadlines run on; each piece has it in its own journal, where it cannot be deleted.', cancel: 'Cancel', close: 'Close',
    handedOn: 'On', from: 'From', receiver: 'To', by: 'By', noHandovers: 'Nothing was handed over', received: 'received', given: 'handed on', noSection: 'No section', select: 'Choose',
  },
};
