import { Commands } from '../parts/Commands';
import { casePath } from './path';

/** Records what somebody has told of. */
export default function RecordLead() {
  return <Commands next={['recordLead']} target={{ fixed: {} }} goesTo={({ number }) => number && casePath(number)} />;
}
