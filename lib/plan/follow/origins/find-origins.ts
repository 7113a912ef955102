import { isCommentedOut } from '../../code/comment-marks.ts';
import { namesInCode } from '../../code/line-names.ts';
import { findOwnDefinitions } from '../../code/own-definitions.ts';
import { matchNumbered, numberLines, plainLine } from '../../lines/match-lines.ts';
import { matchReflowed } from '../../lines/match-reflowed.ts';
import { alignLines } from './align-lines.ts';
import { findCommented } from './find-commented.ts';
import { findCut } from './find-cut.ts';
import { findKeyed } from './find-keyed.ts';
import { findMoved } from './find-moved.ts';
import { findNamed, findTakenOut } from './taken-out.ts';
import type { TakenOut } from './taken-out.ts';

/** Where the lines of the user's text come from. */
export interface Origins {
  /**
   * The line of the base that each line is, in its place, moved or commented out; null for lines that the user wrote or
   * changed.
   */
  readonly lines: (number | null)[];
  /** Of lines that the user changed: the columns of the names that stood in the base, with where they stood there. */
  readonly kept: ReadonlyMap<number, ReadonlyMap<number, NameAt>>;
  /** Of lines of the base that are not there any more: the user's lines that stand in their place, `to` not included. */
  readonly replaced: ReadonlyMap<number, readonly [from: number, to: number]>;
  /** Lines of the base of which the user only changed the layout, and the lines that they are now. */
  readonly reflowed: readonly { readonly base: Stretch; readonly mine: Stretch }[];
}

interface FoundOrigins {
  readonly lines: readonly (number | null)[];
  readonly kept: Map<number, ReadonlyMap<number, NameAt>>;
  readonly replaced: Map<number, readonly [number, number]>;
}

/** Lines from one to another, which is not included. */
type Stretch = readonly [from: number, to: number];

/** A name by its line and column. */
export interface NameAt {
  readonly row: number;
  readonly at: number;
}

/**
 * Finds which lines of the user's are the base's, and which names the others have from lines that they replace.
 *
 * @param path tells where a line holds code
 */
export function findOrigins(path: string, base: readonly string[], mine: readonly string[]): Origins {
  const [plainBase, plainMine] = [base, mine].map((lines) => lines.map(plainLine)) as [string[], string[]];
  const lines: (number | null)[] = mine.map(() => null);
  const left = new Set(base.keys());
  const kept = new Map<number, ReadonlyMap<number, NameAt>>();
  const replaced = new Map<number, readonly [number, number]>();
  const reflowed: Origins['reflowed'][number][] = [];
  let [doneBase, doneMine] = [0, 0];
  const own = findOwnDefinitions(base, mine);
  const inPlace = plainMine.map((line, row) => (own.has(row) ? `${row}\n` : line));
  const end = { a: [base.length, base.length], b: [mine.length, mine.length], isReflowed: false } as const;
  for (const { a, b, isReflowed } of [...alignLines(plainBase, inPlace), end]) {
    const [[inBase, endBase], [inMine, endMine]] = [a, b];
    for (let at = inBase; at < endBase && !isReflowed; at++) {
      lines[inMine + at - inBase] = at;
      left.delete(at);
    }
    // Lines of mere brackets are alike everywhere: they do not separate one changed place from the next.
    if (endBase > inBase && !plainBase.slice(inBase, endBase).some((line) => /\w/.test(line))) continue;
    keepNames(path, [base, mine], [doneBase, inBase], [doneMine, inMine], kept);
    for (let row = doneBase; row < inBase; row++) replaced.set(row, [doneMine, inMine]);
    if (isReflowed) {
      keepNames(path, [base, mine], a, b, kept);
      for (let row = inBase; row < endBase; row++) replaced.set(row, b);
      reflowed.push({ base: a, mine: b });
    }
    [doneBase, doneMine] = [endBase, endMine];
  }
  findMoved(plainBase, plainMine, lines, left);
  for (const row of lines) if (row !== null) replaced.delete(row);
  findSilenced(base, mine, lines, replaced);
  const found = { lines, kept, replaced };
  keepReflowed(path, [base, mine], found);
  keepTakenOut([base, mine], found);
  for (const find of [findCommented, findCut]) {
    keepPairs(find(path, base, mine, ...listUnpaired(found)), found);
  }
  keepPairs(findKeyed([base, mine], lines, ...listUnpaired(found)), found);
  return { ...found, reflowed };
}

