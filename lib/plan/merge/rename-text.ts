import { findOrigins } from './find-origins.ts';
import type { NamePlace, Origins } from './find-origins.ts';
import { exchangeNames, followLines, namePattern } from './follow-lines.ts';
import { codeIn, findNames } from './line-names.ts';
import type { LineName } from './line-names.ts';
import type { LineTexts } from './merge-structure.ts';
import { readNames } from './names-to-follow.ts';
import type { NamesToFollow } from './names-to-follow.ts';
import { findStandIns, keepUnfollowed } from './replaced-lines.ts';
import { reachNames } from './reach-names.ts';
import type { Reach } from './reach-names.ts';
import type { NameEdit } from './reach.ts';
import type { LeftName } from './regions.ts';
import { makeRespell, mentions, spellPhrases } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';

/** Texts with a rename carried into them. */
export interface RenamedTexts extends LineTexts {
  /** The lines of the user's own that still say an old name, as they are now. */
  readonly left: readonly LeftName[];
  /** False where the user's text does not parse, so that names in their own lines were left alone. */
  readonly isRead: boolean;
}

/**
 * Carries renames of the spec into the base and the user's text, so that edits inside `Client` meet `Customer`.
 *
 * A line that the next version has with other names only takes them over, in the user's text too. In lines that the
 * user changed, names that stood there before follow if the next version's code has them renamed throughout. In lines
 * that only the user wrote, a name follows where it is reached from a binding of dazzle's.
 *
 * @param path tells the language
 * @param follow what this build renames; where it is not known, the texts tell
 */
export async function renameTexts(
  path: string,
  texts: LineTexts,
  renames: readonly SpecRename[],
  follow?: NamesToFollow | null,
): Promise<RenamedTexts> {
  const { base, mine, next } = texts;
  const isSaid = renames.some((rename) => mentions(base, rename));
  if (!isSaid && !follow) return { ...texts, left: [], isRead: true };
  const origins = findOrigins(path, base.split('\n'), mine.split('\n'));
  const shared = isSaid ? renameShared(path, texts, renames, origins) : null;
  if (shared === null && !follow) return { ...texts, left: [], isRead: true };
  const renamed = shared ?? { base, rows: keepRows(mine, origins) };
  const names = follow ?? readNames(renames, base, next);
  const reach = await reachNames({ path, base, mine, next, became: listBecame(renamed.rows), names });
  const lines = editRows(renamed.rows, reach);
  const left = reach.left.map(({ word, row }) => ({ word, line: lines[row]! }));
  const joined = keepUnfollowed(path, base, renamed.base, lines, origins);
  return { base: joined, mine: lines.join('\n'), next, left, isRead: reach.isRead };
}

/** A line of the user's text, and what renaming makes of dazzle's part in it. */
interface Row {
  readonly start: number;
  readonly line: string;
  /** Of a line that is dazzle's: the whole of it. */
  readonly renamed?: string;
  /** Of a line that the user changed: the names that stood there before. */
  readonly kept?: readonly NameEdit[];
  /** Makes the last changes of a line that the user changed. */
  readonly finish?: (line: string) => string;
}

/** The rows of a text in which nothing of dazzle's is renamed. */
function keepRows(mine: string, origins: Origins): Row[] {
  return mapRows(mine, (line, at, start) => {
    if (origins.lines[at] !== null) return { start, line, renamed: line };
    const columns = origins.kept.get(at);
    if (columns === undefined) return { start, line };
    const names = [...findNames(line)].filter((name) => columns.has(name.at));
    return { start, line, kept: names.map(({ at: column, word }) => makeEdit(start + column, word, word)) };
  });
}

function mapRows(mine: string, map: (line: string, at: number, start: number) => Row): Row[] {
  let start = 0;
  return mine.split('\n').map((line, at) => {
    const row = map(line, at, start);
    start += line.length + 1;
    return row;
  });
}

function makeEdit(at: number, old: string, text: string): NameEdit {
  return { at, end: at + old.length, text };
}

/** What each name of dazzle's in the user's text becomes, by its offset. */
function listBecame(rows: readonly Row[]): Map<number, string> {
  const became = new Map<number, string>();
  for (const { start, line, renamed, kept } of rows) {
    if (renamed !== undefined) {
      const [old, fresh] = [line, renamed].map((text) => [...text.matchAll(namePattern)]);
      const inStep = old!.length === fresh!.length;
      for (const [at, { index, 0: word }] of old!.entries()) {
        became.set(start + index, inStep ? fresh![at]![0] : word);
      }
    }
    for (const { at, text } of kept ?? []) became.set(at, text);
  }
  return became;
}

function editRows(rows: readonly Row[], { edits, own }: Reach): string[] {
  const sorted = [...edits].sort((one, other) => one.at - other.at);
  let next = 0;
  return rows.map((row) => {
    const { start, line, renamed, finish = (text) => text } = row;
    const here: NameEdit[] = [];
    while (next < sorted.length && sorted[next]!.at <= start + line.length) here.push(sorted[next++]!);
    const isOwn = own.some(([from, to]) => start >= from && start < to);
    if (renamed !== undefined && !isOwn) return renamed;
    const kept = isOwn ? [] : (row.kept ?? []);
    const taken = new Set(here.map(({ at }) => at));
    const all = [...here, ...kept.filter(({ at }) => !taken.has(at))].sort((one, other) => other.at - one.at);
    return finish(
      all.reduce(
        (text, { at, end, text: name }) => text.slice(0, at - start) + name + text.slice(end - start),
        line,
      ),
    );
  });
}

