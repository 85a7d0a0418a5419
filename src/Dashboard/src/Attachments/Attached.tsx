import { useEffect, useState, type ReactNode } from 'react';
import { Button, Modal } from 'antd';
import { FileOutlined, FilePdfOutlined } from '@ant-design/icons';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { sizeOf } from './bring';
import { PlaceLink } from '../parts/places';
import { useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import { attachmentWords } from './words';

/** What a page asks of a file that is kept. */
export const attachmentFields = graphql(`
  fragment AttachmentFields on Attachment { hash url fileName mediaType bytes capture { takenAt clock latitude longitude accuracyMetres } }
`);

type Kept = ResultOf<typeof attachmentFields>;

// What browsers show by themselves; a HEIC picture is not among it.
const isPicture = (type: string) => /^image\/(jpeg|png|webp)$/.test(type);

/** The files of a record: what each is, its picture where it is one, a look at it and its download. */
export function Attached({ files }: { files: Kept[] }) {
  const words = useWords(attachmentWords);
  const [looking, setLooking] = useState<Kept | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <FileRow key={`${file.hash}${file.fileName}`} name={file.fileName}
            detail={<>{words.kinds[file.mediaType] ?? file.mediaType} · {sizeOf(file.bytes)}<Captured of={file.capture} /></>}
            picture={isPicture(file.mediaType) ? <img src={file.url} alt={file.fileName} loading="lazy" /> : file.mediaType === 'application/pdf' ? <FilePdfOutlined /> : <FileOutlined />}>
            {(isPicture(file.mediaType) || file.mediaType === 'application/pdf') && <Button type="link" size="small" aria-label={`${words.preview} ${file.fileName}`} onClick={() => setLooking(file)}>{words.preview}</Button>}
            <Button type="link" size="small" href={file.url} download={file.fileName} aria-label={`${words.download} ${file.fileName}`}>{words.download}</Button>
          </FileRow>
        ))}
      </ul>
      <Modal open={looking !== null} title={looking?.fileName} onCancel={() => setLooking(null)} width="min(1100px, 96vw)" destroyOnHidden
        footer={[<Button key="download" href={looking?.url} download={looking?.fileName}>{words.download}</Button>, <Button key="close" type="primary" onClick={() => setLooking(null)}>{words.close}</Button>]}>
        {looking && (isPicture(looking.mediaType) ? <img className="preview" src={looking.url} alt={looking.fileName} /> : <iframe className="preview" src={looking.url} title={looking.fileName} />)}
      </Modal>
    </>
  );
}

/** When and where a photo was taken, and who says so. */
function Captured({ of }: { of: Kept['capture'] }) {
  const words = useWords(attachmentWords);
  const clocks = useTerms('CaptureClock');
  if (!of) return null;
  const { takenAt, clock, latitude, longitude, accuracyMetres } = of;
  return (
    <div>{words.takenAt(timeOf(takenAt), clocks.term(clock))}
      {latitude !== null && longitude !== null && (
        <> · <PlaceLink latitude={latitude} longitude={longitude} accuracyMetres={accuracyMetres} /></>
      )}
    </div>
  );
}

/** One file: its picture, its name, what is to be said of it and what can be done with it. */
export function FileRow({ name, detail, picture, children }: { name: string; detail: ReactNode; picture: ReactNode; children: ReactNode }) {
  return <li><span className="file-picture">{picture}</span><span className="file-name">{name}<span className="quiet">{detail}</span></span><span className="file-actions">{children}</span></li>;
}

/** A file that is on this device, as far as it can be shown. */
export function LocalPicture({ content, name }: { content: Blob; name: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return isPicture(content.type) ? url && <img src={url} alt={name} /> : content.type === 'application/pdf' ? <FilePdfOutlined /> : <FileOutlined />;
}
