import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Checkbox, Dropdown, Empty, Popover, Skeleton } from 'antd';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link, useLocation, useSearchParams } from 'react-router';
import { faultOf } from '../app/api';
import { useLanguage, useWords } from '../app/language';
import { useChanges, type Change } from '../app/live';
import { frameWords } from '../app/words';
import { useMarks } from './marks';
import { besideTrigger } from './menu';
import { narrow } from './narrow';
import { SavedFilters } from './SavedFilters';
import { count } from './time';
import { unbroken } from './unbroken';
import { pageSize, usePages, type Connection, type ListQuery } from './usePages';
import { usePreference } from './usePreference';
import { type SaidColumn, Whole } from './Whole';
import { partWords } from './words';

export interface Column<Row> extends SaidColumn<Row> {
  key: string;
  /** A width of the grid, such as 2fr or 120px. */
  width: string;
  /** The order of the list by this column, as the server calls it. */
  order?: string;
  /** What people know the row by: a card on a phone begins with it. */
  isName?: boolean;
  /** What is done with the row on the page and says nothing: no file and no paper has it. */
  isSeenOnly?: boolean;
}

type Order = 'ASC' | 'DESC';

const rowHeight = 45;
const lineHeight = 22;
const cardPadding = 24;
const orderName = 'order';
const nothing: string[] = [];

/** The order that the address asks for: `field.DESC`. Of one that no column has, nothing. */
function useOrder<Row>(columns: Column<Row>[]) {
  const [search, setSearch] = useSearchParams();
  const [field, direction] = (search.get(orderName) ?? '').split('.') as [string, Order | undefined];
  const chosen = columns.some(({ order }) => order === field) && (direction === 'ASC' || direction === 'DESC') ? { field, direction } : null;
  // Once upwards, once downwards, and as it is otherwise.
  const choose = (wanted: string) => setSearch((before) => {
    if (chosen?.field === wanted && chosen.direction === 'DESC') before.delete(orderName);
    else before.set(orderName, `${wanted}.${chosen?.field === wanted ? 'DESC' : 'ASC'}`);
    return before;
  }, { replace: true });
  return { chosen, choose };
}

/** The columns that the person wants to see of a list, the first always. */
function useColumns<Row>(columns: Column<Row>[], name: string, hiddenAtFirst: string[]) {
  const [hidden, keep] = usePreference<string[]>(`hidden-columns${name}`, hiddenAtFirst);
  const choose = (key: string, isShown: boolean) => keep(isShown ? hidden.filter((one) => one !== key) : [...hidden, key]);
  return { shown: columns.filter(({ key }, place) => place === 0 || !hidden.includes(key)), hidden, choose };
}

/** What can be done with the rows that somebody has chosen in a list. */
export interface Bulk<Row> {
  label: (row: Row) => string;
  actions: (rows: Row[], done: () => void) => ReactNode;
  /** What can be done where nothing is chosen, with all that the list shows. */
  ofAll?: (total: number, all: (most: number) => Promise<{ rows: Row[] }>, done: () => void) => ReactNode;
  /** Whether what was chosen stays so when the list is narrowed down otherwise. */
  staysPicked?: boolean;
}

/**
 * A list of any length: only what is seen is drawn, the rest is read when somebody comes near it. On a phone rows are cards. It is ordered by its columns, shows
 * those that one wants, goes into a file or onto paper as it is shown, with every row, and is found again where it was left.
 */
