import { Select } from 'antd';
import { useWords } from '../app/language';
import { partWords } from './words';

/** Several texts that are typed, one after the other or with commas between them. */
export function TextsField(bound: { id?: string; 'aria-label'?: string; value?: string[]; onChange?: (texts: string[]) => void }) {
  const words = useWords(partWords);
  return <Select {...bound} mode="tags" open={false} suffixIcon={null} placeholder={words.tagsHint} tokenSeparators={[',', '，', '、', ';', '；']} />;
}
