import { useEffect, useState, type KeyboardEvent as KeyPressed } from 'react';
import { Input } from 'antd';
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
const foundId = 'search-found';
const none = -1;

/**
 * Finds enterprises, licences and cases by name or number, from every page: Ctrl-K goes to it, the arrows go through what is offered,
 * Enter shows all that is found. It stands on every page, so it is of the browser's own means: the library's choices weigh ten times as
 * much.
 */
export function SearchBox() {
  const words = useWords(frameWords);
  const navigate = useNavigate();
  // Beside the menu's button and the bell a phone has no room for a sentence.
  const hasRoom = useRoomForColumns();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  // Which of those that are offered Enter goes to.
  const [active, setActive] = useState(none);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const goToBox = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      const input = document.querySelector<HTMLInputElement>(`#${boxId}`);
      input?.focus();
      input?.select();
    };
    window.addEventListener('keydown', goToBox);
    return () => window.removeEventListener('keydown', goToBox);
  }, []);
  const { hits, fetching } = useSearch(text, most);
  const offered = hits.map(({ title, detail, node }) => ({ title, detail, to: describe(node).to ?? '' })).filter(({ to }) => to !== '');
  const found = typed.trim() === text ? offered : [];
  const isEmpty = found.length === 0 && text.length >= shortest && typed.trim() === text && !fetching;
  const isOpen = open && (found.length > 0 || isEmpty);
  const goTo = (to: string) => {
    setOpen(false);
    setTyped('');
    navigate(to);
  };
  const showAll = () => {
    // Enter on one of those that are offered goes to that one.
    const here = isOpen ? found[active] : undefined;
    if (here) goTo(here.to);
    else if (typed.trim().length >= shortest) {
      setOpen(false);
      navigate(searchPath(typed.trim()));
    }
  };
  const step = (by: number) => {
    setOpen(true);
    const next = active + by;
    setActive(next >= found.length ? none : next < none ? found.length - 1 : next);
  };
  const press = (event: KeyPressed) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <div className="search">
      <Input.Search
        id={boxId}
        role="combobox"
        aria-label={words.searchLabel}
        aria-keyshortcuts="Control+K"
        aria-expanded={isOpen && !isEmpty}
        aria-controls={isOpen && !isEmpty ? foundId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active !== none ? `${foundId}-${active}` : undefined}
        autoComplete="off"
        placeholder={hasRoom ? words.search : words.searchLabel}
        allowClear
        loading={fetching}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setActive(none);
        }}
        onSearch={(_, __, info) => info?.source !== 'clear' && showAll()}
      />
      {isOpen && isEmpty && (
        <p className="search-found" role="status">
          {words.searchNothing}
        </p>
      )}
      {isOpen && !isEmpty && (
        <div id={foundId} className="search-found" role="listbox" aria-label={words.searchFound}>
          {found.map(({ title, detail, to }, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box keeps the focus, hears the keys and names the option that is active.
            <div
              key={to}
              id={`${foundId}-${place}`}
              role="option"
              tabIndex={none}
              aria-selected={place === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => goTo(to)}
            >
              {title} <span className="quiet">{detail}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
