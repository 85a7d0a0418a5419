import { control } from '../parts/concept';
import { AgencySelect } from './AgencySelect';

export default [
  control({ takes: ({ name }) => name === 'agency', Control: AgencySelect }),
];
