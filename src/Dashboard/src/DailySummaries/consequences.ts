import type { Consequences } from '../parts/concept';

export default {
  collectDailyReports: {
    zh: '汇总各科室当日的日报，缺报的科室列明；由负责人批准后报送市局。',
    en: 'The reports of the day are put together, missing sections named; the head approves it before it goes up.',
  },
  collectDailyReportsAgain: {
    zh: '按各科室日报的现状另成一版，须重新批准；已回执的，作为补报再次报送。',
    en: 'A further version as the reports stand now, to be approved anew; what was received goes up once more.',
  },
  approveDailySummary: {
    zh: '批准后由监督与法制科报送市局；汇总后科室日报有变化的，先重新汇总。',
    en: 'It goes up to the city bureau; where a report has changed since, the reports are collected again first.',
  },
  recordDailySummaryRejection: { zh: '重新汇总、批准后再次报送。', en: 'It is collected, approved and sent again.' },
} satisfies Consequences;
