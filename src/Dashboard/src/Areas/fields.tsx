import { control } from '../parts/concept';
import { AreaSelect } from './AreaSelect';

export default [
  control({ takes: ({ name }) => name === 'area', Control: AreaSelect }),
];
