import { useEffect, useRef, type ComponentRef } from 'react';
import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWords } from '../app/language';
import { AttachmentField, type NamedFile } from '../Attachments/AttachmentField';
import { useOfferedClasses } from '../ProductClasses/ProductClassSelect';
import { AgencySelect } from '../Agencies/AgencySelect';
import { StaffMultiSelect, StaffSelect } from '../Accounts/StaffSelect';
import { SectionSelect } from '../Sections/SectionSelect';
import { CodesField } from './CodesField';
import type { CommandName, Field } from './command';
import { LinesField } from './LinesField';
import { useTerms, type EnumName } from './Term';
import terms from '../../generated/terms.json';
import { partWords } from './words';

const manyWords = 300;

interface Bound<T> { id?: string; value?: T; onChange?: (value: T | null | undefined) => void }

// The same, for controls that know of no null.
interface Choice<T> { id?: string; value?: T; onChange?: (value: T | undefined) => void }

const isEnum = (type: string): type is EnumName => type in terms;

// Crime goes to the police and to nobody else.
const toPolice = new Set<CommandName>(['openCrimeTransfer', 'requestEarlyIntervention', 'forwardCrimeTransfer']);

/** The control for a field of a command: what its type asks for, and for the codes of sections and agencies and for user names the list that they are in. */
export function CommandField({ command, field, ...bound }: { command: CommandName; field: Field } & Bound<unknown>) {
  if (field.type === 'AttachmentInput') return <AttachmentField {...(bound as Choice<NamedFile[]>)} />;
  if (isEnum(field.type)) return <EnumField {...(bound as Bound<string>)} of={field.type} list={field.list} />;
  if (/^productClass(es)?$/.test(field.name)) return <ClassField {...(bound as Bound<string>)} list={field.list} />;
  if (/^(toS|s)ection$/.test(field.name)) return <SectionSelect {...(bound as Choice<string>)} />;
  if (field.name === 'agency') return <AgencySelect {...(bound as Choice<string>)} police={toPolice.has(command)} />;
  if (/^(officers|takenBy|members)$/.test(field.name) && field.list) return <StaffMultiSelect {...(bound as Choice<string[]>)} officers={field.name === 'officers'} />;
  if (field.name === 'chair') return <StaffSelect {...(bound as Choice<string>)} />;
  if (field.type === 'LocalDate') return field.list ? <DatesField {...(bound as Bound<string[]>)} /> : <DateField {...(bound as Bound<string>)} />;
  // What may be long is a sentence; what has no length is a code.
  if (field.list) return field.longest > 0 ? <LinesField {...(bound as Choice<string[]>)} /> : <CodesField {...(bound as Choice<string[]>)} />;
  switch (field.type) {
    case 'Boolean': return field.required ? <ChoiceField {...(bound as Bound<boolean>)} /> : <TickField {...(bound as Bound<boolean>)} />;
    case 'Int': return <InputNumber {...(bound as Bound<number>)} precision={0} className="wide" />;
    case 'Decimal': return <InputNumber {...(bound as Bound<number>)} precision={2} min={0} suffix="元" className="wide" />;
    default: return <TextField {...(bound as Bound<string>)} field={field} />;
  }
}

function TextField({ field, onChange, ...rest }: { field: Field } & Bound<string>) {
  const given = { ...rest, onChange: (event: { target: { value: string } }) => onChange?.(event.target.value || undefined) };
  if (/password/i.test(field.name)) return <Input.Password {...given} autoComplete={field.name === 'currentPassword' ? 'current-password' : 'new-password'} />;
  return field.longest > manyWords && field.name !== 'basis' ? <Input.TextArea {...given} rows={3} maxLength={field.longest} showCount /> : <Input {...given} />;
}

function EnumField({ of, list, ...bound }: { of: EnumName; list: boolean } & Bound<string>) {
  const { options } = useTerms(of);
  return <Select {...bound} options={options} {...(list && { mode: 'multiple' as const })} showSearch={{ optionFilterProp: 'label' }} allowClear />;
}

function ClassField({ list, ...bound }: { list: boolean } & Bound<string>) {
  const options = useOfferedClasses([bound.value ?? []].flat());
  return <Select {...bound} options={options} {...(list && { mode: 'multiple' as const })} showSearch={{ optionFilterProp: 'label' }} allowClear />;
}

function DateField({ value, onChange, ...rest }: Bound<string>) {
  return <DatePicker {...rest} className="wide" value={value ? dayjs(value) : null} onChange={(date) => onChange?.((date as Dayjs | null)?.format('YYYY-MM-DD'))} />;
}

function DatesField({ id, value, onChange, ...rest }: Bound<string[]>) {
  const picker = useRef<ComponentRef<typeof DatePicker>>(null);
  // Of several days the picker names its own box and not its input, to which the label and a problem lead.
  useEffect(() => {
    if (id) picker.current?.nativeElement.querySelector('input')?.setAttribute('id', id);
  }, [id]);
  return <DatePicker {...rest} ref={picker} multiple maxTagCount={6} className="wide" value={value?.map((one) => dayjs(one)) ?? []} onChange={(dates) => onChange?.((dates as unknown as Dayjs[] | null)?.map((one) => one.format('YYYY-MM-DD')))} />;
}

function ChoiceField({ value, onChange, ...rest }: Bound<boolean>) {
  const words = useWords(partWords);
  return <Radio.Group {...rest} value={value} onChange={(event) => onChange?.(event.target.value as boolean)} options={[{ value: true, label: words.yes }, { value: false, label: words.no }]} />;
}

function TickField({ value, onChange, ...rest }: Bound<boolean>) {
  return <Checkbox {...rest} checked={value ?? false} onChange={(event) => onChange?.(event.target.checked)} />;
}
