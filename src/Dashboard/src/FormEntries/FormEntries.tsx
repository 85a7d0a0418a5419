import { Empty, Tag } from 'antd';
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useStaffName } from '../Accounts/staff';
import { Card } from '../parts/Card';
import { Commands } from '../parts/Commands';
import { Filters, FromLink, OneOf } from '../parts/Filters';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { addDays, count, isDay } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { useWholeList } from '../parts/useWholeList';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { without } from '../Statistics/path';
import { noneWords } from '../Statistics/words';
import { formEntryWords } from './words';

const formEntries = graphql(`
  query FormEntryList($where: FormEntryFilterInput) {
    formEntries(first: 200, order: [{ until: DESC }], where: $where) {
      totalCount
      nodes { id version leftToOthers number figure section productClass { code name } from until amount enteredBy enteredOn correctedOn }
    }
  }
`);

type Figure = NonNullable<NonNullable<NonNullable<VariablesOf<typeof formEntries>['where']>['figure']>['eq']>;
type Entry = ResultOf<typeof formEntries>['formEntries']['nodes'][number];
const names = ['figure', 'section', 'productClass', 'from', 'to'] as const;

/** What sections fill into forms by hand: of a cell, or of all of them. */
export default function FormEntries() {
  const words = useWords(formEntryWords);
  const none = useWords(noneWords);
  const figures = useTerms('ManualFigure');
  const sectionName = useSectionName();
  const person = useStaffName();
  const { values, set, clear, any } = useFilters(names);
  // An address may have been typed: what is no figure of ours is left out.
  const figure = figures.options.find(({ value }) => value === values.figure)?.value as Figure | undefined;
  const hasDays = isDay(values.from) && isDay(values.to);
  const { data, error, fetching, again } = useLiveQuery(
    formEntries,
    {
      where: {
        figure: figure ? { eq: figure } : null,
        section: values.section ? { eq: values.section } : null,
        productClass: values.productClass === without ? { any: false } : values.productClass ? { eq: values.productClass } : null,
        from: hasDays ? { gte: values.from } : null,
        until: hasDays ? { lt: values.to } : null,
      },
    },
    ['FORM_ENTRY'],
  );
  const begun = {
    figure,
    productClass: values.productClass === without ? undefined : values.productClass || undefined,
    ...(hasDays && { from: values.from, until: addDays(values.to, -1) }),
  };
  const found = data?.formEntries.nodes;
  const { tools, shown } = useWholeList<Entry>({
    rows: found ?? [],
    label: words.title,
    columns: [
      { title: words.number, render: (one) => one.number },
      { title: words.figure, render: (one) => figures.term(one.figure) },
      { title: words.amount, render: (one) => count(one.amount), number: (one) => one.amount },
      { title: words.section, render: (one) => sectionName(one.section) },
      { title: words.productClass, render: (one) => one.productClass?.name ?? none.noClass },
      { title: words.period, render: (one) => words.days(one.from, one.until) },
      { title: words.enteredBy, render: (one) => words.by(person(one.enteredBy), one.enteredOn) },
    ],
  });
  return (
    <Page
      title={words.title}
      remark={words.remark}
      extra={
        <Commands
          key={JSON.stringify(begun)}
          next={['enterFormFigure']}
          initial={{ enterFormFigure: begun }}
          target={{ fixed: {} }}
        />
      }
    >
      <Filters any={any} clear={clear}>
        <OneOf
          label={words.figure}
          value={figure}
          options={figures.options}
          onChange={(to) => set({ figure: to })}
        />
        <SectionSelect label={words.section} value={values.section} onChange={(to) => set({ section: to })} />
        {values.productClass === without ? (
          <FromLink text={none.noClass} onClose={() => set({ productClass: '' })} />
        ) : (
          <ProductClassSelect label={words.productClass} value={values.productClass} onChange={(to) => set({ productClass: to })} />
        )}
        {hasDays && (
          <FromLink text={words.days(values.from, addDays(values.to, -1))} onClose={() => set({ from: '', to: '' })} />
        )}
      </Filters>
      {tools}
      <Card>
        <Standing fetching={fetching} error={error} again={again} rows={6}>
          {found?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />}
          <ul className="rows">
            {shown.map((one) => (
              <li key={one.id}>
                <span className="main">
                  <b>
                    {figures.term(one.figure)} {count(one.amount)}
                  </b>{' '}
                  {sectionName(one.section)} · {one.productClass?.name ?? none.noClass}
                  <div className="quiet">
                    {one.number} · {words.days(one.from, one.until)} · {words.by(person(one.enteredBy), one.enteredOn)}
                  </div>
                </span>
                {one.correctedOn && <Tag>{words.corrected(one.correctedOn)}</Tag>}
                <Commands
                  next={['correctFormFigure']}
                  target={{
                    subject: 'formEntry', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number: one.number },
                  }}
                  initial={{ correctFormFigure: { amount: one.amount } }}
                />
              </li>
            ))}
          </ul>
        </Standing>
      </Card>
    </Page>
  );
}
