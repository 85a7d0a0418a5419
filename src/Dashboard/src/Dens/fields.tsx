import { control } from '../parts/concept';
import { DenSelect } from './DenSelect';

export default [control({ takes: ({ name, list }) => name === 'den' && !list, Control: DenSelect })];
