import { useState } from 'react';
import { Alert, Button, Form, Input, Space } from 'antd';
import { useClient } from 'urql';
import { faultOf } from '../app/api';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { Commands } from '../parts/Commands';
import { useMarks } from '../parts/marks';
import { PlainTable } from '../parts/PlainTable';
import { useUnsent } from '../parts/useUnsent';
import { calendarWords } from './words';

const read = graphql(`query ReadNotice($text: String!) {
  workingCalendar {
    readNotice(text: $text) { year source documentNumber restDays workedDays problems holidays { name restDays workedDays } }
  }
}`);
export type ReadNotice = ResultOf<typeof read>['workingCalendar']['readNotice'];

interface Props {
  /** What was read, for whoever shows its year before it is loaded; null when it counts no more. */
  onRead?: (notice: ReadNotice | null) => void;
  onLoaded?: (year: number) => void;
}

const longest = 20_000;

/**
 * The text of a notice, what it says, and the form that loads it. What was pasted stays until the year is loaded, as what is typed into any
 * form does.
 */
export function Notice({ onRead, onLoaded }: Props) {
  const [loaded, setLoaded] = useState(0);
  const next = (year: number) => {
    setLoaded(loaded + 1);
    onLoaded?.(year);
  };
  return <PastedNotice key={loaded} {...(onRead && { onRead })} onLoaded={next} />;
}

function PastedNotice({ onRead, onLoaded }: Props) {
  const words = useWords(calendarWords);
  const frame = useWords(frameWords);
  const client = useClient();
  const [form] = Form.useForm<{ text?: string }>();
  const text = Form.useWatch('text', form) ?? '';
  const [notice, setNotice] = useState<ReadNotice | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const unsent = useUnsent(form, 'noticeOfHolidays', {}, () => undefined);
  const marks = useMarks();

  const look = async () => {
    const { data, error } = await client.query(read, { text });
    const said = data?.workingCalendar.readNotice ?? null;
    setNotice(said);
    onRead?.(said);
    setFault(error ? faultOf(error, frame) : null);
  };
  const done = (year: number) => {
    unsent.done();
    onRead?.(null);
    onLoaded?.(year);
  };

  return (
    <Form form={form} onValuesChange={(_, values) => unsent.changed(values)}>
      {unsent.notice}
      <Form.Item name="text" noStyle>
        <Input.TextArea
          className="gap-below"
          aria-label={words.noticeText}
          placeholder={words.noticeHint}
          rows={4}
          maxLength={longest}
        />
      </Form.Item>
      <Space wrap className="gap-below">
        <Button disabled={!text.trim()} onClick={() => void look()}>
          {words.readNotice}
        </Button>
        {notice?.year && (
          <Commands
            next={['loadWorkingYear']}
            target={{ fixed: {} }}
            onDone={() => done(notice.year!)}
            initial={{
              loadWorkingYear: {
                year: notice.year,
                source: notice.source,
                documentNumber: notice.documentNumber,
                restDays: notice.restDays,
                workedDays: notice.workedDays,
              },
            }}
          />
        )}
      </Space>
      {fault && <Alert className="gap-below" type="error" showIcon role="alert" title={fault} />}
      {notice?.problems.map((problem) => (
        <Alert key={problem} className="gap-below" type="warning" showIcon title={problem} />
      ))}
      {notice && notice.holidays.length > 0 && (
        <div className="table-wide" tabIndex={0} role="group" aria-label={words.notice}>
          <PlainTable
            rows={notice.holidays}
            rowKey={({ name }) => name}
            columns={[
              { title: words.holiday, key: 'name', render: ({ name }) => name },
              { title: words.restDays, key: 'restDays', render: ({ restDays }) => restDays.join(marks.comma) },
              { title: words.workedDays, key: 'workedDays', render: ({ workedDays }) => workedDays.join(marks.comma) || '—' },
            ]}
          />
        </div>
      )}
    </Form>
  );
}
