import titles from '../../generated/titles.json';
import type { Language } from '../app/language';
import type { CommandName } from './command';
import { commandInWords } from './inWords.mjs';

const bySubject: Record<string, Record<string, string>> = titles;
const chinese = Object.assign({}, ...Object.values(bySubject)) as Record<CommandName, string>;

/** What a command is called on its button. */
export const titleOf = (command: CommandName, language: Language) => (language === 'zh' ? chinese[command] : commandInWords(command));

/** The commands of a subject, such as `case`. */
export const commandsOf = (subject: string) => Object.keys(bySubject[subject] ?? {}) as CommandName[];
