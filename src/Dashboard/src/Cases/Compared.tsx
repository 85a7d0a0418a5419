import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { linkOf } from '../parts/links';
import { Standing } from '../parts/Standing';
import { count, yuan } from '../parts/time';
import { type CaseDay, caseList } from './filters';
import type { Stretch } from '../parts/period';
import { caseWords } from './words';

export const figureFields = graphql(
  `fragment Figures on CaseFigure { key secondKey received filed decided penaltyCny ended endedInTime medianDays }`,
);

const compared = graphql(
  `
  query CaseFiguresCompared($from: LocalDate!, $to: LocalDate!, $fromBefore: LocalDate!, $toBefore: LocalDate!, $section: String) {
    now: caseFigures(from: $from, to: $to, section: $section) { ...Figures }
    before: caseFigures(from: $fromBefore, to: $toBefore, section: $section) { ...Figures }
  }
`,
  [figureFields],
);

/** What happened to the cases of one kind in a period. */
export type Figure = ResultOf<typeof figureFields>;

/** Nothing happened. */
export const none: Figure = {
  key: null,
  secondKey: null,
  received: 0,
  filed: 0,
  decided: 0,
  penaltyCny: 0,
  ended: 0,
  endedInTime: 0,
  medianDays: null,
};

/** A part as a share of the whole, in per cent. */
export const share = (part: number, whole: number) => (whole > 0 ? `${Math.round((part / whole) * 100)}%` : '—');

/** The list of the cases to which something happened in a stretch of days. */
export const listOf = (day: CaseDay, stretch: Stretch, more: Record<string, string> = {}) =>
  linkOf(caseList, { view: 'list', day, from: stretch.from, before: stretch.before, ...more });

/** What happened in a period, held against as many days of the one before. */
export function Compared({ stretch, before, section }: { stretch: Stretch; before: Stretch; section: string }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const { data, error, fetching, again } = useLiveQuery(
    compared,
    { from: stretch.from, to: stretch.before, fromBefore: before.from, toBefore: before.before, section: section || null },
    ['CASE'],
  );
  const now = data?.now[0] ?? none;
  const then = data?.before[0] ?? none;
  const of: Record<string, string> = section ? { section } : {};
  const days = (one: Figure) => (one.medianDays === null ? '—' : words.inDays(one.medianDays));
  const tiles = [
    { name: words.figureReceived, shows: count(now.received), was: count(then.received), to: listOf('receivedOn', stretch, of) },
    { name: words.figureFiled, shows: count(now.filed), was: count(then.filed), to: listOf('filedOn', stretch, of) },
    { name: words.figureDecided, shows: count(now.decided), was: count(then.decided), to: listOf('decidedOn', stretch, of) },
    {
      name: words.figurePenalty,
      shows: yuan(now.penaltyCny, language),
      was: yuan(then.penaltyCny, language),
      to: listOf('decidedOn', stretch, of),
    },
    { name: words.figureEnded, shows: count(now.ended), was: count(then.ended), to: listOf('endedOn', stretch, of) },
    {
      name: words.figureInTime,
      shows: share(now.endedInTime, now.ended),
      was: share(then.endedInTime, then.ended),
      to: listOf('endedOn', stretch, { ...of, inTime: '1' }),
    },
    { name: words.figureDays, shows: days(now), was: days(then), to: listOf('endedOn', stretch, of) },
  ];
  return (
    <Standing fetching={fetching} error={error} again={again}>
      <div className="figures">
        {data &&
          tiles.map(({ name, shows, was, to }) => (
            <Link key={name} to={to} className="figure">
              {name}
              <b>{shows}</b>
              <span className="quiet">{words.periodBefore(was)}</span>
            </Link>
          ))}
      </div>
    </Standing>
  );
}
