import { useState } from 'react';
import { Alert, App, Button, Empty, Space, Upload } from 'antd';
import { UploadOutlined } from '@ant-design/icons';
import { send } from '../app/api';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { useStaffName } from '../Accounts/staff';
import { CardTable } from '../parts/CardTable';
import { Commands } from '../parts/Commands';
import { Page } from '../parts/Page';
import type { TableColumn } from '../parts/PlainTable';
import { Standing } from '../parts/Standing';
import { Term, useTerms } from '../parts/Term';
import { count, timeOf } from '../parts/time';
import { useWholeList } from '../parts/useWholeList';
import { partWords } from '../parts/words';
import { Preview, type SaidColumn, type Seen } from './Preview';
import { importWords } from './words';

const recent = graphql(`query RecentImports { recentImports { id importId version register status fileName userName rowsRead created updated unchanged rejected rejectedRowsUrl failure remarks queuedAt endedAt } }`);
type Import = ResultOf<typeof recent>['recentImports'][number];

export default function Imports() {
  const words = useWords(importWords);
  const part = useWords(partWords);
  const { me, may } = useSession();
  const registers = useTerms('RegisterKind');
  const statuses = useTerms('ImportStatus');
  const name = useStaffName();
  const { data, error, fetching, again } = useLiveQuery(recent, {}, ['IMPORT']);
  const leads = me.roles.some((role) => role === 'ADMINISTRATOR' || role === 'SECTION_HEAD');
  const figure = (title: string, of: 'rowsRead' | 'created' | 'updated' | 'unchanged' | 'rejected'): TableColumn<Import> => ({
    title,
    key: of,
    align: 'right',
    render: (one) => count(one[of]),
  });
  const columns: TableColumn<Import>[] = [
    {
      title: words.file,
      key: 'file',
      text: (one) => [one.fileName ?? one.importId, one.failure, ...one.remarks].filter(Boolean).join(' '),
      render: (one) => (
        <>
          {one.fileName ?? one.importId}
          {one.failure && <div className="fault">{one.failure}</div>}
          {one.remarks.map((remark) => (
            <div key={remark} className="remark">
              {remark}
            </div>
          ))}
        </>
      ),
    },
    { title: words.register, key: 'register', render: (one) => registers.term(one.register) },
    {
      title: words.status,
      key: 'status',
      text: (one) => statuses.term(one.status),
      render: (one) => <Term of="ImportStatus" value={one.status} />,
    },
    figure(words.read, 'rowsRead'),
    figure(words.created, 'created'),
    figure(words.updated, 'updated'),
    figure(words.unchanged, 'unchanged'),
    figure(words.rejected, 'rejected'),
    {
      title: words.download,
      key: 'rows',
      isHeard: true,
      render: (one) =>
        one.rejectedRowsUrl && (
          <a href={one.rejectedRowsUrl} download>
            {words.download}
          </a>
        ),
    },
    { title: words.by, key: 'by', render: (one) => name(one.userName) },
    {
      title: part.commands,
      key: 'commands',
      isHeard: true,
      render: (one) =>
        !one.endedAt &&
        (one.userName === me.userName || leads) && (
          // Its version rises with every row that is marked: whoever cancels means the import, not a version of it.
          <Commands
            next={one.status === 'PARKED' ? ['resumeImport', 'cancelImport'] : ['cancelImport']}
            target={{ id: one.id, fixed: { importId: one.importId } }}
            onDone={again}
          />
        ),
    },
    { title: words.at, key: 'at', render: (one) => timeOf(one.queuedAt) },
  ];
  const said = columns.filter(({ isHeard }) => !isHeard);
  const { tools, shown } = useWholeList({ rows: data?.recentImports ?? [], columns: said, label: words.title });
  return (
    <Page title={words.title} remark={words.hint}>
      <Space wrap className="gap-below">
        {may('importEnterprises') && <Bring register="enterprises" onSent={again} />}
        {may('importLicences') && <Bring register="licences" onSent={again} />}
      </Space>
      <Standing fetching={fetching} error={error} again={again} rows={6}>
        {tools}
        <CardTable<Import>
          rows={shown}
          rowKey={({ id }) => id}
          empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noneYet} />}
          columns={columns}
        />
      </Standing>
    </Page>
  );
}

function Bring({ register, onSent }: { register: 'enterprises' | 'licences'; onSent: () => void }) {
  const words = useWords(importWords);
  const registers = useTerms('RegisterKind');
  const frame = useWords(frameWords);
  const { message } = App.useApp();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState<Seen | null>(null);

  // What the server answers, or null where it says no.
  const ask = async <T,>(url: string, body?: FormData | string) => {
    setBusy(true);
    setFault(null);
    try {
      const headers = typeof body === 'string' ? { 'Content-Type': 'application/json' } : undefined;
      const response = await send(url, { method: 'POST', body, headers });
      if (response.ok) return (await response.json()) as T;
      setFault(((await response.json()) as { title?: string }).title ?? String(response.status));
    } catch {
      setFault(frame.offline);
    } finally {
      setBusy(false);
    }
    return null;
  };
  const look = async (file: File) => {
    const form = new FormData();
    form.append('file', file);
    setSeen(await ask<Seen>(`/imports/${register}?preview=true`, form));
  };
  const say = async (url: string, columns: SaidColumn[]) => {
    const next = await ask<Seen>(`${url}/columns`, JSON.stringify({ columns }));
    if (next) setSeen(next);
  };
  const take = async (url: string) => {
    if (await ask(url)) {
      setSeen(null);
      void message.success(words.sent);
    }
    onSent();
  };
  const leave = (url: string) => {
    setSeen(null);
    setFault(null);
    // Left alone it is forgotten soon; there is nobody to tell that it was not forgotten at once.
    send(url, { method: 'DELETE' }).catch(() => {});
  };

  return (
    <div>
      <Upload accept=".csv,.xlsx" showUploadList={false} beforeUpload={(file) => { void look(file); return false; }}>
        <Button icon={<UploadOutlined />} loading={busy && !seen}>{words.bring(registers.term(register.toUpperCase()))}</Button>
      </Upload>
      {fault && !seen && <Alert type="error" showIcon role="alert" title={fault} />}
      {seen && <Preview seen={seen} busy={busy} fault={fault} onSay={(columns) => void say(seen.url, columns)}
        onTake={() => void take(seen.url)} onLeave={() => leave(seen.url)} />}
    </div>
  );
}
