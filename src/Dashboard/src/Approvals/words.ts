export const approvalWords = {
  zh: {
    title: '审批', remark: '立案、强制措施、延期、处罚和结案由负责人或者经授权的副职审批；提请人、调查人员和审核人员不能审批本案。', view: '查看', mine: '待我审批', asked: '我提请的', all: '全部待审批',
    number: '编号', what: '拟办事项', step: '审批种类', askedBy: '提请人', askedAt: '提请时间', section: '责任科室', steps: '办理', none: '没有待审批的事项', total: (n: number) => `共 ${n} 项`, takeBack: '撤回',
    approvals: '审批', waits: '待审批', decided: (who: string, when: string) => `${who} ${when}`,
  },
  en: {
    title: 'Approvals', remark: 'Filing, measures, extensions, penalties and closing are decided by the head or an authorised deputy; never by who proposed, investigated or reviewed.', view: 'View', mine: 'For me to decide', asked: 'Proposed by me', all: 'All that wait',
    number: 'Number', what: 'What would happen', step: 'Kind', askedBy: 'Proposed by', askedAt: 'Proposed at', section: 'Section', steps: 'Steps', none: 'Nothing waits for approval', total: (n: number) => `${n} in all`, takeBack: 'Take back',
    approvals: 'Approvals', waits: 'waits', decided: (who: string, when: string) => `${who} ${when}`,
  },
};
