import { FileProtectOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { dailySummaryPath } from './path';

export default {
  pages: {
    '/daily-summaries': () => import('./DailySummaries'),
    '/daily-summaries/:number': () => import('./DailySummary'),
  },
  menu: [
    {
      group: 'work',
      place: 33,
      path: '/daily-summaries',
      needs: 'dailySummaries',
      icon: <FileProtectOutlined />,
      title: { zh: '日报汇总', en: 'Daily summaries' },
    },
  ],
  names: [
    naming('DailySummary', graphql(`fragment DailySummaryName on DailySummary { number summaryDay: day }`), ({ number, summaryDay }) => ({
      to: dailySummaryPath(number),
      name: number,
      detail: summaryDay,
    })),
  ],
} satisfies Concept;
