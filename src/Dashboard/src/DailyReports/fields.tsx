import { Button, Input, InputNumber, Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { control, type Choice } from '../parts/concept';
import { useMarks } from '../parts/marks';
import { useTerms } from '../parts/Term';
import { dailyWords } from './words';

const columnsOf = graphql(`query DailyColumns { dailyReports(first: 1) { nodes { id columns { code heading unit isMoney } } } }`);

interface Figure {
  column?: string;
  value?: number;
  note?: string;
}

/** Figures that a section fills in itself, one below the other: of which column, how much, and where it comes from. */
function Figures({ id, value = [], onChange }: Choice<Figure[]>) {
  const words = useWords(dailyWords);
  const units = useTerms('FormUnit');
  const marks = useMarks();
  const [{ data }] = useQuery({ query: columnsOf });
  const columns = data?.dailyReports.nodes[0]?.columns ?? [];
  const options = columns.map(({ code, heading, unit }) => ({
    value: code,
    label: `${heading}${marks.inBrackets(units.term(unit))}`,
  }));
  const change = (figures: Figure[]) => onChange?.(figures.length > 0 ? figures : undefined);
  return (
    <div className="stack">
      {value.map((figure, place) => {
        const set = (part: Figure) => change(value.with(place, { ...figure, ...part }));
        return (
          // A figure has no name of its own before it is submitted; its place is all there is.
          <div key={place} className="stack" role="group" aria-label={words.byHand}>
            <Select {...(place === 0 && id ? { id } : {})} aria-label={words.column} placeholder={words.column}
              options={options} value={figure.column}
              showSearch={{ optionFilterProp: 'label' }} onChange={(column) => set({ column })} />
            <InputNumber aria-label={words.value} placeholder={words.value} min={0} className="wide"
              precision={columns.find(({ code }) => code === figure.column)?.isMoney ? 2 : 0}
              value={figure.value ?? null} onChange={(given) => set({ value: given ?? undefined })} />
            <Input aria-label={words.note} placeholder={words.note} value={figure.note}
              onChange={(event) => set({ note: event.target.value })} />
            <Button onClick={() => change(value.toSpliced(place, 1))}>{words.removeFigure}</Button>
          </div>
        );
      })}
      <Button onClick={() => change([...value, {}])}>{words.addFigure}</Button>
    </div>
  );
}

export default [control({ takes: ({ type, list }) => type === 'DailyManualFigureInput' && list, Control: Figures })];
