import { useEffect, useRef, useState } from 'react';
import { Button, Progress } from 'antd';
import { PaperClipOutlined } from '@ant-design/icons';
import { newId } from '../app/api';
import { useWords } from '../app/language';
import { FileRow, LocalPicture } from './Attached';
import { bring, readLimits, RefusedFile, sizeOf, type Limits } from './bring';
import { PickFiles } from './PickFiles';
import { attachmentWords } from './words';
import { useMarks } from '../parts/marks';

/** A file as a command names it. Its hash is empty until the server keeps it, and a form that holds such a one is not submitted. */
export interface NamedFile { hash: string; fileName: string }

interface Chosen extends NamedFile { key: string; content?: File; share: number; problem?: string; again?: boolean }

/** What is wrong as long as a file is not brought, or null. */
export const notBrought = (files?: NamedFile[]) => (files?.every(({ hash }) => hash) ?? true ? null : { zh: attachmentWords.zh.notAll, en: attachmentWords.en.notAll });

const ofNames = (files: NamedFile[] | undefined, lost: string): Chosen[] => (files ?? []).map(({ hash, fileName }) => ({ key: newId(), hash, fileName, share: hash ? 1 : 0, ...(!hash && { problem: lost }) }));

/** The files of a command. Each is brought as soon as it is chosen, one after the other; one that does not get through stays in its row with the reason, and takes nothing else of the form with it. */
export function AttachmentField({ id, value, onChange }: { id?: string; value?: NamedFile[]; onChange?: (files: NamedFile[]) => void }) {
  const words = useWords(attachmentWords);
  const [files, setFiles] = useState<Chosen[]>(() => ofNames(value, words.lost));
  const [limits, setLimits] = useState<Limits | null>(null);
  const now = useRef(files);
  const said = useRef(value);
  const marks = useMarks();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const gone = useRef<AbortController>(null);

  const show = (changed: Chosen[]) => {
    now.current = changed;
    setFiles(changed);
  };
  const change = (changed: Chosen[]) => {
    show(changed);
    said.current = changed.map(({ hash, fileName }) => ({ hash, fileName }));
    onChange?.(said.current);
  };
  const mend = (key: string, part: Partial<Chosen>, says = true) => {
    const changed = now.current.map((one) => (one.key === key ? { ...one, ...part } : one));
    if (says) change(changed);
    else show(changed);
  };

  useEffect(() => {
    void readLimits().then(setLimits);
    const left = new AbortController();
    gone.current = left;
    return () => left.abort();
  }, []);

  // A form that is emptied, or filled with what was kept of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what shows the files is made anew with each rendering and does the same.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    show(ofNames(value, words.lost));
  }, [value, words]);

  const send = (key: string) => {
    queue.current = queue.current.then(async () => {
      const one = now.current.find((each) => each.key === key);
      if (!one?.content || gone.current?.signal.aborted) return;
      mend(key, { share: 0, problem: '', again: false });
      try {
        const { hash } = await bring(one.fileName, one.content, (share) => mend(key, { share }, false), gone.current?.signal);
        mend(key, { hash, share: 1 });
      } catch (fault) {
        if (!gone.current?.signal.aborted) mend(key, fault instanceof RefusedFile ? { problem: `${words.failed}${marks.colon}${fault.message}` } : { problem: words.notThrough, again: true });
      }
    });
  };

  const problemOf = async (file: File) => {
    const read = await readLimits();
    const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? '';
    if (file.size === 0) return words.empty;
    if (!read) return '';
    if (!read.endings.includes(ending)) return words.unsupported(read.endings.join(' '));
    return file.size > read.maxBytes ? words.tooLarge(sizeOf(file.size), sizeOf(read.maxBytes)) : '';
  };

  const pick = async (picked: File[]) => {
    const chosen = await Promise.all(picked.map(async (content): Promise<Chosen> => ({ key: newId(), hash: '', fileName: content.name, content, share: 0, problem: await problemOf(content) })));
    change([...now.current, ...chosen]);
    chosen.filter(({ problem }) => !problem).forEach(({ key }) => { send(key); });
  };

  useEffect(() => {
    const online = () => now.current.filter(({ again }) => again).forEach(({ key }) => { send(key); });
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  });

  return (
    <div>
      <PickFiles id={id} icon={<PaperClipOutlined />} accept={limits?.endings.join(',')} onPick={(picked) => void pick(picked)}>{words.pick}</PickFiles>
      {limits && <div className="quiet">{words.limits(sizeOf(limits.maxBytes), limits.endings.join(' '))}</div>}
      <ul className="files" aria-live="polite">
        {files.map(({ key, fileName, content, hash, share, problem, again }) => (
          <FileRow key={key} name={fileName} picture={content && <LocalPicture content={content} name={fileName} />}
            detail={problem ? <span className="fault" role="alert">{problem}</span> : hash ? `${content ? `${sizeOf(content.size)} · ` : ''}${words.brought}` : (
              <><span>{share > 0 ? words.sending(Math.floor(share * 100)) : words.waits}</span><Progress percent={Math.floor(share * 100)} size="small" showInfo={false} aria-label={`${fileName} ${words.sending(Math.floor(share * 100))}`} /></>
            )}>
            {again && <Button type="link" size="small" aria-label={`${words.retry} ${fileName}`} onClick={() => send(key)}>{words.retry}</Button>}
            <Button type="link" size="small" aria-label={`${words.remove} ${fileName}`} onClick={() => change(now.current.filter((each) => each.key !== key))}>{words.remove}</Button>
          </FileRow>
        ))}
      </ul>
    </div>
  );
}
