import { useEffect, useRef, type ComponentRef, type KeyboardEvent } from 'react';
import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWords } from '../app/language';
import { CodesField } from './CodesField';
import type { CommandName, Field } from './command';
import type { Option } from './CommandForm';
import type { Bound, Choice, FieldControl } from './concept';
import { LinesField } from './LinesField';
import { useFound } from './pinyin';
import { several } from './several';
import { useTerms, type EnumName } from './Term';
import terms from '../../generated/terms.json';
import { partWords } from './words';

// The server takes no line breaks in what has fewer (FreeText.LongestLine).
const manyWords = 300;

const isEnum = (type: string): type is EnumName => type in terms;

const controls = Object.values(import.meta.glob<{ default: FieldControl[] }>('../*/fields.tsx', { eager: true }))
  .flatMap((module) => module.default)
  .toSorted((a, b) => Number(!!b.commands) - Number(!!a.commands));

/** The control that a concept brings for a field, or none: then the field's type says what it is filled in with. */
export const controlOf = (command: CommandName, field: Field) =>
  controls.find(({ commands, takes }) => (commands?.includes(command) ?? true) && takes(field));

/** The control for a field of a command: what the page gives to choose from, what a concept brings for it, and otherwise what its type asks for. */
export function CommandField({
  command,
  field,
  options,
  ...bound
}: { command: CommandName; field: Field; options?: Option[] | undefined } & Bound<unknown>) {
  if (options && options.length > 0) {
    return (
      <Select
        {...(bound as Bound<never>)}
        options={options}
        {...(field.list && several)}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required}
      />
    );
  }
  const brought = controlOf(command, field);
  if (brought) return <brought.Control {...(bound as Bound<never>)} field={field} />;
  if (isEnum(field.type)) return <EnumField {...(bound as Bound<string>)} of={field.type} list={field.list} />;
  if (field.type === 'LocalDate')
    return field.list ? <DatesField {...(bound as Bound<string[]>)} /> : <DateField {...(bound as Bound<string>)} />;
  // What may be long is a sentence; what has no length is a code.
  if (field.list)
    return field.longest > 0 ? <LinesField {...(bound as Choice<string[]>)} /> : <CodesField {...(bound as Choice<string[]>)} />;
  switch (field.type) {
    case 'Boolean':
      return field.required ? <ChoiceField {...(bound as Bound<boolean>)} /> : <TickField {...(bound as Bound<boolean>)} />;
    case 'Int':
      return <InputNumber {...(bound as Bound<number>)} precision={0} className="wide" />;
    case 'Decimal':
      return <InputNumber {...(bound as Bound<number>)} precision={2} min={0} suffix="元" className="wide" />;
    default:
      return <TextField {...(bound as Bound<string>)} field={field} />;
  }
}

function TextField({ field, onChange, ...rest }: { field: Field } & Bound<string>) {
  const given = { ...rest, onChange: (event: { target: { value: string } }) => onChange?.(event.target.value || undefined) };
  if (/password/i.test(field.name))
    return <Input.Password {...given} autoComplete={field.name === 'currentPassword' ? 'current-password' : 'new-password'} />;
  return field.longest > manyWords && field.name !== 'basis' ? (
    <Input.TextArea {...given} rows={3} maxLength={field.longest} showCount />
  ) : (
    <Input {...given} />
  );
}

function EnumField({ of, list, ...bound }: { of: EnumName; list: boolean } & Bound<string>) {
  const { options } = useTerms(of);
  const found = useFound();
  return <Select {...bound} options={options} {...(list && several)} showSearch={found} allowClear />;
}

// Enter takes the day over; a form of one field would be given with it, unread.
const staysOpen = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};

function DateField({ value, onChange, ...rest }: Bound<string>) {
  return (
    <DatePicker
      {...rest}
      className="wide"
      onKeyDown={staysOpen}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.((date as Dayjs | null)?.format('YYYY-MM-DD'))}
    />
  );
}

function DatesField({ id, value, onChange, ...rest }: Bound<string[]>) {
  const picker = useRef<ComponentRef<typeof DatePicker>>(null);
  // Of several days the picker names its own box and not its input, to which the label and a problem lead.
  useEffect(() => {
    if (id) picker.current?.nativeElement.querySelector('input')?.setAttribute('id', id);
  }, [id]);
  return (
    <DatePicker
      {...rest}
      ref={picker}
      multiple
      onKeyDown={staysOpen}
      maxTagCount={6}
      className="wide"
      value={value?.map((one) => dayjs(one)) ?? []}
      onChange={(dates) => onChange?.((dates as unknown as Dayjs[] | null)?.map((one) => one.format('YYYY-MM-DD')))}
    />
  );
}

function ChoiceField({ value, onChange, ...rest }: Bound<boolean>) {
  const words = useWords(partWords);
  return (
    <Radio.Group
      {...rest}
      value={value}
      onChange={(event) => onChange?.(event.target.value as boolean)}
      options={[
        { value: true, label: words.yes },
        { value: false, label: words.no },
      ]}
    />
  );
}

function TickField({ value, onChange, ...rest }: Bound<boolean>) {
  return <Checkbox {...rest} checked={value ?? false} onChange={(event) => onChange?.(event.target.checked)} />;
}
