import { useEffect, useRef, useState } from 'react';
import { AutoComplete, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { useRoomForColumns } from '../parts/narrow';
import { describe } from '../parts/Subject';
import { searchPath } from './path';
import { shortest, useSearch } from './search';

const pause = 250;
const most = 12;
const boxId = 'search-box';

/** Finds enterprises, licences and cases by name or number, from every page: Ctrl-K goes to it, Enter shows all that is found. */
export function SearchBox() {
  const words = useWords(frameWords);
  const navigate = useNavigate();
  // Beside the menu's button and the bell a phone has no room for a sentence.
  const hasRoom = useRoomForColumns();
  const chosen = useRef(false);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const goTo = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      const input = document.querySelector<HTMLInputElement>(`#${boxId}`);
      input?.focus();
      input?.select();
    };
    window.addEventListener('keydown', goTo);
    return () => window.removeEventListener('keydown', goTo);
  }, []);
  const { hits, fetching } = useSearch(text, most);
  const options = hits.map(({ title, detail, node }) => ({
    value: describe(node).to ?? '',
    label: (
      <span>
        {title} <span className="quiet">{detail}</span>
      </span>
    ),
  }));
  const showAll = (all: string) => {
    // Enter on one of those that are offered goes to that one, whichever of the two hears the key first.
    if (
      chosen.current ||
      all.trim().length < shortest ||
      document.querySelector('.search-found:not(.ant-select-dropdown-hidden) .ant-select-item-option-active')
    )
      return;
    setOpen(false);
    navigate(searchPath(all.trim()));
  };
  return (
    <AutoComplete
      id={boxId}
      className="search"
      classNames={{ popup: { root: 'search-found' } }}
      options={options}
      value={typed}
      open={open}
      onOpenChange={setOpen}
      defaultActiveFirstOption={false}
      onChange={(value: string) => {
        chosen.current = value.startsWith('/');
        setTyped(chosen.current ? '' : value);
      }}
      onSelect={(to: string) => navigate(to)}
      notFoundContent={text.length >= shortest && !fetching ? words.searchNothing : null}
      popupMatchSelectWidth={false}
    >
      <Input.Search
        placeholder={hasRoom ? words.search : words.searchLabel}
        aria-label={words.searchLabel}
        aria-keyshortcuts="Control+K"
        allowClear
        loading={fetching}
        onSearch={(value, _, info) => info?.source !== 'clear' && showAll(value)}
      />
    </AutoComplete>
  );
}
