import { casesWhere } from '../Cases/filters';
import { transfersWhere } from '../CrimeTransfers/filters';
import { inspectionsWhere } from '../Inspections/filters';
import { licencesWhere } from '../Licences/filters';
import { rectificationsWhere } from '../Rectifications/filters';

const lists = {
  cases: { path: '/cases', where: casesWhere },
  inspections: { path: '/inspections', where: inspectionsWhere },
  rectifications: { path: '/rectifications', where: rectificationsWhere },
  crimeTransfers: { path: '/transfers', where: transfersWhere },
  licences: { path: '/licences', where: licencesWhere },
};

type Lists = typeof lists;
export type ListName = keyof Lists;

/** What a list is narrowed down by. */
export type Filters<Name extends ListName> = Parameters<Lists[Name]['where']>[0];

/** The address of a list that is narrowed down so. */
export function linkOf<Name extends ListName>(list: Name, values: Filters<Name>) {
  const given = Object.entries(values as Record<string, string | undefined>).filter((one): one is [string, string] => !!one[1]);
  return `${lists[list].path}?${new URLSearchParams(given).toString()}`;
}

/** A figure and the list that it opens: what is counted and where it leads are one filter, so that they cannot differ. */
export const figureOf = <Name extends ListName>(list: Name, values: Filters<Name>) => ({
  to: linkOf(list, values),
  where: (lists[list].where as (values: Filters<Name>) => ReturnType<Lists[Name]['where']>)(values),
});
