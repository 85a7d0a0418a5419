import { Select } from 'antd';
import { useAgencies } from '../Agencies/agencyNames';
import { control, type Choice } from '../parts/concept';
import { useFound } from '../parts/pinyin';
import { several } from '../parts/several';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSections } from '../Sections/sectionNames';

interface Entry { code: string; name: string; isClosed: boolean }

/** Several entries of a list that are not closed, by their names. */
function Several({ entries, ...bound }: Choice<string[]> & { entries: Entry[] }) {
  const found = useFound();
  const options = entries.filter(({ isClosed }) => !isClosed).map(({ code, name }) => ({ value: code, label: name }));
  return <Select {...bound} {...several} options={options} showSearch={found} allowClear />;
}

const SeveralSections = (bound: Choice<string[]>) => <Several {...bound} entries={useSections(true)} />;

const SeveralAgencies = (bound: Choice<string[]>) => <Several {...bound} entries={useAgencies(true)} />;

export default [
  control({ takes: ({ name }) => name === 'leadSection', Control: SectionSelect }),
  control({ takes: ({ name }) => name === 'partnerSections', Control: SeveralSections }),
  control({ takes: ({ name }) => name === 'partnerAgencies', Control: SeveralAgencies }),
];
