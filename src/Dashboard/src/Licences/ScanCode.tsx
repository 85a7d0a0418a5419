import { useCallback, useEffect, useRef, useState } from 'react';
import { Alert, Button, Input, Modal } from 'antd';
import { CameraOutlined, PictureOutlined } from '@ant-design/icons';
import { useWords } from '../app/language';
import { PickFiles } from '../Attachments/PickFiles';
import { codeReader } from './readCode';
import { partWords } from '../parts/words';
import { licenceWords } from './words';

const between = 250;

/**
 * Reads a code by the camera, from a photo, or as somebody types it. The camera is asked for when its button is pressed, and let go with
 * the dialog.
 */
export function ScanCode({
  title,
  label,
  hint,
  refused = '',
  onRead,
  onClose,
}: {
  title: string;
  label: string;
  hint: string;
  /** Why what was read last leads nowhere. It stays until something else is read. */
  refused?: string;
  onRead: (text: string) => void;
  onClose: () => void;
}) {
  const words = useWords(licenceWords);
  const part = useWords(partWords);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState('');
  const [typed, setTyped] = useState('');
  const video = useRef<HTMLVideoElement>(null);

  const look = async () => {
    setProblem('');
    try {
      // Over plain HTTP there is no camera at all.
      setStream(await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }));
    } catch {
      setProblem(words.noCamera);
    }
  };

  const found = useCallback(
    (text: string) => {
      const read = text.trim();
      if (!read) return;
      setProblem('');
      onRead(read);
    },
    [onRead],
  );

  useEffect(() => {
    if (!stream || !video.current) return undefined;
    const shown = video.current;
    shown.srcObject = stream;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const read = async () => {
      const reader = await codeReader();
      const turn = async () => {
        const text = shown.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await reader(shown) : null;
        if (over) return;
        if (text) found(text);
        else timer = setTimeout(() => void turn().catch(failed), between);
      };
      await turn();
    };
    const failed = () => setProblem(words.noCode);
    shown.play().then(read).catch(failed);
    return () => {
      over = true;
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
    };
  }, [stream, found, words]);

  const readPhoto = async ([photo]: File[]) => {
    if (!photo) return;
    setProblem('');
    try {
      const text = await (await codeReader())(await createImageBitmap(photo));
      if (text) found(text);
      else setProblem(words.noCode);
    } catch {
      setProblem(words.noCode);
    }
  };

  return (
    <Modal open title={title} onCancel={onClose} footer={null} destroyOnHidden>
      {(problem || refused) && <Alert className="gap-below" type="warning" showIcon role="alert" title={problem || refused} />}
      {stream && <video ref={video} className="viewfinder" playsInline muted aria-label={words.cameraPicture} />}
      <div className="photos gap-below">
        {!stream && (
          <Button icon={<CameraOutlined />} onClick={() => void look()}>
            {words.openCamera}
          </Button>
        )}
        <PickFiles icon={<PictureOutlined />} accept="image/*" onPick={(files) => void readPhoto(files)}>
          {words.codePhoto}
        </PickFiles>
      </div>
      <p className="quiet">{hint}</p>
      <Input.Search
        value={typed}
        aria-label={label}
        placeholder={label}
        enterButton={part.search}
        {...(refused && { status: 'warning' as const })}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={found}
      />
    </Modal>
  );
}
