import type { BoundNames } from '../../code/bound-names.ts';
import { tokenSeparator } from '../../code/expression.ts';
import type { Expression } from '../../code/expression.ts';
import { countShared } from '../../group-by.ts';

/**
 * A named or anonymous piece of a file, in whole lines: an import, a class, a method, a key, an element.
 *
 * The children of a unit tile it: its text is the text of its children, each with its lead, in order.
 */
export interface Unit {
  /** What pairs it with the same unit of another version; unique among its siblings once aligned. */
  readonly key: string;
  /** The key is a name that survives a change of the content. */
  readonly named: boolean;
  /** What pairs an anonymous unit with the one it was changed from: its tag, what it calls. */
  readonly likeness?: string;
  /** It registers something (a test, a route): known by what it does, and free to stand anywhere among its like. */
  readonly registers?: boolean;
  /** What it is, in words: `class`, `method`, `key`. */
  readonly kind: string;
  /** Its name in words, empty for an anonymous unit. */
  readonly name: string;
  /** The names that it defines in the scope of its parent. */
  readonly defines: readonly string[];
  /** Blank lines and comments above it. */
  readonly lead: string;
  /** Its own lines. */
  readonly text: string;
  /** The tokens of the lead, without layout. */
  readonly leadPrint: string;
  /** The tokens of its own lines, without layout. */
  readonly print: string;
  readonly children?: readonly Unit[];
  /** The order of the children matters, as of statements; both sides adding at one place is a conflict. */
  readonly ordered?: boolean;
  /** An import's full text to keep as long as the user's side of a conflict may stay, which needs it. */
  readonly kept?: string;
  /** Its own lines as an expression tree, for merging within a line. */
  readonly expression?: () => Expression;
}

/** A file as units, and whether it parsed without an error. */
export interface Outline {
  readonly root: Unit;
  readonly valid: boolean;
  /** Whether the language itself takes the text; undefined where its grammar is all that is known. */
  readonly isLawful?: () => boolean;
  /** What binds each name, where the language has names. */
  readonly names?: () => BoundNames;
}

/** Reads a text into units. */
export type ReadOutline = (text: string) => Outline;

/** The tokens of a text without layout: words and marks, where no grammar tells more. */
export function printText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join(tokenSeparator);
}

/** The lines of a text with their indentation and inner spaces, where those may matter. */
export function printLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join(tokenSeparator);
}

/** The unit that holds a whole file. */
export function rootUnit(text: string, children: readonly Unit[]): Unit {
  let print: string | undefined;
  return {
    key: '<file>',
    named: true,
    kind: 'file',
    name: '',
    defines: [],
    lead: '',
    text,
    leadPrint: '',
    get print() {
      return (print ??= children.flatMap((child) => [child.leadPrint, child.print]).join(tokenSeparator));
    },
    children,
  };
}

/** The full text of a unit: its lead and its own lines. */
export function fullText(unit: Unit | undefined): string {
  return unit ? unit.lead + unit.text : '';
}

/** Tells whether two units hold the same tokens, comments above included. */
export function isSameUnit(one: Unit, other: Unit): boolean {
  return one.print === other.print && one.leadPrint === other.leadPrint;
}

/** The share of tokens that two prints have in common. */
export function shareOfTokens(one: string, other: string): number {
  const [tokens, others] = [one, other].map((print) => print.split(tokenSeparator));
  return (2 * countShared(others!, tokens!)) / (tokens!.length + others!.length);
}
