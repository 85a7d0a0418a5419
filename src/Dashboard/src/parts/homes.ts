import type { Home } from './home';

const homes = Object.values(import.meta.glob<{ default: Home }>('../*/home.tsx', { eager: true })).map((module) => module.default);

/** All lists, by the queries that ask for them. They are always the same and in the same order. */
export const homeLists = homes.flatMap(({ lists = [] }) => lists);

/** The pictures of the first page, in their order. */
export const homePanels = homes.flatMap(({ panels = [] }) => panels).toSorted((a, b) => a.place - b.place);

/** What can be begun on the first page, in its order. */
export const homeStarts = homes.flatMap(({ starts = [] }) => starts).toSorted((a, b) => a.place - b.place);
