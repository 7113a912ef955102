import { namePattern } from '../code/line-names.ts';
import { matchLines } from '../lines/match-lines.ts';
import { matchReflowed } from '../lines/match-reflowed.ts';
import { putParts, replaceWhole } from './exchange-names.ts';
import type { Respell } from './spell-renames.ts';

/** Words in running text and their new spelling. */
type Phrase = readonly [old: string, fresh: string];

/**
 * Tells what became of each line of the base in the next version where the two differ in renamed names and phrases only;
 * null where a line is gone, or where several lines may have come of it.
 *
 * @param phrases words in running text that the next version has in their new spelling only, with their old one
 * @param all all that the renames may change in running text, whether or not the next version shows it
 */
export function followLines(
  base: readonly string[],
  next: readonly string[],
  respells: readonly Respell[],
  phrases: readonly Phrase[],
  all: readonly Phrase[],
): (string | null)[] {
  const oldNames = listOldNames(base, respells);
  const names = new Set(base.flatMap((line) => line.match(namePattern) ?? []));
  const contested = findContested(names, oldNames);
  const texts = findContestedTexts(base, all);
  const inBase = new Set(base);
  const hide = (line: string): string =>
    [...texts]
      .reduce((text, [words, sign]) => replaceWhole(text, words, sign), line)
      .replace(namePattern, (name) => contested.get(name) ?? name);
  const keys = next.map((line) => {
    const hidden = hide(line);
    if (hidden !== line)
      return hidden.replace(namePattern, (name) => (names.has(name) ? name : (oldNames.get(name) ?? name)));
    if (inBase.has(line)) return line;
    const plain = phrases.reduce((text, [old, fresh]) => text.replaceAll(fresh, old), line);
    return plain.replace(namePattern, (name) => oldNames.get(name) ?? name);
  });
  const baseKeys = base.map(hide);
  const became: (string | null)[] = base.map(() => null);
  const left = new Set(next.keys());
  for (const [inOld, inNew, length] of matchLines(baseKeys, keys)) {
    for (let at = 0; at < length; at++) {
      became[inOld + at] = next[inNew + at]!;
      left.delete(inNew + at);
    }
  }
  const moved = new Map<string, string | null>();
  for (const at of left) {
    const known = moved.get(keys[at]!);
    moved.set(keys[at]!, known === undefined || known === next[at] ? next[at]! : null);
  }
  const used = new Set(became.flatMap((line, at) => (line === null ? [baseKeys[at]!] : [])));
  const followed = became.map((line, at) => line ?? moved.get(baseKeys[at]!) ?? null);
  const gone = [...followed.keys()].filter((at) => followed[at] === null);
  const fresh = [...left].filter((at) => !used.has(keys[at]!));
  for (const { a, b } of matchReflowed(baseKeys, keys, gone, fresh)) {
    const lines = putParts(base.slice(...a).join('\n'), next.slice(...b).join('\n'))?.split('\n');
    for (const [at, line] of lines?.entries() ?? []) followed[a[0] + at] = line;
  }
  return followed;
}

/** Phrases of the base that are also the new spelling of another phrase, each with a sign that stands for both. */
function findContestedTexts(base: readonly string[], all: readonly Phrase[]): Map<string, string> {
  const long = all.filter((phrase) => phrase.some((words) => words.includes(' ')));
  if (long.length === 0) return new Map();
  const text = base.join('\n');
  const inBase = new Set(long.flat().filter((words) => text.includes(words)));
  return findContested(inBase, new Map(long.map(([old, fresh]) => [fresh, old])));
}

/**
 * Finds chains of names in which one takes another's place, as where two are swapped. Gives each name with a sign that
 * stands for its whole chain: only the place of a name tells which of them it is.
 */
function findContested(
  inBase: ReadonlySet<string>,
  oldNames: ReadonlyMap<string, string>,
): Map<string, string> {
  const contested = new Map<string, string>();
  for (const fresh of oldNames.keys()) {
    const chain: string[] = [];
    let name: string | undefined = fresh;
    for (; name !== undefined && !chain.includes(name); name = oldNames.get(name)) chain.push(name);
    if (!chain.some((each) => inBase.has(each) && oldNames.has(each))) continue;
    const [root] = name === undefined ? chain.slice(-1) : chain.slice(chain.indexOf(name)).sort();
    for (const each of chain) contested.set(each, `<${root!}>`);
  }
  for (const [fresh, old] of oldNames) {
    const sign = contested.get(old);
    if (sign !== undefined && !contested.has(fresh)) contested.set(fresh, sign);
  }
  return contested;
}

/** The old name of each name that a rename may have made of one in the base; of two, that of the first rename. */
function listOldNames(base: readonly string[], respells: readonly Respell[]): Map<string, string> {
  const names = new Set(base.flatMap((line) => line.match(namePattern) ?? []));
  const oldNames = new Map<string, string>();
  for (const respell of respells) {
    for (const name of names) {
      for (const fresh of respell(name)) if (!oldNames.has(fresh)) oldNames.set(fresh, name);
    }
  }
  return oldNames;
}
