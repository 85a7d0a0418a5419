import { ScheduleOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { dailyReportPath } from './path';

export default {
  pages: {
    '/daily-reports': () => import('./DailyReports'),
    '/daily-reports/:number': () => import('./DailyReport'),
  },
  menu: [
    {
      group: 'work',
      place: 32,
      path: '/daily-reports',
      needs: 'dailyReports',
      icon: <ScheduleOutlined />,
      title: { zh: '日报', en: 'Daily reports' },
    },
  ],
  names: [
    naming('DailyReport', graphql(`fragment DailyReportName on DailyReport { number reportDay: day reportSection: section }`), (one) => ({
      // Each section has one a day: day and section say which, its number to no one.
      to: dailyReportPath(one.number),
      name: one.reportDay,
      section: one.reportSection,
    })),
  ],
} satisfies Concept;
