import { useEffect, useRef, useState, type RefObject } from 'react';
import { Button, Form, Input, Modal } from 'antd';
import Drawing from 'signature_pad';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { partWords } from '../parts/words';
import lengths from '../../generated/lengths.json';
import type { PartySigned } from './drafts';
import { inspectionWords } from './words';

/** The screen to sign on. It is as wide as the dialog, and keeps what is drawn when the phone is turned. */
export default function SignaturePad({ onSigned, onClose }: { onSigned: (signed: PartySigned) => void; onClose: () => void }) {
  const words = useWords(inspectionWords);
  const part = useWords(partWords);
  const { now } = useSession();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Drawing>(null);
  const [signedBy, setSignedBy] = useState('');
  const [isEmpty, setIsEmpty] = useState(true);
  const take = () =>
    canvas.current!.toBlob((content) => {
      if (content) onSigned({ outcome: 'SIGNED', signedBy: signedBy.trim(), signedAt: now().toISOString(), content });
    }, 'image/png');
  return (
    <Modal
      open
      title={words.signature}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      width="min(640px, 96vw)"
      footer={[
        <Button
          key="clear"
          onClick={() => {
            pad.current?.clear();
            setIsEmpty(true);
          }}
        >
          {words.signatureClear}
        </Button>,
        <Button key="cancel" onClick={onClose}>
          {part.cancel}
        </Button>,
        <Button key="take" type="primary" disabled={isEmpty || !signedBy.trim()} onClick={take}>
          {words.signatureTake}
        </Button>,
      ]}
    >
      <Form.Item label={words.signedBy} htmlFor="signed-by" required>
        <Input
          id="signed-by"
          autoFocus
          maxLength={lengths.SignatureInput.signedBy}
          value={signedBy}
          onChange={(event) => setSignedBy(event.target.value)}
        />
      </Form.Item>
      <Screen canvas={canvas} pad={pad} label={words.signatureArea} onStroke={setIsEmpty} />
    </Modal>
  );
}

/** What is drawn on. A dialog that moves as it opens draws what is in it a moment after itself: this takes the canvas when it is there. */
function Screen({
  canvas,
  pad,
  label,
  onStroke,
}: {
  canvas: RefObject<HTMLCanvasElement | null>;
  pad: RefObject<Drawing | null>;
  label: string;
  onStroke: (isEmpty: boolean) => void;
}) {
  useEffect(() => {
    const drawn = canvas.current!;
    const made = new Drawing(drawn, { backgroundColor: '#ffffff', penColor: '#101828' });
    pad.current = made;
    const follow = () => onStroke(made.isEmpty());
    made.addEventListener('endStroke', follow);
    const fit = () => {
      const scale = Math.max(window.devicePixelRatio, 1);
      const strokes = made.toData();
      drawn.width = drawn.offsetWidth * scale;
      drawn.height = drawn.offsetHeight * scale;
      drawn.getContext('2d')!.scale(scale, scale);
      made.clear();
      made.fromData(strokes);
    };
    const observer = new ResizeObserver(fit);
    observer.observe(drawn);
    return () => {
      observer.disconnect();
      made.off();
    };
  }, [canvas, pad, onStroke]);
  return <canvas ref={canvas} className="signature-pad" aria-label={label} role="img" />;
}
