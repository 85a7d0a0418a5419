/** Of the first page alone, which loads what it shows and nothing more. */
export const pictureWords = {
  zh: {
    picture: '专项行动进展', noneRunning: '没有进行中的专项行动', tasksLate: '逾期的重点任务', noTasksLate: '没有逾期',
    lateOf: (section: string, late: number, total: number) => `${section}逾期 ${late} 项（共 ${total} 项）`,
    reportsToday: '今日日报', noReportsToday: '今日不报送', reportsIn: (some: number, all: number) => `已报送 ${some} / ${all}`,
    reportsMissing: (sections: string) => `未报送：${sections}`,
  },
  en: {
    picture: 'How the campaign stands', noneRunning: 'No campaign goes on', tasksLate: 'Tasks late', noTasksLate: 'none',
    lateOf: (section: string, late: number, total: number) => `${section}: ${late} of ${total} late`,
    reportsToday: 'Reports of today', noReportsToday: 'none are due today',
    reportsIn: (some: number, all: number) => `${some} of ${all} handed in`,
    reportsMissing: (sections: string) => `Missing: ${sections}`,
  },
};
