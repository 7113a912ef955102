import { plural } from '../../words/plural.ts';
import { capitalize } from '../../words/spellings.ts';
import { splitNumbers } from '../../words/split-words.ts';

/** A name that the spec changed, as the spec spells it. */
export interface SpecRename {
  readonly from: string;
  readonly to: string;
  readonly kind?: 'entity' | 'field' | 'surface';
  /** Of a field: the new name of its entity. */
  readonly entity?: string;
  /** The plurals of both, in words, as the backends write them; by default as English has them. */
  readonly plurals?: readonly [from: string, to: string];
}

/** A spelling and what may have become of it. */
export type Respell = (token: string) => readonly string[];

/**
 * Makes a function that lists what a token may be called after a rename, in every case and number: `ClientForm`
 * gives `CustomerForm`, `client-list` gives `customer-list`, `CLIENTS` gives `CUSTOMERS`.
 */
export function makeRespell(rename: SpecRename): Respell {
  const numbers = listNumbers(rename);
  return (token) => [...new Set(numbers.flatMap((number) => respellWords(token, number.old, number.fresh)))];
}

/** The phrases of a rename in running text: `client project` and `Client projects`, with their new spelling. */
export function spellPhrases(rename: SpecRename): [string, string][] {
  const phrases = listNumbers(rename).map(({ old, fresh }) => [old.join(' '), fresh.join(' ')] as const);
  return phrases.flatMap(([one, other]): [string, string][] => [
    [one, other],
    [capitalize(one), capitalize(other)],
    [one.split(' ').map(capitalize).join(' '), other.split(' ').map(capitalize).join(' ')],
  ]);
}

/** Claims that a name is the old one of a rename or its plural, in any spelling. */
export function isCalled(name: string, rename: SpecRename): boolean {
  const words = splitNumbers(name).join(' ');
  return listNumbers(rename).some(({ old }) => old.join(' ') === words);
}

/** Claims that a text may say the old name of a rename, in any spelling; far cheaper than looking at each name. */
export function mentions(text: string, rename: SpecRename): boolean {
  return listNumbers(rename).some(({ old }) => new RegExp(old.join('[-_ ]?'), 'i').test(text));
}

/** Makes a function that hides the old and the new names of renames in a text, in any spelling. */
export function hideNames(renames: readonly SpecRename[]): (text: string) => string {
  const hidden = renames.map((rename) => {
    const names = listNumbers(rename).flatMap(({ old, fresh }) => [old, fresh]);
    const longestFirst = names
      .map((words) => words.join('[-_ ]?'))
      .sort((one, other) => other.length - one.length);
    return new RegExp(longestFirst.join('|'), 'gi');
  });
  return (text) => hidden.reduce((left, names, at) => left.replace(names, `<${at}>`), text);
}

/** The words of both names in the singular and in the plural. */
function listNumbers({ from, to, plurals }: SpecRename): { old: string[]; fresh: string[] }[] {
  const [old, fresh] = [splitNumbers(from), splitNumbers(to)];
  const many = (plurals ?? [old, fresh].map((words) => plural(words.join(' ')))).map(splitNumbers);
  return [
    { old, fresh },
    { old: many[0]!, fresh: many[1]! },
  ];
}

/** Spellings of the token with each run of the old words replaced by the new ones. */
function respellWords(token: string, old: readonly string[], fresh: readonly string[]): string[] {
  const pieces = token.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  const candidates = joinStyles.map((join) => {
    const written: string[] = [];
    let replaced = false;
    for (let at = 0; at < pieces.length; at++) {
      const length = matchAt(pieces, at, old);
      if (length === 0) written.push(pieces[at]!);
      else {
        written.push(join(fresh, pieces.slice(at, at + length).join('')));
        replaced = true;
        at += length - 1;
      }
    }
    return replaced ? written.join('') : undefined;
  });
  return candidates.filter((candidate) => candidate !== undefined);
}

/** How many pieces from `at` spell the words, between separators or run together; 0 where they do not. */
function matchAt(pieces: readonly string[], at: number, words: readonly string[]): number {
  if (pieces[at]!.toLowerCase() === words.join('')) return 1;
  let length = 0;
  for (const [index, word] of words.entries()) {
    if (index > 0 && /^[_-]$/.test(pieces[at + length] ?? '')) length++;
    if (pieces[at + length]?.toLowerCase() !== word) return 0;
    length++;
  }
  return length;
}

/** Ways to write several words where one name stood, in its case. */
const joinStyles: readonly ((words: readonly string[], model: string) => string)[] = [
  (words, model) => inCase(words, model, '_'),
  (words, model) => inCase(words, model, '-'),
  (words, model) => inCase(words, model, ''),
  (words, model) =>
    /^[a-z]/.test(model)
      ? words.map((word, at) => (at > 0 ? capitalize(word) : word)).join('')
      : inCase(words, model, ''),
];

function inCase(words: readonly string[], model: string, separator: string): string {
  if (/^[A-Z\d_-]+$/.test(model) && model.length > 1) return words.join(separator).toUpperCase();
  if (/^[A-Z]/.test(model)) return words.map(capitalize).join('');
  return words.join(separator);
}
