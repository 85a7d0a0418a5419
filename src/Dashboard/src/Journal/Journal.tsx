import { useState } from 'react';
import { Alert, Button, DatePicker, Drawer } from 'antd';
import dayjs from 'dayjs';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { ActorName } from '../parts/Entry';
import { History } from '../parts/History';
import { CardTable } from '../parts/CardTable';
import { Find } from '../parts/Find';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { describe, inFull, subjectName, SubjectLink } from '../parts/Subject';
import type { TableColumn } from '../parts/PlainTable';
import { count, endOf, startOf, timeOf } from '../parts/time';
import { useAll } from '../parts/usePages';
import { useFilters } from '../parts/useFilters';
import { Whole } from '../parts/Whole';
import { partWords } from '../parts/words';
import { journalWords } from './words';

const journal = graphql(`
  query Journal($first: Int!, $after: String, $from: DateTime, $to: DateTime, $text: String) {
    journal(first: $first, after: $after, from: $from, to: $to, text: $text) { totalCount pageInfo { hasNextPage endCursor } nodes { id number at kind summary actorName actor { displayName } reason basis documentNumber subject { ...SubjectName } } }
  }
`, [subjectName]);
const check = graphql(`query JournalCheck($subject: ID!) { journalCheck(subject: $subject) { entries isIntact brokenAt } }`);

type Entry = ResultOf<typeof journal>['journal']['nodes'][number];
const names = ['from', 'to', 'text'] as const;
const step = 50;
const most = 200;

export default function Journal() {
  const words = useWords(journalWords);
  const part = useWords(partWords);
  const { may } = useSession();
  const { values, set } = useFilters(names);
  const [first, setFirst] = useState(step);
  const [chosen, setChosen] = useState<Entry['subject'] | null>(null);
  const asked = {
    from: values.from ? startOf(values.from) : null,
    to: values.to ? endOf(values.to) : null,
    text: values.text || null,
  };
  const { data, error, fetching, again } = useLiveQuery(journal, { first, ...asked }, 'any');
  const all = useAll(journal, asked, (read) => read.journal);
  const marks = useMarks();
  const said = (one: Entry) => [one.summary, one.reason && !one.summary.includes(one.reason) && `${part.reason}${marks.colon}${one.reason}`, one.basis && `${words.basis}${marks.colon}${one.basis}`].filter(Boolean).join(marks.semicolon);
  const columns: TableColumn<Entry>[] = [
    { title: words.at, key: 'at', width: 150, render: (one) => timeOf(one.at) },
    {
      title: words.subject,
      key: 'subject',
      width: 240,
      text: (one) => inFull(one.subject),
      render: (one) => (
        <>
          <SubjectLink subject={one.subject} />
          {may('journalCheck') && (
            <div>
              <Button type="link" size="small" className="flush" onClick={() => setChosen(one.subject)}>
                {words.check}
              </Button>
            </div>
          )}
        </>
      ),
    },
    {
      title: words.what,
      key: 'what',
      text: said,
      render: (one) => (
        <>
          {one.summary}
          {one.reason && !one.summary.includes(one.reason) && (
            <div className="quiet">
              {part.reason}{marks.colon}{one.reason}
            </div>
          )}
          {one.basis && (
            <div className="quiet">
              {words.basis}{marks.colon}{one.basis}
            </div>
          )}
        </>
      ),
    },
    {
      title: words.by,
      key: 'by',
      width: 140,
      text: ({ actor, actorName }) => actor?.displayName ?? actorName,
      render: (entry) => <ActorName of={entry} />,
    },
  ];
  return (
    <Page title={words.title} remark={words.whole}>
      <div className="filters" role="search">
        <Find label={words.find} text={values.text} set={set} />
        <DatePicker.RangePicker aria-label={words.period} allowEmpty={[true, true]} value={[values.from ? dayjs(values.from) : null, values.to ? dayjs(values.to) : null]}
          onChange={(range) => set({ from: range?.[0]?.format('YYYY-MM-DD') ?? '', to: range?.[1]?.format('YYYY-MM-DD') ?? '' })} />
        {data && <span className="quiet">{part.total(count(data.journal.totalCount))}</span>}
        <Whole all={all} columns={columns} label={words.title} total={data?.journal.totalCount ?? 0} />
      </div>
      <Standing fetching={fetching} error={error} again={again} rows={10}>
        <CardTable<Entry> rows={data?.journal.nodes ?? []} rowKey={(one) => one.id} minWidth={900}
          columns={columns} />
        {data?.journal.pageInfo.hasNextPage && first < most && <Button className="gap-above" onClick={() => setFirst(Math.min(first + step, most))}>{part.older}</Button>}
      </Standing>
      <Drawer open={!!chosen} onClose={() => setChosen(null)} title={chosen && describe(chosen).name} size={560} destroyOnHidden>{chosen && <Checked subject={chosen.id} />}</Drawer>
    </Page>
  );
}

function Checked({ subject }: { subject: string }) {
  const words = useWords(journalWords);
  const [{ data, fetching, error }] = useQuery({ query: check, variables: { subject }, requestPolicy: 'network-only' });
  const found = data?.journalCheck;
  return (
    <div className="stack">
      <Standing fetching={fetching} error={error}>
        {found && <Alert type={found.isIntact ? 'success' : 'error'} showIcon title={found.isIntact ? words.intact(found.entries) : words.broken(found.brokenAt ?? 0)} />}
      </Standing>
      <History subject={subject} kinds={[]} />
    </div>
  );
}
