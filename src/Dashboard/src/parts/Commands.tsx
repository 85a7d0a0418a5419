import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button, Dropdown, Space } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { DownOutlined } from '@ant-design/icons';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import type { CommandName, Result } from './command';
import type { CommandFormProps, Target } from './CommandForm';
import { commandsOf, titleOf } from './titles';
import { whenChosen } from './menu';
import { formOfStep } from './links';
import { partWords } from './words';

const CommandForm = lazy(() => import('./CommandForm').then((module) => ({ default: module.CommandForm })));

/** The other commands of a subject's page: those that it puts in an order of its own, and whichever else the schema has of the subject and nobody has put elsewhere, so that a new command is there by itself. */
export const otherCommands = (subject: string, ordered: CommandName[], elsewhere: CommandName[]): CommandName[] => [
  ...ordered,
  ...commandsOf(subject).filter((command) => !ordered.includes(command) && !elsewhere.includes(command)),
];

/** A command's form, loaded when it is opened. */
export const LazyCommandForm = (props: CommandFormProps) => (
  <Suspense>
    <CommandForm {...props} />
  </Suspense>
);

// The button under which the other commands are.
const asideOf = 'others';

// What shows the steps that are not for now.
const unfold = '…';

/** The buttons of what the caller may do with a subject: the usual next steps, and the others under one button. */
export function Commands({
  next,
  others = [],
  folded = [],
  target,
  further,
  initial,
  titles: own = {},
  closed,
  isPlain = false,
  instead = {},
  onDone,
  goesTo,
}: {
  next: CommandName[];
  others?: CommandName[];
  /** Those of the others that are not for now: they are shown when somebody asks for them. */
  folded?: CommandName[];
  target: Target;
  /** Further subjects that each get the same command. */
  further?: Target[];
  initial?: Partial<Record<CommandName, Record<string, unknown>>>;
  /** What a command is called here, where that is not its usual name. */
  titles?: Partial<Record<CommandName, string>>;
  /** Whose the subject is, where the caller leaves steps in it to others. */
  closed?: { message: string } | null | undefined;
  /** Whether none of them is the usual next step: then no button stands out. */
  isPlain?: boolean;
  /** Which form opens where an address asks for another, because the subject is further or otherwise than a list can know. */
  instead?: Partial<Record<CommandName, CommandName>>;
  onDone?: (result: Result | Result[] | undefined, command: CommandName) => void;
  /** Where one goes when a command has made one thing. */
  goesTo?: (made: Result, command?: CommandName) => string | undefined;
}) {
  const words = useWords(partWords);
  const { language } = useLanguage();
  const { may } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState<CommandName | null>(null);
  const done = (result: Result | Result[] | undefined, command: CommandName) => {
    const to = result && !Array.isArray(result) ? goesTo?.(result, command) : undefined;
    if (to) navigate(to);
    onDone?.(result, command);
  };
  const title = (command: CommandName) => own[command] ?? titleOf(command, language);
  const mayHere = (command: CommandName) => may(command) && !target.leftToOthers?.includes(command);
  const mine = next.filter(mayHere);
  const [isUnfolded, setUnfolded] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const asides = (commands: CommandName[]) => commands.filter((command) => mayHere(command) && !mine.includes(command));
  const [rest, notNow] = [asides(others), asides(folded).filter((command) => !others.includes(command))];
  const item = (command: CommandName) => ({ key: command as string, label: title(command) });
  // An address may ask for a form. It is opened once, where the caller may give the command, and the address says no more of it.
  const [search, setSearch] = useSearchParams();
  const named = search.get(formOfStep);
  const asked = named && (instead[named as CommandName] ?? named);
  const wanted = asked && [...mine, ...rest, ...notNow].find((command) => command === asked);
  useEffect(() => {
    if (!wanted) return;
    setOpen(wanted);
    setSearch(
      (before) => {
        before.delete(formOfStep);
        return before;
      },
      { replace: true },
    );
  }, [wanted, setSearch]);
  // Whoever closes the form is back at the button that opened it.
  const buttons = useRef<HTMLDivElement>(null);
  const [opener, setOpener] = useState('');
  const openBy = (command: CommandName, button: string) => {
    setOpener(button);
    setOpen(command);
  };
  const close = () => {
    setOpen(null);
    const found =
      buttons.current?.querySelector<HTMLElement>(`[data-opens="${opener || asideOf}"]`) ?? buttons.current?.querySelector('button');
    // After the form is gone, which holds the focus as long as it is there.
    requestAnimationFrame(() => found?.focus());
  };
  const offered = (
    <Space wrap ref={buttons}>
      {mine.map((command, place) => (
        <Button
          key={command}
          type={place === 0 && !isPlain ? 'primary' : 'default'}
          data-opens={command}
          onClick={() => openBy(command, command)}
        >
          {title(command)}
        </Button>
      ))}
      {rest.length + notNow.length > 0 && (
        <Dropdown
          trigger={['click']}
          open={isMenuOpen}
          onOpenChange={(isOpen, { source }) => {
            // What is chosen in it says by itself whether it stays open.
            if (source === 'trigger') setMenuOpen(isOpen);
            if (!isOpen && source === 'trigger') setUnfolded(false);
          }}
          menu={{
            items: [
              ...rest.map(item),
              ...(notNow.length > 0 && !isUnfolded ? [{ key: unfold, label: words.notNow(notNow.length) }] : []),
              ...(isUnfolded ? [{ type: 'group' as const, key: 'not-now', label: words.notOfStage, children: notNow.map(item) }] : []),
            ],
            onClick: whenChosen((key) => {
              if (key === unfold) {
                setUnfolded(true);
                return;
              }
              setMenuOpen(false);
              setUnfolded(false);
              openBy(key as CommandName, asideOf);
            }),
          }}
        >
          <Button data-opens={asideOf}>
            {mine.length > 0 ? words.other : words.commands} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {open && (
        <LazyCommandForm
          key={`form of ${open}`}
          command={open}
          target={target}
          {...(further && { further })}
          onClose={close}
          {...(initial?.[open] && { initial: initial[open] })}
          onDone={(result) => done(result, open)}
          {...(goesTo && { goesTo })}
        />
      )}
    </Space>
  );
  // Above its own buttons: those of another subject may stand beside them.
  return closed ? (
    <div className="left-to-others">
      <span className="quiet">{closed.message}</span>
      {offered}
    </div>
  ) : (
    offered
  );
}
