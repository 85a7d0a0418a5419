import { useState } from 'react';
import { Alert, Button, Input, Space, Table } from 'antd';
import { useClient } from 'urql';
import { faultOf } from '../app/api';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { Commands } from '../parts/Commands';
import { calendarWords } from './words';

const read = graphql(`query ReadNotice($text: String!) {
  workingCalendar {
    readNotice(text: $text) { year source documentNumber restDays workedDays problems holidays { name restDays workedDays } }
  }
}`);
type Read = ResultOf<typeof read>['workingCalendar']['readNotice'];

const longest = 20_000;

/** The text of a notice, what it says, and the form that loads it. */
export function Notice() {
  const words = useWords(calendarWords);
  const frame = useWords(frameWords);
  const client = useClient();
  const [text, setText] = useState('');
  const [notice, setNotice] = useState<Read | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const look = async () => {
    const { data, error } = await client.query(read, { text });
    setNotice(data?.workingCalendar.readNotice ?? null);
    setFault(error ? faultOf(error, frame) : null);
  };

  return (
    <>
      <Input.TextArea className="gap-below" aria-label={words.noticeText} placeholder={words.noticeHint} rows={4} maxLength={longest}
        value={text} onChange={({ target }) => setText(target.value)} />
      <Space wrap className="gap-below">
        <Button disabled={!text.trim()} onClick={() => void look()}>{words.readNotice}</Button>
        {notice?.year && (
          <Commands next={['loadWorkingYear']} target={{ fixed: {} }} initial={{
            loadWorkingYear: {
              year: notice.year, source: notice.source, documentNumber: notice.documentNumber,
              restDays: notice.restDays, workedDays: notice.workedDays,
            },
          }} />
        )}
      </Space>
      {fault && <Alert className="gap-below" type="error" showIcon role="alert" title={fault} />}
      {notice?.problems.map((problem) => <Alert key={problem} className="gap-below" type="warning" showIcon title={problem} />)}
      {notice && notice.holidays.length > 0 && (
        <div className="table-wide" tabIndex={0} role="group" aria-label={words.notice}>
          <Table size="small" rowKey="name" pagination={false} dataSource={notice.holidays} columns={[
            { title: words.holiday, dataIndex: 'name' },
            { title: words.restDays, dataIndex: 'restDays', render: (days: string[]) => days.join('、') },
            { title: words.workedDays, dataIndex: 'workedDays', render: (days: string[]) => days.join('、') || '—' },
          ]} />
        </div>
      )}
    </>
  );
}
