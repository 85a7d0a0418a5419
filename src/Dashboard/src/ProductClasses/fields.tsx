import { control } from '../parts/concept';
import { ProductClassField } from './ProductClassSelect';

export default [
  control({ takes: ({ name }) => /^productClass(es)?$/.test(name), Control: ProductClassField }),
];