/** Renames what dazzle wrote; null where that brings the base no closer to the next version. */
function renameShared(
  path: string,
  { base, mine, next }: LineTexts,
  renames: readonly SpecRename[],
  origins: Origins,
): { readonly base: string; readonly rows: Row[] } | null {
  const known = { base: listNames(path, base), next: listNames(path, next) };
  const respells = renames.map(makeRespell);
  const newNames = new Map<string, string>();
  for (const name of known.base) {
    const [, context, word] = /^(.*?)([^."]+)$/s.exec(name)!;
    const fresh = respells.flatMap((respell) =>
      [context!, ...respell(context!)].flatMap((before) => respell(word!).map((after) => before + after)),
    );
    const found = fresh.find((candidate) => known.next.has(candidate));
    if (found !== undefined && !known.next.has(name)) newNames.set(name, /[^."]+$/.exec(found)![0]);
  }
  const phrases = renames
    .flatMap(spellPhrases)
    .filter(
      ([old, fresh]) =>
        old.includes(' ') && base.includes(old) && next.includes(fresh) && !next.includes(old),
    );
  const [baseLines, nextLines] = [base, next].map((text) => text.split('\n'));
  const inNext = new Set(nextLines);
  const became = followLines(baseLines!, nextLines!, respells, phrases);
  const newNameOf = ({ contexts, word }: LineName): string | undefined =>
    newNames.get(contexts.map((context) => context + word).find((name) => known.base.has(name)) ?? '');
  const renamePhrases = (line: string): string =>
    phrases.reduce((text, [old, fresh]) => replaceWhole(text, old, fresh), line);
  const renameWhole = (line: string): string => {
    if (inNext.has(line)) return line;
    const renamed = replaceNames(line, newNameOf, () => true);
    return phrases.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), renamed);
  };
  const followed = followKept(baseLines!, became, origins);
  const kept = new Set([...origins.lines, ...followed.keys()]);
  const becameAt = ({ row, at }: NamePlace): string | undefined => followed.get(row)?.get(at);
  const renamedBase = baseLines!.map((line, at) =>
    kept.has(at)
      ? (became[at] ?? renameWhole(line))
      : renamePhrases(replaceNames(line, newNameOf, codeIn(path, line))),
  );
  if (countShared(renamedBase, nextLines!) <= countShared(baseLines!, nextLines!)) return null;
  const standsFor = findStandIns(mine.split('\n'), baseLines!, origins);
  const rows = mapRows(mine, (line, at, start) => {
    const origin = origins.lines[at]!;
    if (origin !== null) {
      const exchanged =
        line === baseLines![origin]
          ? renamedBase[origin]!
          : exchangeNames(line, baseLines![origin]!, renamedBase[origin]!);
      return { start, line, renamed: exchanged ?? renameWhole(line) };
    }
    const columns = origins.kept.get(at);
    if (columns === undefined) {
      return standsFor.has(at) ? { start, line, kept: [], finish: renamePhrases } : { start, line };
    }
    const kept = [...findNames(line)]
      .filter((name) => columns.has(name.at))
      .map((name) =>
        makeEdit(start + name.at, name.word, becameAt(columns.get(name.at)!) ?? newNameOf(name) ?? name.word),
      );
    return { start, line, kept, finish: renamePhrases };
  });
  return { base: renamedBase.join('\n'), rows };
}

/**
 * What becomes of the names in lines of the base that the user changed, by row and column: of those lines in which all
 * that the next version renames is still there.
 */
function followKept(
  base: readonly string[],
  became: readonly (string | null)[],
  { kept }: Origins,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const there = new Set(
    [...kept.values()].flatMap((names) => [...names.values()].map(({ row, at }) => `${row} ${at}`)),
  );
  const followed = new Map<number, ReadonlyMap<number, string>>();
  for (const { row } of [...kept.values()].flatMap((names) => [...names.values()])) {
    const line = became[row];
    if (line === null || line === undefined || followed.has(row)) continue;
    const [old, fresh] = [base[row]!, line].map((text) => [...text.matchAll(namePattern)]);
    const isWhole = old!.every(
      ({ index, 0: name }, at) => name === fresh![at]?.[0] || there.has(`${row} ${index}`),
    );
    if (old!.length !== fresh!.length || !isWhole) continue;
    followed.set(row, new Map(old!.map(({ index }, at) => [index, fresh![at]![0]])));
  }
  return followed;
}

/** Replaces a phrase where it is all of a string or of the text between two tags. */
function replaceWhole(line: string, old: string, fresh: string): string {
  return ['""', "''", '``', '><'].reduce(
    (text, [open, close]) => text.replaceAll(`${open}${old}${close}`, `${open}${fresh}${close}`),
    line,
  );
}

/** The names in a text's code, each alone and in its contexts. */
function listNames(path: string, text: string): Set<string> {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    const isCode = codeIn(path, line);
    for (const { at, word, contexts } of findNames(line)) {
      if (isCode(at)) for (const context of contexts) names.add(context + word);
    }
  }
  return names;
}

function replaceNames(
  line: string,
  newNameOf: (name: LineName) => string | undefined,
  isChosen: (at: number) => boolean,
): string {
  let text = '';
  let done = 0;
  for (const name of findNames(line)) {
    const fresh = isChosen(name.at) ? newNameOf(name) : undefined;
    if (fresh === undefined) continue;
    text += line.slice(done, name.at) + fresh;
    done = name.at + name.word.length;
  }
  return text + line.slice(done);
}

/** How many lines have a line of their own among others that is the same. */
function countShared(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) if (line.trim() !== '') left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count > 0;
  }).length;
}