/** Lines that are commented out in their place, in order. */
function findSilenced(
  base: readonly string[],
  mine: readonly string[],
  lines: (number | null)[],
  replaced: Map<number, Stretch>,
): void {
  let [end, at] = [-1, 0];
  for (const [row, [from, to]] of replaced) {
    if (to !== end) [end, at] = [to, from];
    const found = mine.slice(at, to).findIndex((line) => isCommentedOut(line, base[row]!));
    if (found < 0 || lines[at + found] !== null) continue;
    lines[at + found] = row;
    replaced.delete(row);
    at += found + 1;
  }
}

/** Pairs the names of lines that were replaced with those of the lines that replace them. */
function keepNames(
  path: string,
  [base, mine]: readonly [readonly string[], readonly string[]],
  [fromBase, toBase]: readonly [number, number],
  [fromMine, toMine]: readonly [number, number],
  kept: Map<number, ReadonlyMap<number, NameAt>>,
): void {
  if (fromBase === toBase || fromMine === toMine) return;
  const old = listKeys(path, base, fromBase, toBase);
  const now = listKeys(path, mine, fromMine, toMine);
  const { numbers, count } = numberLines([old.map(({ key }) => key), now.map(({ key }) => key)]);
  const columns = new Map<number, Map<number, NameAt>>();
  for (const [inBase, inMine, length] of matchNumbered(numbers[0]!, numbers[1]!, count)) {
    for (const [offset, { row, at }] of now.slice(inMine, inMine + length).entries()) {
      const known = columns.get(row) ?? new Map<number, NameAt>();
      columns.set(row, known.set(at, old[inBase + offset]!));
    }
  }
  for (const [row, found] of columns) {
    const all = now.filter((name) => name.row === row).length;
    if (found.size * 2 >= all) kept.set(row, found);
  }
}

/** Pairs the names of lines that have left their place with those of lines elsewhere that say the same, laid out anew. */
function keepReflowed(
  path: string,
  [base, mine]: readonly [readonly string[], readonly string[]],
  { lines, kept, replaced }: FoundOrigins,
): void {
  const [gone, own] = listUnpaired({ lines, kept, replaced });
  for (const { a, b } of matchReflowed(base, mine, gone, own)) {
    const [old, now] = [listKeys(path, base, ...a), listKeys(path, mine, ...b)];
    if (old.length !== now.length || old.some(({ word }, at) => word !== now[at]!.word)) continue;
    for (const [at, { row, at: column }] of now.entries()) {
      const known = new Map(kept.get(row));
      kept.set(row, known.set(column, old[at]!));
    }
    for (let row = a[0]; row < a[1]; row++) replaced.delete(row);
  }
}

/** Pairs the names of expressions that the user took out of their lines with those of the lines that hold them now. */
function keepTakenOut(
  [base, mine]: readonly [readonly string[], readonly string[]],
  { lines, kept, replaced }: FoundOrigins,
): void {
  const written = new Set([...lines.keys()].filter((row) => lines[row] === null));
  const found = [
    ...findTakenOut(base, mine, ...listUnpaired({ lines, kept, replaced })),
    ...findNamed(base, mine, written, replaced),
  ];
  keepPairs(found, { kept, replaced });
}

function keepPairs(
  found: readonly TakenOut[],
  { kept, replaced }: Pick<FoundOrigins, 'kept' | 'replaced'>,
): void {
  for (const { row, inMine, columns } of found) {
    const names = columns.map(([at, from]) => [at, { row, at: from }] as const);
    kept.set(inMine, new Map([...(kept.get(inMine) ?? []), ...names]));
    replaced.set(row, [inMine, inMine + 1]);
  }
}

/** The lines of the base that are not there any more, and those of the user's that are paired with no line of the base yet. */
function listUnpaired({ lines, kept, replaced }: FoundOrigins): [gone: number[], own: number[]] {
  const there = new Set([...kept.values()].flatMap((names) => [...names.values()].map(({ row }) => row)));
  return [
    [...replaced.keys()].filter((row) => !there.has(row)),
    [...lines.keys()].filter((row) => lines[row] === null && !kept.has(row)),
  ];
}

/** The names in the code of some lines; a member counts with its owner. */
function listKeys(
  path: string,
  lines: readonly string[],
  from: number,
  to: number,
): (NameAt & { readonly key: string; readonly word: string })[] {
  return lines.slice(from, to).flatMap((line, index) => {
    return namesInCode(path, line).map(({ at, word, contexts }) => {
      const context = contexts[0]!.endsWith('"') ? '"' : contexts[0]!;
      return { row: from + index, at, key: context + word, word };
    });
  });
}
