import type { Consequences } from '../parts/concept';

export default {
  collectDailyReports: {
    zh: '汇总各科室当日的日报，缺报的科室列明；由负责人批准后报送市局。',
    en: 'The reports of the day are put together, missing sections named; the head approves it before it goes up.',
  },
  approveDailySummary: { zh: '批准后由监督与法制科报送市局，不再重新汇总。', en: 'It goes up to the city bureau and is not collected again.' },
  recordDailySummaryRejection: { zh: '重新汇总、批准后再次报送。', en: 'It is collected, approved and sent again.' },
} satisfies Consequences;
