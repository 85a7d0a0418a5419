import { lazy, Suspense, useState } from 'react';
import { Button, Dropdown, Space } from 'antd';
import { useNavigate } from 'react-router';
import { DownOutlined } from '@ant-design/icons';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import type { CommandName, Result } from './command';
import type { CommandFormProps, Target } from './CommandForm';
import titles from '../../generated/titles.json';
import { whenChosen } from './menu';
import { partWords } from './words';

const CommandForm = lazy(() => import('./CommandForm').then((module) => ({ default: module.CommandForm })));

/** The other commands of a subject's page: those that it puts in an order of its own, and whichever else the schema has of the subject and nobody has put elsewhere, so that a new command is there by itself. */
export const otherCommands = (subject: string, ordered: CommandName[], elsewhere: CommandName[]): CommandName[] => [
  ...ordered,
  ...(Object.keys(titles) as CommandName[]).filter(
    (command) => titles[command][2] === subject && !ordered.includes(command) && !elsewhere.includes(command),
  ),
];

/** A command's form, loaded when it is opened. */
export const LazyCommandForm = (props: CommandFormProps) => (
  <Suspense>
    <CommandForm {...props} />
  </Suspense>
);

/** The buttons of what the caller may do with a subject: the usual next steps, and the others under one button. */
export function Commands({
  next,
  others = [],
  target,
  further,
  initial,
  titles: own = {},
  closed,
  onDone,
  goesTo,
}: {
  next: CommandName[];
  others?: CommandName[];
  target: Target;
  /** Further subjects that each get the same command. */
  further?: Target[];
  initial?: Partial<Record<CommandName, Record<string, unknown>>>;
  /** What a command is called here, where that is not its usual name. */
  titles?: Partial<Record<CommandName, string>>;
  /** Whose the subject is, where the caller leaves steps in it to others. */
  closed?: { message: string; mutations: readonly string[] } | null | undefined;
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
  const title = (command: CommandName) => own[command] ?? titles[command][language === 'zh' ? 0 : 1]!;
  const mayHere = (command: CommandName) => may(command) && !closed?.mutations.includes(command);
  const mine = next.filter(mayHere);
  const rest = others.filter((command) => mayHere(command) && !mine.includes(command));
  return (
    <Space wrap>
      {closed && <span className="quiet">{closed.message}</span>}
      {mine.map((command, place) => (
        <Button key={command} type={place === 0 ? 'primary' : 'default'} onClick={() => setOpen(command)}>
          {title(command)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((command) => ({ key: command, label: title(command) })),
            onClick: whenChosen((key) => setOpen(key as CommandName)),
          }}
        >
          <Button>
            {mine.length > 0 ? words.other : words.commands} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {open && (
        <LazyCommandForm
          key={open}
          command={open}
          target={target}
          {...(further && { further })}
          onClose={() => setOpen(null)}
          {...(initial?.[open] && { initial: initial[open] })}
          onDone={(result) => done(result, open)}
          {...(goesTo && { goesTo })}
        />
      )}
    </Space>
  );
}
