import { useSession } from '../app/session';
import { Commands } from '../parts/Commands';
import { dayOf } from '../parts/time';
import { casePath } from './path';

/** Records what somebody has told of. */
export default function RecordLead() {
  const { now } = useSession();
  // What somebody tells is written down while it is told.
  const begun = { recordLead: { receivedOn: dayOf(now()) } };
  return <Commands next={['recordLead']} target={{ fixed: {} }} initial={begun} goesTo={({ number }) => number && casePath(number)} />;
}
