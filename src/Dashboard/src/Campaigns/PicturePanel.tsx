import { Link } from 'react-router';
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { taskList } from '../CampaignTasks/filters';
import { dailyList } from '../DailyReports/filters';
import { Card } from '../parts/Card';
import type { Viewer } from '../parts/home';
import { linkOf } from '../parts/links';
import { useMarks } from '../parts/marks';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { addDays, count, yuan } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { factsPath } from '../Statistics/path';
import { campaignPath } from './path';
import { pictureWords } from './pictureWords';

const running = graphql(`
  query RunningCampaign($today: LocalDate!) {
    campaigns(first: 1, where: { status: { eq: RUNNING }, parent: { any: false } }, order: [{ from: DESC }]) {
      nodes { id code name from until }
    }
    dailyReports(first: 100, where: { day: { eq: $today } }, order: [{ day: ASC }]) { nodes { id section status } }
  }
`);

const picture = graphql(`
  query CampaignPicture($code: String!, $from: LocalDate!, $to: LocalDate!, $measures: [Measure!]!) {
    statistics(from: $from, to: $to, groupBy: [], measures: $measures) { figures { measure amount factCount } }
    campaignProgress(campaign: $code) { section total done late }
  }
`);

type Measures = VariablesOf<typeof picture>['measures'];
type Report = ResultOf<typeof running>['dailyReports']['nodes'][number];

const measures: Measures = ['ENTERPRISES_INSPECTED', 'CASES_FILED', 'GOODS_VALUE', 'DENS_CLOSED', 'CRIME_TRANSFERS'];

// What was not handed in is still to come, or never came; of a section that has ended nothing is asked.
const isMissing = ({ status }: Report) => status === 'OPEN' || status === 'MISSING';
const isAsked = ({ status }: Report) => status !== 'ENDED';

/** The campaign that goes on: what it has come to since it began, which sections are late with its tasks, and who has reported today. */
export default function PicturePanel({ viewer: { today } }: { viewer: Viewer }) {
  const words = useWords(pictureWords);
  const { language } = useLanguage();
  const terms = useTerms('Measure');
  const marks = useMarks();
  const sectionName = useSectionName();
  const known = useLiveQuery(running, { today }, ['CAMPAIGN', 'DAILY_REPORT']);
  const campaign = known.data?.campaigns.nodes[0];
  const stretch = { from: campaign?.from ?? today, before: addDays(today, 1) };
  const asked = { code: campaign?.code ?? '', from: stretch.from, to: stretch.before, measures };
  const isAhead = stretch.from >= stretch.before;
  const { data, error, fetching, again } = useLiveQuery(
    picture, asked, ['CAMPAIGN', 'CAMPAIGN_TASK', 'CASE', 'INSPECTION', 'CRIME_TRANSFER'], !campaign || isAhead,
  );
  const figures = data?.statistics[0]?.figures ?? [];
  const late = data?.campaignProgress.filter((one) => one.late > 0) ?? [];
  const reports = known.data?.dailyReports.nodes.filter(isAsked) ?? [];
  const missing = reports.filter(isMissing);
  return (
    <Card
      title={words.picture}
      extra={campaign && <Link to={campaignPath(campaign.code)}>{campaign.name}</Link>}
    >
      <Standing
        fetching={known.fetching || (fetching && !!campaign)}
        error={known.error ?? error}
        again={known.error ? known.again : again}
        empty={!!known.data && !campaign && words.noneRunning}
      >
        <div className="figures">
          {measures.map((measure) => {
            const found = figures.find((one) => one.measure === measure);
            const said = measure === 'GOODS_VALUE' ? yuan(found?.amount ?? 0, language) : count(found?.amount ?? 0);
            return (
              <Link key={measure} className="figure" to={factsPath({ from: stretch.from, to: stretch.before, measure })}>
                {terms.term(measure)}
                <b>{said}</b>
              </Link>
            );
          })}
        </div>
        <ul className="rows">
          <li>
            <span className="main">
              <b>{words.tasksLate}</b>{' '}
              {late.length === 0 ? words.noTasksLate : late.map((one, place) => (
                <span key={one.section}>
                  {place > 0 && marks.comma}
                  <Link to={linkOf(taskList, { campaign: asked.code, section: one.section, late: '1', awaits: 'LEAD_SECTION' })}>
                    {words.lateOf(sectionName(one.section), one.late, one.total)}
                  </Link>
                </span>
              ))}
            </span>
          </li>
          <li>
            <span className="main">
              <b>{words.reportsToday}</b>{' '}
              {reports.length === 0 ? words.noReportsToday : (
                <>
                  <Link to={linkOf(dailyList, { until: today })}>{words.reportsIn(reports.length - missing.length, reports.length)}</Link>
                  {missing.length > 0 && ` ${words.reportsMissing(missing.map(({ section }) => sectionName(section)).join(marks.comma))}`}
                </>
              )}
            </span>
          </li>
        </ul>
      </Standing>
    </Card>
  );
}
