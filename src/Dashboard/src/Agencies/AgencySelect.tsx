import { ListedSelect } from '../parts/ListedSelect';
import { useAgencies } from './agencyNames';

/** One of the partner agencies that are not closed, or one of the police and the prosecutors among them, by its name. */
export function AgencySelect({ police = false, ...bound }: { police?: boolean; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return <ListedSelect {...bound} entries={useAgencies(true)}
    offered={({ kind, isClosed }) => !isClosed && (!police || kind === 'POLICE' || kind === 'PROSECUTORS')} />;
}
