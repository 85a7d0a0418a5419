import { graphql, type ResultOf } from '../app/graphql';
import { useStaffName } from '../Accounts/staff';
import { useWords } from '../app/language';
import { useSectionName } from '../Sections/sectionNames';
import { workWords } from './words';

export const handoverFields = graphql(`fragment HandoverFields on SectionHandover { handedOn from to handedBy }`);

/** How a piece of work passed from section to section. */
export function HandoverRows({ handovers }: { handovers: ResultOf<typeof handoverFields>[] }) {
  const words = useWords(workWords);
  const [section, name] = [useSectionName(), useStaffName()];
  return (
    <ul className="rows">
      {handovers.map((one) => <li key={`${one.handedOn}${one.from}${one.to}`}><span className="main">{one.from ? section(one.from) : words.noSection} → {section(one.to)}<div className="quiet">{words.by} {name(one.handedBy)}</div></span>{one.handedOn}</li>)}
    </ul>
  );
}
