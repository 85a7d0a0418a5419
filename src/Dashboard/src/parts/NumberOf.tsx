import { useLanguage, useWords } from '../app/language';
import { useCodeName } from './concepts';
import type { Column } from './List';
import { unbrokenText } from './unbrokenText';
import { partWords } from './words';

export interface Numbered { officialNumber: string | null; numberSection: string | null; number: string }

/** The number that people say, with the section by which it counts, since others have that number too; where there is none, the one that machines use. */
export function NumberSaid({ of: { officialNumber, numberSection, number } }: { of: Numbered }) {
  const section = useCodeName('section');
  if (!officialNumber) return unbrokenText(number);
  return <>{unbrokenText(officialNumber)}{numberSection && <span className="quiet"> {section(numberSection)}</span>}</>;
}

/** The number that people say, where there is one, above the one that machines use. */
export function NumberOf({ of }: { of: Numbered }) {
  return <>{of.officialNumber && <span className="number-said"><NumberSaid of={of} /></span>} {unbrokenText(of.number)}</>;
}

/** A hook that makes the column of both numbers; on paper they are one text, in a file each stands for itself, with the section beside. */
export function useNumberColumn<Row extends Numbered>(title: string): Column<Row> {
  const section = useCodeName('section');
  const { language } = useLanguage();
  const words = useWords(partWords);
  return {
    key: 'number',
    title,
    // English names of sections are longer.
    width: language === 'zh' ? '210px' : '300px',
    order: 'number',
    render: (row) => <NumberOf of={row} />,
    text: ({ officialNumber, numberSection, number }) =>
      [officialNumber, officialNumber && numberSection && section(numberSection), number].filter(Boolean).join(' '),
    inFile: [
      { title, text: ({ officialNumber }) => officialNumber ?? '' },
      { title: words.numberSection, text: ({ numberSection }) => (numberSection ? section(numberSection) : '') },
      { title: words.systemNumber, text: ({ number }) => number },
    ],
  };
}
