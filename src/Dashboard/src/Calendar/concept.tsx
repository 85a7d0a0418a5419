import { CalendarOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/administration/calendar': () => import('./WorkingCalendar'),
  },
  menu: [
    { group: 'administration', place: 80, path: '/administration/calendar', needs: 'workingCalendar', icon: <CalendarOutlined />, title: { zh: '工作日历', en: 'Working calendar' } },
  ],
  names: [naming('WorkingYear', graphql(`fragment WorkingYearName on WorkingYear { year }`), ({ year }) => ({ to: '/administration/calendar', name: String(year) }))],
} satisfies Concept;
