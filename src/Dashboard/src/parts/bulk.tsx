import { useSession } from '../app/session';
import type { CommandName } from './command';
import type { Target } from './CommandForm';
import { Commands } from './Commands';
import type { Bulk } from './List';

/** Commands that the rows of a list can be given together, for whoever may give any of them. */
export function useBulk<Row>(commands: CommandName[], targetOf: (row: Row) => Target & { label: string }): Bulk<Row> | undefined {
  const { may } = useSession();
  if (!commands.some(may)) return undefined;
  return {
    label: (row) => targetOf(row).label,
    actions: ([first, ...further], done) =>
      first && <Commands next={commands} target={targetOf(first)} further={further.map(targetOf)} onDone={done} />,
  };
}
