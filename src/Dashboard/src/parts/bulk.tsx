import { useSession } from '../app/session';
import type { CommandName } from './command';
import type { Target } from './CommandForm';
import { Commands } from './Commands';
import type { Bulk } from './List';

/** A command that the rows of a list can be given together, for whoever may give it. */
export function useBulk<Row>(command: CommandName, targetOf: (row: Row) => Target & { label: string }): Bulk<Row> | undefined {
  const { may } = useSession();
  if (!may(command)) return undefined;
  return {
    label: (row) => targetOf(row).label,
    actions: ([first, ...further], done) => first && <Commands next={[command]} target={targetOf(first)} further={further.map(targetOf)} onDone={done} />,
  };
}
