import { Button } from 'antd';
import { useWords } from '../app/language';
import { partWords } from './words';

/** Texts that one has written into this field before, to be taken over by a press. */
export function UsedTexts({ texts, label, onTake }: { texts: string[]; label: string; onTake: (text: string) => void }) {
  const words = useWords(partWords);
  if (texts.length === 0) return null;
  return (
    <div className="last-used" role="group" aria-label={`${label}：${words.lastUsed}`}>
      <span className="quiet">{words.lastUsed}</span>
      {texts.map((text) => (
        <Button key={text} size="small" title={text} onClick={() => onTake(text)}>
          {text}
        </Button>
      ))}
    </div>
  );
}
