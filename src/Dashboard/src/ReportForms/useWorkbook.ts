import { useState } from 'react';
import { App } from 'antd';
import { send } from '../app/api';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { saveFile } from '../parts/sheet';

/** Fetches a form's workbook and gives it to the browser; what goes wrong is told. */
export function useWorkbook() {
  const frame = useWords(frameWords);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const download = async (path: string, name: string) => {
    setBusy(true);
    try {
      const response = await send(path);
      if (response.ok) saveFile(`${name}.xlsx`, await response.blob());
      else void message.error(((await response.json()) as { title?: string }).title ?? String(response.status));
    } catch {
      void message.error(frame.offline);
    } finally {
      setBusy(false);
    }
  };
  return { busy, download };
}
