import { ListedSelect } from '../parts/ListedSelect';
import { useSections } from './sectionNames';

/** One of the sections that are not closed, by its name. */
export function SectionSelect(bound: { label?: string; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return <ListedSelect {...bound} entries={useSections(true)} offered={({ isClosed }) => !isClosed} />;
}
