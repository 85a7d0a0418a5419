export const authorisationWords = {
  zh: {
    title: '审批授权',
    remark: '负责人授权副职在一定期间审批一类或者几类事项；移送公安机关由主要负责人决定，不在授权之列。',
    deputy: '被授权人', number: '编号', steps: '授权事项', state: '状态',
    from: '起始',
    until: '截止',
    by: '授权人',
    inForce: '有效',
    ended: '已届满',
    ahead: '未开始',
    revoked: (day: string) => `${day} 撤销`,
    none: '没有授权',
  },
  en: {
    title: 'Authorisations',
    remark:
      'The head lets a deputy decide kinds of steps for a time; transfers to the police are the principal head\'s own and not among them.',
    deputy: 'Deputy', number: 'Number', steps: 'Kinds of step', state: 'State',
    from: 'From',
    until: 'Until',
    by: 'granted by',
    inForce: 'in force',
    ended: 'ended',
    ahead: 'ahead',
    revoked: (day: string) => `revoked on ${day}`,
    none: 'No authorisations',
  },
};
