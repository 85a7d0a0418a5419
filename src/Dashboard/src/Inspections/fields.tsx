import { Input, Radio } from 'antd';
import { useWords } from '../app/language';
import { control, type Choice } from '../parts/concept';
import { useTerms } from '../parts/Term';
import { checklist } from './checklist';
import type { Finding } from './drafts';
import { inspectionWords } from './words';

type Filled = Finding & { item: string };

const items = Object.values(checklist).flat();

/** The checklist in a correction: an item that is not answered is left out. Its photos stay where they are. */
function Findings({ value = [], onChange }: Choice<Filled[]>) {
  const words = useWords(inspectionWords);
  const names = useTerms('ChecklistItem');
  const results = useTerms('FindingResult');
  const severities = useTerms('FindingSeverity');
  const change = (item: string, changed: Finding) => {
    const before = value.find((one) => one.item === item) ?? { item };
    const after = { ...before, ...changed };
    const { severity, ...rest } = after;
    const filled = after.result === 'NONCONFORMING' ? { ...rest, severity: severity ?? 'ORDINARY' } : rest;
    onChange?.(items.flatMap((one) => (one === item ? [filled] : value.filter((other) => other.item === one))));
  };
  return (
    <div>
      {items.map((item) => {
        const finding = value.find((one) => one.item === item);
        return (
          <div key={item} className="check">
            <div className="check-name" id={`correct-${item}`}>{names.term(item)}</div>
            <Radio.Group aria-labelledby={`correct-${item}`} optionType="button" value={finding?.result} options={results.options}
              onChange={(event) => change(item, { result: event.target.value as 'CONFORMING' })} />
            {finding?.result === 'NONCONFORMING' && (
              <div className="more">
                <Radio.Group aria-label={words.severity} value={finding.severity ?? 'ORDINARY'} options={severities.options}
                  onChange={(event) => change(item, { severity: event.target.value as 'MINOR' })} />
                <Input.TextArea aria-label={words.note} placeholder={words.note} value={finding.note ?? ''} rows={2} maxLength={1000}
                  onChange={(event) => change(item, { note: event.target.value })} />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

export default [
  control({ commands: ['correctInspectionRecord'], takes: ({ type }) => type === 'FindingInput', Control: Findings }),
];
