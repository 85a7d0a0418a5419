import { useState } from 'react';
import { Select } from 'antd';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { CodesField } from '../parts/CodesField';
import { useMarks } from '../parts/marks';
import { useFound } from '../parts/pinyin';
import { several } from '../parts/several';
import { useTerms } from '../parts/Term';
import { partWords } from '../parts/words';
import { useSectionName } from '../Sections/sectionNames';
import { useStaff, useStaffName, type Person } from './staff';

interface Props { label?: string; officers?: boolean; id?: string }

function useChoices(officers: boolean, chosen: string[], atHand: Person[] = []) {
  const [text, setText] = useState('');
  const found = useFound();
  const { isWhole, people: read } = useStaff(officers ? 'OFFICER' : undefined);
  const first = read.length > 0 ? read : atHand;
  // All are at hand in most bureaus; where there are more, the server searches.
  const { people, fetching } = useStaff(officers ? 'OFFICER' : undefined, isWhole ? undefined : text);
  const nameOf = useStaffName();
  const section = useSectionName();
  const marks = useMarks();
  const { term } = useTerms('Role');
  const described = (isWhole ? first : people).map(({ userName, displayName, section: code, roles }) => {
    // What a device kept before roles were asked for has none.
    const what = [code && section(code), (roles ?? []).map(term).join(marks.comma)].filter(Boolean).join(' · ');
    return { value: userName, label: `${displayName}${what && marks.inBrackets(what)}`, title: userName };
  });
  // Of two who are called and do the same, only the user name says which is which.
  const named = described.map((one) => (described.some(({ value, label }) => value !== one.value && label === one.label)
    ? { ...one, label: `${one.label} ${one.value}` } : one));
  const left = chosen.filter((one) => !named.some(({ value }) => value === one));
  const options = [...named, ...left.map((one) => ({ value: one, label: nameOf(one), title: one }))];
  // Whoever knows the user name finds the person by it too.
  const filterOption = (sought: string, option?: { label?: unknown; title?: unknown }) =>
    found.filterOption(sought, option) || String(option?.title ?? '').includes(sought.toLowerCase());
  return {
    isKnown: first.length > 0,
    options,
    loading: fetching,
    showSearch: isWhole ? { ...found, filterOption } : { filterOption: false as const, onSearch: setText },
  };
}

/** Somebody of the bureau, by name. */
export function StaffSelect({ label, officers = false, value, isOpenAtFirst = false, ...rest }: Props & {
  value?: string;
  onChange?: (userName: string | undefined) => void;
  /** Whether what there is to choose from lies open when the form opens, because it is what the form is about. */
  isOpenAtFirst?: boolean;
}) {
  const { isKnown: _, ...choices } = useChoices(officers, value ? [value] : []);
  return <Select {...rest} {...choices} {...(isOpenAtFirst && { defaultOpen: true, autoFocus: true })} {...(label && { 'aria-label': label, placeholder: label })} value={value || undefined} allowClear popupMatchSelectWidth={false} />;
}

interface Several extends Props {
  /** Who is known where the list cannot be read, because there is no network; then, and where nobody is, user names can be typed. */
  atHand?: Person[];
  value?: string[];
  onChange?: (userNames: string[]) => void;
}

/** Several of them, in the order in which they were chosen. Whoever may not read the list types user names. */
export function StaffMultiSelect({ label, officers = false, atHand, value, ...rest }: Several) {
  const words = useWords(partWords);
  const { may } = useSession();
  const { isKnown, ...choices } = useChoices(officers, value ?? [], atHand);
  const named = { ...rest, ...(label && { 'aria-label': label }), ...(value && { value }) };
  return may('staff') && (!atHand || isKnown)
    ? <Select {...named} {...choices} {...several} placeholder={words.choose} />
    : <CodesField {...named} />;
}
