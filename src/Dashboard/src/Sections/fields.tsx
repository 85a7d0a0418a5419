import { control } from '../parts/concept';
import { SectionSelect } from './SectionSelect';

export default [
  control({ takes: ({ name }) => name === 'section' || name === 'toSection', Control: SectionSelect }),
];
