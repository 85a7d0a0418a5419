import type { Consequences } from '../parts/concept';

export default {
  startDailyReports: {
    zh: '该科室此后每个工作日14:00前报送日报，直至停止报送或者科室撤销。',
    en: 'The section reports by 14:00 of every working day, until it is ended or the section is closed.',
  },
  submitDailyReport: {
    zh: '14:00前本人可以重新报送；截至14:00登记的数一并计入后冻结，14:00后报送的为迟报。',
    en: 'You may say it otherwise until 14:00; it is frozen with what is recorded by then. After 14:00 it is late.',
  },
  correctDailyReport: { zh: '更正另成一版，以前各版不变。', en: 'It is a further version; the earlier ones stay.' },
  endDailyReports: {
    zh: '该科室不再报送日报；已报送、已冻结的日报不变。',
    en: 'The section reports no longer; what is submitted or frozen stays.',
  },
} satisfies Consequences;
