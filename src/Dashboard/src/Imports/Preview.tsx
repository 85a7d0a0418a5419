import { Alert, Button, Modal, Select, Table } from 'antd';
import { useWords } from '../app/language';
import { Facts } from '../parts/Facts';
import { useMarks } from '../parts/marks';
import { useTerms } from '../parts/Term';
import { count } from '../parts/time';
import { importWords } from './words';

/** What the server saw in a file, as POST /imports/…?preview=true answers it. */
export interface Seen {
  id: string;
  url: string;
  register: string;
  fileName: string | null;
  readAs: string | null;
  sheet: string | null;
  headerRow: number | null;
  columns: SeenColumn[];
  choices: string[];
  first: SeenRow[];
  rejects: SeenRow[];
  rowsRead: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  isWhole: boolean;
  failure: string | null;
  remarks: string[];
}

interface SeenColumn {
  title: string;
  column: string | null;
  isSaid: boolean;
  mayBeRead: boolean;
}

/** As what a column is to be read; null where it is not. */
export type SaidColumn = Pick<SeenColumn, 'title' | 'column'>;

interface SeenRow {
  number: number;
  outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';
  reason: string | null;
  cells: { column: string; text: string }[];
}

/** What would become of a file, before anything does: it is imported from here, or not. */
export function Preview({ seen, busy, fault, onSay, onTake, onLeave }: {
  seen: Seen;
  busy: boolean;
  fault: string | null;
  onSay: (columns: SaidColumn[]) => void;
  onTake: () => void;
  onLeave: () => void;
}) {
  const words = useWords(importWords);
  const registers = useTerms('RegisterKind');
  const isRefused = seen.failure !== null && seen.rowsRead === 0;
  const shown = seen.columns.filter(({ title }) => title);
  const say = (title: string, column: string | null) => onSay([
    ...seen.columns.filter((one) => one.isSaid && one.title !== title).map((one) => ({ title: one.title, column: one.column })),
    { title, column },
  ]);
  const choices = [{ value: '', label: words.notRead }, ...seen.choices.map((choice) => ({ value: choice, label: choice }))];
  const outcomes = { CREATED: words.created, UPDATED: words.updated, UNCHANGED: words.unchanged, REJECTED: words.rejected };
  return (
    <Modal open title={words.previewOf(registers.term(seen.register))} width="min(1100px, 96vw)" onCancel={onLeave}
      footer={[
        <Button key="leave" onClick={onLeave}>{words.leave}</Button>,
        <Button key="take" type="primary" loading={busy} disabled={isRefused} onClick={onTake}>{words.take}</Button>,
      ]}>
      {fault && <Alert className="gap-below" type="error" showIcon role="alert" title={fault} />}
      {seen.failure && <Alert className="gap-below" type="error" showIcon title={seen.failure} />}
      {!seen.isWhole && <Alert className="gap-below" type="warning" showIcon title={words.notWhole(count(seen.rowsRead))} />}
      <Facts className="gap-below" items={[
        { key: 'file', label: words.file, children: seen.fileName ?? '—' },
        { key: 'form', label: words.readAs, children: seen.readAs ?? '—' },
        ...(seen.sheet ? [{ key: 'sheet', label: words.sheet, children: seen.sheet }] : []),
        ...(seen.headerRow ? [{ key: 'header', label: words.headerRow, children: count(seen.headerRow) }] : []),
        { key: 'read', label: words.read, children: count(seen.rowsRead) },
        { key: 'created', label: words.wouldCreate, children: count(seen.created) },
        { key: 'updated', label: words.wouldUpdate, children: count(seen.updated) },
        { key: 'unchanged', label: words.unchanged, children: count(seen.unchanged) },
        { key: 'rejected', label: words.wouldReject, children: count(seen.rejected) },
      ]} />
      {seen.remarks.map((remark) => <div key={remark} className="remark">{remark}</div>)}
      {shown.length > 0 && (
        <>
          <h2>{words.columns}</h2>
          <p className="quiet">{words.columnsHint}</p>
          <Table size="small" className="gap-below" rowKey="title" pagination={false} dataSource={shown} columns={[
            { title: words.columnInFile, dataIndex: 'title' },
            {
              title: words.columnReadAs, key: 'column',
              render: (_, { title, column, mayBeRead }) => mayBeRead
                ? (
                  <Select className="wide" aria-label={words.readsAs(title)} value={column ?? ''} options={choices} disabled={busy}
                    showSearch={{ optionFilterProp: 'label' }} onChange={(chosen) => say(title, chosen || null)} />
                )
                : <span className="quiet">{words.personal}</span>,
            },
          ]} />
        </>
      )}
      <Rows title={words.firstRows} rows={seen.first} outcomes={outcomes} />
      <Rows title={words.firstRejected} rows={seen.rejects} outcomes={outcomes} />
    </Modal>
  );
}

function Rows({ title, rows, outcomes }: { title: string; rows: SeenRow[]; outcomes: Record<SeenRow['outcome'], string> }) {
  const words = useWords(importWords);
  const marks = useMarks();
  return rows.length > 0 && (
    <>
      <h2>{title}</h2>
      <Table<SeenRow> size="small" className="gap-below" rowKey="number" pagination={false} dataSource={rows} columns={[
        { title: words.row, dataIndex: 'number', align: 'right' },
        {
          title: words.understood, key: 'cells',
          render: (_, row) => (
            <>
              {row.cells.map(({ column, text }) => `${column}${marks.colon}${text}`).join(marks.semicolon)}
              {row.reason && <div className="fault">{row.reason}</div>}
            </>
          ),
        },
        { title: words.outcome, dataIndex: 'outcome', render: (outcome: SeenRow['outcome']) => outcomes[outcome] },
      ]} />
    </>
  );
}
