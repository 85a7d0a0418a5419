export const taskWords = {
  zh: {
    find: '编号或任务内容',
    title: '重点任务', one: '任务', none: '没有任务', notFound: '没有这项任务', awaits: '等待谁', late: '逾期', lateOnly: '只看逾期', section: '牵头科室',
    due: '完成期限', status: '状态', campaign: '专项行动', serial: '序号', basis: '任务依据', target: '工作目标',
    partners: '配合单位', assigned: '交办日期', accepted: '接受日期', remark: '意见',
    reports: '上交情况', returns: '退回整改', reason: '理由', dueBefore: '原期限', newDue: '整改期限', clocks: '期限', history: '办理记录',
  },
  en: {
    find: 'Number or task',
    title: 'Campaign tasks', one: 'Task', none: 'No tasks', notFound: 'There is no such task',
    awaits: 'Waits for', late: 'late', lateOnly: 'Late only',
    section: 'Lead section',
    due: 'Due', status: 'Status', campaign: 'Campaign', serial: 'No.', basis: 'Where the notice says so', target: 'Target',
    partners: 'Partners', assigned: 'Assigned on', accepted: 'Accepted on', remark: 'Remark',
    reports: 'Handed in', returns: 'Sent back', reason: 'Reason', dueBefore: 'due before', newDue: 'due',
    clocks: 'Deadlines', history: 'History',
  },
};
