import type { ComponentType, ReactNode } from 'react';
import type { DocumentNode } from 'graphql';
import type { TypedDocumentNode } from '@urql/core';
import type { Session } from '../app/session';
import type { CommandName, Field } from './command';

/** A text in both languages. */
export interface Bilingual { zh: string; en: string }

/** The groups of the menu. */
export type MenuGroup = 'work' | 'registers' | 'enforcement' | 'administration';

/** A page in the menu: where in its group it stands (smaller numbers first), and the operation that its readers must be allowed. */
export interface MenuEntry { group: MenuGroup; place: number; path: string; needs: string; icon: ReactNode; title: Bilingual }

/** Where a subject is shown, what it is called, and what explains the name. */
export interface Described {
  to?: string;
  name: string;
  detail?: string;
  /** The section by which others of its name are told apart. */
  section?: string;
}

/** How subjects of one type are named: a fragment on the type, and what is made of it. An open name may be read by a partner agency too. */
export interface Naming { type: string; fragment: DocumentNode; isOpen: boolean; describe: (subject: never) => Described }

/** What a concept brings to the dashboard. Each concept's folder has one, in `concept.tsx`; nothing outside the folder names it. */
export interface Concept {
  /** The pages by address. A page is loaded when somebody goes there. */
  pages?: Record<string, () => Promise<{ default: ComponentType }>>;
  menu?: MenuEntry[];
  names?: Naming[];
  /** What stands in the header of every page, for whoever is allowed the operation. */
  header?: { needs: string; load: () => Promise<{ default: ComponentType }> };
  /** The page that opens without a network, for whoever is allowed the operation; for those the device keeps the program of the pages. */
  offline?: { needs: string; path: string };
  /** Codes that other concepts' records carry, by what they are codes of: a hook that says how a code is called. */
  codes?: Record<string, () => (code: string | null | undefined) => string>;
}

/** What a field's control is bound to. */
export interface Bound<T> { id?: string; value?: T; onChange?: (value: T | null | undefined) => void }

/** The same, for controls that know of no null. */
export interface Choice<T> { id?: string; value?: T; onChange?: (value: T | undefined) => void }

/** The control of some fields of commands. Each concept's folder may have some, in `fields.tsx`; `commands` limits it to some, and such a one goes before the others. */
interface ControlOf<Value> {
  commands?: readonly CommandName[];
  takes: (field: Field) => boolean;
  /** Whose forms have the field at all; everybody's where that is left out. A field that must be filled in is everybody's. */
  isFor?: (me: Session['me']) => boolean;
  Control: ComponentType<{ field: Field } & Choice<Value>>;
  /** What keeps a form from being submitted as long as the field is not ready, or null. */
  notReady?: (value: Value | undefined) => Bilingual | null;
}

export type FieldControl = ControlOf<never>;

/** A control, with the type of its value kept for its own parts. */
export const control = <Value>(one: ControlOf<Value>) => one as unknown as FieldControl;

/** What commands bring about, where more follows than their names say. Each concept's folder may have some, in `consequences.ts`. */
export type Consequences = Partial<Record<CommandName, Bilingual & {
  /** What is said once it was done, where that is not what was said before. */
  after?: Bilingual;
  /** Where whoever did it goes on. */
  next?: { to: string; title: Bilingual };
}>>;

/** A naming, with the fragment's type kept for what describes it. */
export const naming = <Subject>(type: string, fragment: TypedDocumentNode<Subject>, describe: (subject: Subject) => Described, { isOpen = false } = {}): Naming =>
  ({ type, fragment, isOpen, describe: describe as Naming['describe'] });
