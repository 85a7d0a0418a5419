export const partWords = {
  zh: {
    reload: '重新加载', total: (n: string) => `共 ${n} 条`, loaded: (n: string) => `已载入 ${n} 条`, more: '正在载入更多…', end: '已到末尾', changed: '列表已有变化，点此刷新', nothing: '没有符合条件的记录', clear: '清除条件',
    daysLeft: (n: number) => (n === 0 ? '今日到期' : `还剩 ${n} 天`), daysLate: (n: number) => `逾期 ${n} 天`, due: '截止', lastDay: (d: string) => `最后一日 ${d}`,
    history: '办理记录', basis: '依据', document: '文书', noHistory: '尚无记录', older: '更早的记录', by: '经办', system: '系统自动',
    commands: '办理', submit: '提交', cancel: '取消', close: '关闭', done: '已办理', doneAlready: '该操作已经办理，未重复执行',
    consequence: '提交后即写入办理日志，不能删除；如有差错，只能以后续手续更正。', refused: '不能办理', again: '结果未知，可再次提交：同一命令不会执行两次',
    conflict: '您打开本页后，他人已作如下更改：', conflictGo: '已阅知，按最新情况提交', required: '必填', yes: '是', no: '否', tagsHint: '输入后回车，可填多项', choose: '可选多人', none: '当前没有可办理的事项', other: '其他手续',
    from: '从', to: '到', all: '全部', search: '查询', tooLong: (n: number) => `最多 ${n} 个字`,
  },
  en: {
    reload: 'Reload', total: (n: string) => `${n} in all`, loaded: (n: string) => `${n} loaded`, more: 'Loading more…', end: 'End of the list', changed: 'The list has changed; refresh', nothing: 'Nothing meets these conditions', clear: 'Clear',
    daysLeft: (n: number) => (n === 0 ? 'Due today' : `${n} days left`), daysLate: (n: number) => `${n} days late`, due: 'Due', lastDay: (d: string) => `Last day ${d}`,
    history: 'History', basis: 'Basis', document: 'Document', noHistory: 'Nothing yet', older: 'Older entries', by: 'By', system: 'the system',
    commands: 'Do', submit: 'Submit', cancel: 'Cancel', close: 'Close', done: 'Done', doneAlready: 'Done before; not done twice',
    consequence: 'It is written to the journal at once and cannot be deleted; a mistake is corrected by a later step only.', refused: 'Refused', again: 'The outcome is unknown; submit again, the same command is never done twice',
    conflict: 'Since you opened this page others have changed:', conflictGo: 'I have read this; submit on the latest state', required: 'Required', yes: 'Yes', no: 'No', tagsHint: 'Press Enter after each', choose: 'One or more', none: 'There is nothing to do here now', other: 'Other steps',
    from: 'From', to: 'To', all: 'All', search: 'Search', tooLong: (n: number) => `At most ${n} characters`,
  },
};
