import { codeIn, findNames, namePattern } from '../code/line-names.ts';
import type { LineName } from '../code/line-names.ts';
import { countShared } from '../group-by.ts';
import type { LineTexts } from '../lines/line-texts.ts';
import { matchLines } from '../lines/match-lines.ts';
import { exchangeNames, putParts, replaceWhole } from './exchange-names.ts';
import { followLines } from './follow-lines.ts';
import type { FreshImports } from './fresh-imports.ts';
import type { NameAt, Origins } from './origins/find-origins.ts';
import { findGone, findStandIns } from './replaced-lines.ts';
import { makeRespell, spellPhrases } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';
import { makeEdit, mapRows } from './text-rows.ts';
import type { Row } from './text-rows.ts';

/**
 * Renames what dazzle wrote; null where that brings the base no closer to the next version.
 *
 * @param imports what the base imports under another name now
 */
export function renameShared(
  path: string,
  { base, mine, next }: LineTexts,
  renames: readonly SpecRename[],
  origins: Origins,
  imports: FreshImports,
): { readonly base: string; readonly rows: Row[]; readonly became: readonly (string | null)[] } | null {
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
  const allPhrases = renames.flatMap(spellPhrases);
  const phrases = allPhrases.filter(
    ([old, fresh]) => old.includes(' ') && base.includes(old) && next.includes(fresh) && !next.includes(old),
  );
  const [baseLines, nextLines] = [base, next].map((text) => text.split('\n'));
  const mineLines = mine.split('\n');
  const inNext = new Set(nextLines);
  const became = followLines(baseLines!, nextLines!, respells, phrases, allPhrases);
  const newNameOf = ({ contexts, word }: LineName): string | undefined =>
    newNames.get(contexts.map((context) => context + word).find((name) => known.base.has(name)) ?? '');
  const renamePhrases = (line: string): string =>
    phrases.reduce((text, [old, fresh]) => replaceWhole(text, old, fresh), line);
  const renameWhole = (line: string): string => {
    if (inNext.has(line)) return line;
    const renamed = replaceNames(line, newNameOf, () => true);
    return phrases.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), renamed);
  };
  const followed = listFollowed(baseLines!, became, origins);
  const reflowed = origins.reflowed.flatMap(({ base: [from, to] }) => range(from, to));
  const kept = new Set([...origins.lines, ...followed.keys(), ...reflowed]);
  const isDeleted = (at: number): boolean => {
    const place = origins.replaced.get(at);
    return place !== undefined && range(...place).every((row) => origins.lines[row] !== null);
  };
  const gone = findGone({ base: baseLines!, mine: mineLines, next: nextLines! }, origins, renames);
  const becameAt = ({ row, at }: NameAt): string | undefined =>
    followed.get(row)?.get(at) ?? imports.get(row)?.get(at);
  const renamedBase = baseLines!.map((line, at) => {
    const imported = replaceNames(
      line,
      (name) => imports.get(at)?.get(name.at),
      () => true,
    );
    return kept.has(at) || isDeleted(at)
      ? (became[at] ?? gone.get(at) ?? renameWhole(imported))
      : renamePhrases(replaceNames(imported, newNameOf, codeIn(path, line)));
  });
  if (imports.size === 0 && !haveSwap(renames) && !isCloser(renamedBase, baseLines!, nextLines!)) return null;
  const laidOut = new Map<number, string>();
  for (const { base: old, mine: now } of origins.reflowed) {
    const text = putParts(mineLines.slice(...now).join('\n'), renamedBase.slice(...old).join('\n'));
    for (const [at, line] of text?.split('\n').entries() ?? []) laidOut.set(now[0] + at, line);
  }
  const standsFor = findStandIns(mineLines, baseLines!, origins);
  const rows = mapRows(mine, (line, at, start) => {
    const renamed = laidOut.get(at);
    if (renamed !== undefined) return { start, line, renamed };
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
  return { base: renamedBase.join('\n'), rows, became };
}

/**
 * What becomes of the names in lines of the base that the user changed, by row and column; lines from which the user took a
 * name that the next version renames are left out.
 */
function listFollowed(
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

/** Claims that a new name is also the old one of another. */
export function haveSwap(renames: readonly SpecRename[]): boolean {
  return renames.some(({ from }) => renames.some(({ to }) => to === from));
}

/**
 * Claims that one text has more of the next version than another: more of its lines, or as many and more of them in its order.
 * Where all lines of a name also changed otherwise, neither text has one more, and the names themselves tell.
 */
function isCloser(renamed: readonly string[], base: readonly string[], next: readonly string[]): boolean {
  const written = next.filter((line) => line.trim() !== '');
  const more = countShared(renamed, written) - countShared(base, written);
  if (more !== 0) return more > 0;
  const [one, other] = [renamed, base].map((lines) =>
    matchLines(lines, next).reduce((sum, [, , length]) => sum + length, 0),
  );
  if (one !== other) return one! > other!;
  const [names, oldNames, nextNames] = [renamed, base, next].map((lines) =>
    lines.flatMap((line) => line.match(namePattern) ?? []),
  );
  return countShared(names!, nextNames!) > countShared(oldNames!, nextNames!);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
