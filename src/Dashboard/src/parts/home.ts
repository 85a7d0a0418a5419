import type { ComponentType } from 'react';
import type { DocumentNode } from 'graphql';
import type { CombinedError, TypedDocumentNode } from '@urql/core';
import type { Language } from '../app/language';
import type { Change } from '../app/live';
import { useLiveQuery } from '../app/query';
import type { Session } from '../app/session';
import type { CommandName } from './command';
import type { Bilingual } from './concept';
import { figureOf, formOfStep, type LinkedList } from './links';
import { titleOf } from './titles';

export type Role = Session['me']['roles'][number];

/** Who looks at the first page, and at what: at one section, or at the whole bureau. */
export interface Viewer {
  me: Session['me'];
  may: Session['may'];
  section: string | null;
  /** The day of Shanghai, as ISO text. */
  today: string;
  language: Language;
}

/** Where a step is taken: the page of its subject, with the form of a command, or a page of its own. */
export interface StepOfWork {
  title: string;
  to: string;
}

/** A piece of work: what it is about, which step is next, since when it waits, and until when. */
export interface WorkRow {
  id: string;
  /** The page of its subject. */
  to: string;
  name: string;
  detail?: string | null | undefined;
  step: StepOfWork;
  /** The day since which it waits. */
  since?: string | null | undefined;
  /** The instant until which it is to be done, also when that has passed. */
  due?: string | null | undefined;
  /** Which term that is, in words. */
  term?: string | null | undefined;
  /** Where those of its kind stand together: of many that are late the first stands for itself, the others as one row that leads there. */
  alike?: StepOfWork;
}

/** A list that the first page counts, shows the beginning of, and opens. */
export interface HomeList {
  /** Where among the others it stands; smaller numbers first. */
  place: number;
  title: Bilingual;
  /**
   * Work waits for whoever looks; a stock is work without a term that is done in one go in its list, and is counted apart; what waits for
   * others is theirs; a figure is only counted.
   */
  kind: 'work' | 'stock' | 'others' | 'figure';
  isFor: (viewer: Viewer) => boolean;
  figure: (viewer: Viewer) => { to: string; where?: unknown };
  /** Whether what it counts should not be there, or should be looked at. */
  tone?: 'bad' | 'warn';
  rowOf?: (node: never, viewer: Viewer) => WorkRow;
}

/** Lists of one concept, which are asked for together. The query has for each a condition and, as `…Asked`, whether it is asked for. */
export interface HomeLists {
  kinds: NonNullable<Change['kind']>[];
  query: DocumentNode;
  /** What else the query is asked with. */
  variables?: (viewer: Viewer) => Record<string, unknown>;
  lists: Record<string, HomeList>;
}

/** A part of the first page with a picture of its own. */
export interface HomePanel {
  place: number;
  isFor: (viewer: Viewer) => boolean;
  isWide?: boolean;
  Panel: ComponentType<{ viewer: Viewer }>;
}

/** What can be begun on the first page without anything that waits. */
export interface HomeStart {
  place: number;
  isFor: (viewer: Viewer) => boolean;
  Start: ComponentType;
}

/** What a concept brings to the first page, in `home.tsx` of its folder. */
export interface Home {
  lists?: HomeLists[];
  panels?: HomePanel[];
  starts?: HomeStart[];
}

/** One of the lists as it stands: how long it is, where it leads, and its first rows. */
export interface CountedList {
  key: string;
  list: HomeList;
  to: string;
  total: number;
  rows: WorkRow[];
}

type Answer = Record<string, { totalCount: number; nodes?: unknown[] } | null | undefined>;

/** A hook that asks for lists of one concept, those that are for the viewer. */
export function useHomeLists({ kinds, query, variables, lists }: HomeLists, viewer: Viewer) {
  const shown = Object.entries(lists).filter(([, list]) => list.isFor(viewer));
  const figures = Object.fromEntries(shown.map(([key, list]) => [key, list.figure(viewer)]));
  const asked: Record<string, unknown> = {
    ...variables?.(viewer),
    ...Object.fromEntries(
      Object.keys(lists).flatMap((key) => [...(figures[key]?.where ? [[key, figures[key].where]] : []), [`${key}Asked`, key in figures]]),
    ),
  };
  const { data, error, fetching, again } = useLiveQuery(
    query as TypedDocumentNode<Answer, Record<string, unknown>>,
    asked,
    kinds,
    shown.length === 0,
  );
  const counted = shown.flatMap(([key, list]): CountedList[] => {
    const found = data?.[key];
    const { rowOf } = list;
    return found
      ? [
          {
            key,
            list,
            to: figures[key]!.to,
            total: found.totalCount,
            rows: rowOf && found.nodes ? found.nodes.map((node) => rowOf(node as never, viewer)) : [],
          },
        ]
      : [];
  });
  return { counted, error: error as CombinedError | undefined, fetching: fetching && shown.length > 0, again };
}

/** Whether somebody has one of these roles. */
export const isOneOf =
  (...roles: Role[]) =>
  ({ me }: Viewer) =>
    roles.some((role) => me.roles.includes(role));

/** Whether somebody heads a section: what is nobody's in it is theirs to assign. */
export const headOfSection = ({ me }: Viewer) => !!me.section && me.roles.includes('SECTION_HEAD');

/** A list of work. Filters that depend on who looks are made by a function. */
export function workList<Node>() {
  return <Values extends object, Where>(
    list: LinkedList<Values, Where>,
    {
      filters,
      rowOf,
      kind = 'work',
      ...rest
    }: {
      place: number;
      title: Bilingual;
      kind?: HomeList['kind'];
      tone?: HomeList['tone'];
      isFor: HomeList['isFor'];
      filters: (viewer: Viewer) => Values;
      rowOf: (node: Node, viewer: Viewer) => WorkRow;
    },
  ): HomeList => ({ ...rest, kind, figure: (viewer) => figureOf(list, filters(viewer)), rowOf: rowOf as HomeList['rowOf'] & {} });
}

/** A list that is only counted. */
export function figureList<Values extends object, Where>(
  list: LinkedList<Values, Where>,
  {
    filters,
    ...rest
  }: {
    place: number;
    title: Bilingual;
    tone?: 'bad' | 'warn';
    isFor: HomeList['isFor'];
    filters: (viewer: Viewer) => Values;
  },
): HomeList {
  return { ...rest, kind: 'figure', figure: (viewer) => figureOf(list, filters(viewer)) };
}

/** A list of work without a term, which is done in one go there. */
export const stockList = <Values extends object, Where>(...of: Parameters<typeof figureList<Values, Where>>): HomeList => ({
  ...figureList(...of),
  kind: 'stock',
});

/** The section that the viewer looks at, as a filter; nothing where it is the whole bureau. */
export const inSection = ({ section }: Viewer) => (section ? { section } : {});

/** A step that is taken by a command's form on the page of its subject. */
export const stepBy = (command: CommandName, path: string, { language }: Viewer, title?: Bilingual): StepOfWork => ({
  title: title?.[language] ?? titleOf(command, language),
  to: `${path}?${formOfStep}=${command}`,
});

/** What is due first comes first; what has no term comes last. */
export const byDue = (a: Pick<WorkRow, 'due'>, b: Pick<WorkRow, 'due'>) => (a.due ?? noTerm).localeCompare(b.due ?? noTerm);

// After every instant there is.
const noTerm = '9';
