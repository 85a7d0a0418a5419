export const calendarWords = {
  zh: { title: '工作日历', loaded: (y: number) => `${y} 年安排已载入`, notLoaded: (y: number) => `${y} 年放假安排尚未载入，法定期限按周六、周日休息暂算`, source: '来源', document: '文号', rest: '休', worked: '班', year: '年份', load: '载入年度安排', count: '期限推算', from: '起算日', days: '工作日数', ofDays: (_: number) => '个工作日', lastDay: (d: string) => `最后一日：${d}`, assumed: (y: string) => `其中 ${y} 年按未公布的安排暂算`,
    notice: '放假通知', noticeText: '通知全文', noticeHint: '粘贴国务院办公厅关于某年部分节假日安排的通知全文，核对后载入',
    readNotice: '读取', looked: (y: number) => `以下为通知所载 ${y} 年安排，尚未载入，请核对后载入`, holiday: '节日', restDays: '放假日', workedDays: '调休上班日',
  },
  en: { title: 'Working calendar', loaded: (y: number) => `${y} is loaded`, notLoaded: (y: number) => `The holidays of ${y} are not loaded; statutory periods count with free Saturdays and Sundays only`, source: 'Source', document: 'Document', rest: 'off', worked: 'on', year: 'Year', load: 'Load a year', count: 'Count a period', from: 'From', days: 'Working days', ofDays: (n: number) => (n === 1 ? 'working day' : 'working days'), lastDay: (d: string) => `Last day: ${d}`, assumed: (y: string) => `Assumed for ${y}`,
    notice: 'Notice of holidays', noticeText: 'Text of the notice',
    noticeHint: 'Paste the text of the State Council office\'s notice; look at it, then load it',
    readNotice: 'Read', looked: (y: number) => `${y} as the notice has it; it is not loaded yet`, holiday: 'Holiday', restDays: 'Days of rest', workedDays: 'Weekends that are worked',
  },
};
