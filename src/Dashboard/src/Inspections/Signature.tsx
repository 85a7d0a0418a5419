import { lazy, Suspense, useEffect, useState } from 'react';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { EditOutlined } from '@ant-design/icons';
import { LocalPicture } from '../Attachments/Attached';
import { useWords } from '../app/language';
import { Card } from '../parts/Card';
import { useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import lengths from '../../generated/lengths.json';
import type { PartySigned } from './drafts';
import { inspectionWords } from './words';

const bounds = lengths.SignatureInput;

// It is loaded with the record, beside what is seen: it may be wanted where there is no network.
const pad = () => import('./SignaturePad');
const SignaturePad = lazy(pad);

/** Whether the party signed the record: its signature on the screen, or why there is none and who saw it. */
export function Signature({
  signed,
  content,
  isStale,
  wrong,
  control,
  onChange,
}: {
  signed: PartySigned | undefined;
  /** What is signed, by its hash. */
  content: string;
  isStale: boolean;
  wrong: string | undefined;
  control: (field: string) => { id: string };
  onChange: (signed: PartySigned | undefined) => void;
}) {
  const words = useWords(inspectionWords);
  const outcomes = useTerms('SignatureOutcome');
  const [signing, setSigning] = useState(false);
  useEffect(() => void pad().catch(() => undefined), []);
  const unsigned = signed && signed.outcome !== 'SIGNED' ? signed : null;
  return (
    <Card className="gap-below" title={words.signature} id={control('signature').id} tabIndex={-1}>
      <p className="quiet">{words.signatureHint}</p>
      {signed?.outcome === 'SIGNED' && signed.content && (
        <div className="signed gap-below">
          <LocalPicture content={signed.content} name={words.signature} />
          <span>
            {signed.signedBy}
            <span className="quiet"> {signed.signedAt && timeOf(signed.signedAt)}</span>
          </span>
        </div>
      )}
      {(isStale || wrong) && <Alert className="gap-below" type="warning" showIcon role="alert" title={wrong ?? words.signatureStale} />}
      <div className="photos">
        <Button icon={<EditOutlined />} type={signed ? 'default' : 'primary'} onClick={() => setSigning(true)}>
          {signed?.outcome === 'SIGNED' ? words.signAgain : words.sign}
        </Button>
        <Radio.Group
          aria-label={words.notSigned}
          optionType="button"
          value={unsigned?.outcome}
          options={outcomes.options.filter(({ value }) => value !== 'SIGNED')}
          onChange={(event) => onChange({ ...unsigned, outcome: event.target.value as 'REFUSED' })}
        />
        {signed && (
          <Button type="link" onClick={() => onChange(undefined)}>
            {words.signatureRemove}
          </Button>
        )}
      </div>
      {unsigned && (
        <>
          <Form.Item className="gap-above" label={words.signatureReason} htmlFor={control('signature.reason').id} required>
            <Input.TextArea
              {...control('signature.reason')}
              rows={2}
              maxLength={bounds.reason}
              value={unsigned.reason ?? ''}
              onChange={(event) => onChange({ ...unsigned, reason: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={words.witness} htmlFor={control('signature.witness').id}>
            <Input
              {...control('signature.witness')}
              maxLength={bounds.witness}
              value={unsigned.witness ?? ''}
              onChange={(event) => onChange({ ...unsigned, witness: event.target.value })}
            />
          </Form.Item>
        </>
      )}
      {signing && (
        <Suspense>
          <SignaturePad
            onClose={() => setSigning(false)}
            onSigned={(one) => {
              onChange({ ...one, over: content });
              setSigning(false);
            }}
          />
        </Suspense>
      )}
    </Card>
  );
}
