import { Button } from 'antd';
import { useWords } from '../app/language';
import type { CommandName } from './command';
import { lastUsed, offersLastUsed } from './lastUsed';
import { useMarks } from './marks';
import { partWords } from './words';

/** What stands under a field of a command's form: texts that one has written into it before. Where there are none, nothing, not even a line. */
export function usedUnder(of: { userName: string; command: CommandName; field: string; label: string; onTake: (text: string) => void }) {
  const texts = offersLastUsed(of.field) ? lastUsed(of.userName, of.command, of.field) : [];
  return texts.length > 0 && { extra: <UsedTexts texts={texts} label={of.label} onTake={of.onTake} /> };
}

/** Texts that can be taken over by a press. */
function UsedTexts({ texts, label, onTake }: { texts: string[]; label: string; onTake: (text: string) => void }) {
  const words = useWords(partWords);
  const marks = useMarks();
  return (
    <div className="last-used" role="group" aria-label={`${label}${marks.colon}${words.lastUsed}`}>
      <span className="quiet">{words.lastUsed}</span>
      {texts.map((text) => (
        <Button key={text} size="small" title={text} onClick={() => onTake(text)}>
          {text}
        </Button>
      ))}
    </div>
  );
}
