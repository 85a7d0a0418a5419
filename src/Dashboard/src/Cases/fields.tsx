import { Button, Input, InputNumber, Select } from 'antd';
import { useWords } from '../app/language';
import { control, type Choice } from '../parts/concept';
import { useTerms } from '../parts/Term';
import { caseWords } from './words';

type Text = 'name' | 'brand' | 'specification' | 'batch' | 'unit' | 'rightsHolder';

type Line = { [Name in Text]?: string } & { quantity?: number; unitPriceCny?: number; basis?: string };

const texts: Text[] = ['name', 'brand', 'specification', 'batch', 'unit', 'rightsHolder'];

/** One line of goods. */
function GoodsLine({ id, value = {}, onChange }: Choice<Line>) {
  const words = useWords(caseWords);
  const { options } = useTerms('ValuationBasis');
  const set = (part: Line) => onChange?.({ ...value, ...part });
  return (
    <div className="stack" role="group">
      {texts.map((name, place) => (
        <Input key={name} {...(place === 0 && id ? { id } : {})} aria-label={words.goodsLine[name]} placeholder={words.goodsLine[name]}
          value={value[name]} onChange={(event) => set({ [name]: event.target.value || undefined })} />
      ))}
      <InputNumber aria-label={words.goodsLine.quantity} placeholder={words.goodsLine.quantity} min={0} className="wide"
        value={value.quantity ?? null} onChange={(quantity) => set({ quantity: quantity ?? 0 })} />
      <InputNumber aria-label={words.goodsLine.unitPriceCny} placeholder={words.goodsLine.unitPriceCny} min={0} precision={2}
        suffix="元" className="wide" value={value.unitPriceCny ?? null} onChange={(price) => set({ unitPriceCny: price ?? 0 })} />
      <Select aria-label={words.goodsLine.basis} placeholder={words.goodsLine.basis} options={options}
        value={value.basis} onChange={(basis) => set({ basis })} />
    </div>
  );
}

/** Several lines of goods, one below the other. */
function GoodsLines({ id, value = [{}], onChange }: Choice<Line[]>) {
  const words = useWords(caseWords);
  return (
    <div className="stack">
      {value.map((line, place) => (
        // A line has no name of its own before it is recorded; its place is all there is.
        <GoodsLine key={place} {...(place === 0 && id ? { id } : {})} value={line}
          onChange={(now) => onChange?.(value.with(place, now ?? {}))} />
      ))}
      <Button onClick={() => onChange?.([...value, {}])}>{words.goodsLine.more}</Button>
    </div>
  );
}

/** Numbers of lines, such as 1, 2, 5. */
function Numbers({ id, value = [], onChange }: Choice<number[]>) {
  const change = (given: string[]) => onChange?.(given.map(Number).filter((one) => Number.isInteger(one) && one > 0));
  return (
    <Select {...(id ? { id } : {})} mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ' ']}
      value={value.map(String)} onChange={change} />
  );
}

export default [
  control({ takes: ({ type, list }) => type === 'GoodsLineInput' && list, Control: GoodsLines }),
  control({ takes: ({ type, list }) => type === 'GoodsLineInput' && !list, Control: GoodsLine }),
  control({ takes: ({ type, list }) => type === 'Int' && list, Control: Numbers }),
];
