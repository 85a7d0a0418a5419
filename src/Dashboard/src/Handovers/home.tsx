import { lazy } from 'react';
import { graphql } from '../app/graphql';
import { type Home, type HomeList, isOneOf } from '../parts/home';
import { openWorkPath } from './path';

const held = graphql(`
  query OpenWorkOfMine($me: String!, $mineAsked: Boolean!) {
    mine: openWork(first: 1, officer: $me) @include(if: $mineAsked) { totalCount }
  }
`);

/** All that somebody holds, to be searched and put in order: the lists above it show the beginning of each kind. */
const mine: HomeList = {
  place: 60,
  kind: 'others',
  title: { zh: '我的全部在办事项', en: 'All of my open work' },
  isFor: isOneOf('OFFICER', 'SECTION_HEAD'),
  figure: ({ me }) => ({ to: openWorkPath({ officer: me.userName }) }),
};

export default {
  lists: [
    {
      kinds: ['CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER'],
      query: held,
      variables: ({ me }) => ({ me: me.userName }),
      lists: { mine },
    },
  ],
  panels: [{ place: 10, isWide: true, isFor: ({ may }) => may('openWork'), Panel: lazy(() => import('./LatePanel')) }],
} satisfies Home;
