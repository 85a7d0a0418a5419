import { Select } from 'antd';
import { useWords } from '../app/language';
import { partWords } from './words';

// None of these stands in a code or a user name; a column that is pasted comes apart at its lines.
const separators = [',', '，', '、', ';', '；', ' ', '\t', '\n'];

/** Several codes or user names that are typed, one after the other or with commas between them. Sentences are written in a LinesField. */
export function CodesField(bound: { id?: string; 'aria-label'?: string; value?: string[]; onChange?: (codes: string[]) => void }) {
  const words = useWords(partWords);
  return <Select {...bound} mode="tags" open={false} suffixIcon={null} placeholder={words.tagsHint} tokenSeparators={separators} />;
}