export function List<Row, Data, Variables extends object>({ query, variables, pick, columns, to, kinds, rowKey, label, hiddenAtFirst = nothing, bulk }: {
  query: ListQuery<Data, Variables>;
  variables: Variables;
  pick: (data: Data) => Connection<Row>;
  columns: Column<Row>[];
  to: (row: Row) => string;
  kinds: NonNullable<Change['kind']>[];
  rowKey: (row: Row) => string;
  label: string;
  /** The columns that nobody sees who has not chosen them. */
  hiddenAtFirst?: string[];
  /** Where rows can be chosen, and what is done with them. */
  bulk?: Bulk<Row> | undefined;
}) {
  const words = useWords(partWords);
  const frame = useWords(frameWords);
  const marks = useMarks();
  const { language } = useLanguage();
  const { pathname } = useLocation();
  const order = useOrder(columns);
  const { shown, hidden, choose } = useColumns(columns, pathname, hiddenAtFirst);
  const ofCard = [...shown].sort((one, other) => Number(other.isName ?? false) - Number(one.isName ?? false));
  const asked = order.chosen ? { ...variables, order: [{ [order.chosen.field]: order.chosen.direction }] } : variables;
  const { rows, more, total, fetching, error, next, again, all, top, heights, foundAt } = usePages(query, asked, pick);
  const scroll = useRef<HTMLDivElement>(null);
  const [changed, setChanged] = useState(false);
  // With the rows, because one that is chosen may leave the list under whoever chose it.
  const [picked, setPicked] = useState(() => new Map<string, Row>());
  const narrowedTo = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: under other conditions nothing is chosen yet.
  useEffect(() => {
    if (!bulk?.staysPicked) setPicked(new Map());
  }, [narrowedTo]);
  const [cards, setCards] = useState(() => narrow().matches);
  useEffect(() => {
    const media = narrow();
    const follow = () => setCards(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (cards ? shown.length * lineHeight + cardPadding : rowHeight),
    overscan: 8,
    initialOffset: foundAt,
    initialMeasurementsCache: cards ? heights.current : [],
  });
  // Rows are measured again when they become cards, or have other columns, before they are seen: they would lie over each other.
  const laidOut = `${cards} ${shown.length}`;
  const measured = useRef(laidOut);
  useLayoutEffect(() => {
    if (measured.current !== laidOut) virtual.measure();
    measured.current = laidOut;
  }, [laidOut, virtual]);
  // Before anything is seen: whoever comes back is where the list was left.
  useLayoutEffect(() => {
    if (foundAt > 0) scroll.current?.scrollTo({ top: foundAt });
  }, [foundAt]);
  // Whoever orders or narrows it down looks for what is now the first.
  const shownAs = JSON.stringify(asked);
  const shownBefore = useRef(shownAs);
  useLayoutEffect(() => {
    if (shownBefore.current !== shownAs) scroll.current?.scrollTo({ top: 0 });
    shownBefore.current = shownAs;
  }, [shownAs]);
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !fetching && !error && rows.length > 0 && last > rows.length - pageSize / 2) next();
  });

  // Who has not scrolled sees the change at once; under whoever has, the list stays still and says so.
  useChanges((change) => change.kind !== null && kinds.includes(change.kind), () => {
    if ((scroll.current?.scrollTop ?? 0) < rowHeight) again();
    else setChanged(true);
  });
  const refresh = () => {
    setChanged(false);
    scroll.current?.scrollTo({ top: 0 });
    again();
  };

  const chosenRows = [...picked.values()];
  const acted = () => {
    setPicked(new Map());
    again();
  };
  const pickRow = (row: Row, isPicked: boolean) =>
    setPicked(new Map(isPicked ? [...picked, [rowKey(row), row]] : [...picked].filter(([key]) => key !== rowKey(row))));
  // Those that were read: whoever means more scrolls to them first, and has seen what is chosen.
  const areAllPicked = rows.length > 0 && rows.every((row) => picked.has(rowKey(row)));
  const pickAll = (isPicked: boolean) => setPicked(new Map(isPicked ? rows.map((row) => [rowKey(row), row]) : []));
  const template = { gridTemplateColumns: [...(bulk ? ['24px'] : []), ...shown.map((column) => column.width)].join(' ') };
  const sortOf = (column: Column<Row>) => (order.chosen && order.chosen.field === column.order ? (order.chosen.direction === 'ASC' ? 'ascending' : 'descending') : column.order ? 'none' : undefined);
  return (
    <section className="list" aria-label={label}>
      <div className="list-bar">
        <div className="list-state" role="status">
          {total !== undefined && <span>{words.total(count(total))}</span>}
          {changed && <Button type="link" size="small" onClick={refresh}>{words.changed}</Button>}
        </div>
        <div className="list-tools">
          {bulk && chosenRows.length > 0 && (
            <><span className="quiet">{words.picked(chosenRows.length)}</span>{bulk.actions(chosenRows, acted)}</>
          )}
          {chosenRows.length === 0 && rows.length > 0 && bulk?.ofAll?.(total ?? rows.length, all, acted)}
          <SavedFilters />
          {cards && columns.some((column) => column.order) && (
            <Dropdown trigger={['click']} menu={{ items: columns.filter((column) => column.order).map((column) => ({ key: column.order!, label: `${column.title}${mark(sortOf(column))}` })), onClick: ({ key }) => order.choose(key) }}>
              <Button size="small">{words.order}</Button>
            </Dropdown>
          )}
          <span>
            <Popover
              trigger="click"
              placement="bottomLeft"
              getPopupContainer={besideTrigger}
              content={
                <div className="list-columns" role="group" aria-label={words.columns}>
                  {columns.slice(1).map(({ key, title }) => (
                    <Checkbox key={key} checked={!hidden.includes(key)} onChange={(event) => choose(key, event.target.checked)}>
                      {title}
                    </Checkbox>
                  ))}
                </div>
              }
            >
              <Button size="small">{words.columns}</Button>
            </Popover>
          </span>
          <Whole all={all} columns={shown.filter(({ isSeenOnly }) => !isSeenOnly)} label={label} total={total ?? 0} />
        </div>
      </div>
      {error && <Alert className="not-loaded" type="error" showIcon role="alert" title={faultOf(error, frame)} action={<Button size="small" onClick={again}>{frame.retry}</Button>} />}
      {rows.length === 0 && fetching && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {rows.length === 0 && !fetching && !error && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.nothing} />}
      {rows.length > 0 && (
        <div role="table" aria-label={label} aria-rowcount={total ?? -1} className={cards ? 'list-table cards' : 'list-table'} lang={language === 'zh' ? 'zh-CN' : 'en'}>
          {!cards && (
            <div role="rowgroup">
              <div role="row" className="list-head" style={template}>
                {bulk && (
                  <div role="columnheader" className="list-pick">
                    <Checkbox aria-label={words.pickLoaded(rows.length)} checked={areAllPicked}
                      indeterminate={picked.size > 0 && !areAllPicked} onChange={(event) => pickAll(event.target.checked)} />
                  </div>
                )}
                {shown.map((column) => (
                  <div role="columnheader" key={column.key} className={sideOf(column)} aria-sort={sortOf(column)}>
                    {column.order ? <button type="button" className="list-order" onClick={() => order.choose(column.order!)}>{column.title}<span aria-hidden="true">{mark(sortOf(column))}</span></button> : column.title}
                  </div>
                ))}
              </div>
            </div>
          )}
          <div ref={scroll} className="list-scroll" role="rowgroup" tabIndex={0} onScroll={(event) => {
            top.current = event.currentTarget.scrollTop;
            heights.current = cards ? virtual.measurementsCache : [];
          }}>
            <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
              {seen.map(({ index, start, size }) => {
                const row = rows[index]!;
                const key = rowKey(row);
                return (
                  <div role="row" aria-rowindex={index + 1} key={key} className="list-row" {...(cards && { ref: virtual.measureElement, 'data-index': index })} style={{ ...(cards ? {} : { ...template, height: size }), transform: `translateY(${start}px)` }}>
                    {bulk && <div role="cell" className="list-pick"><Checkbox aria-label={`${words.pick} ${bulk.label(row)}`} checked={picked.has(key)} onChange={(event) => pickRow(row, event.target.checked)} /></div>}
                    {(cards ? ofCard : shown).map((column, place) => (
                      <div role="cell" key={column.key} className={`list-cell ${sideOf(column)}`}>
                        {cards && place > 0 && <span className="quiet">{column.title}{marks.colon}</span>}
                        {place === 0 ? <Link to={to(row)}>{unbroken(column.render(row))}</Link> : unbroken(column.render(row))}
                      </div>
                    ))}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      )}
    </section>
  );
}

const mark = (sort: 'ascending' | 'descending' | 'none' | undefined) => (sort === 'ascending' ? '\u00a0▲' : sort === 'descending' ? '\u00a0▼' : sort === 'none' ? '\u00a0↕' : '');

// Amounts and quantities stand below each other by their last digit.
const sideOf = <Row,>({ number }: Column<Row>) => (number ? 'figures-below' : '');
