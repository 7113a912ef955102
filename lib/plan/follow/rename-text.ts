import { findNames, namePattern } from '../code/line-names.ts';
import type { LineTexts } from '../lines/line-texts.ts';
import { findFreshImports } from './fresh-imports.ts';
import type { FreshImports } from './fresh-imports.ts';
import { readNames } from './names-to-follow.ts';
import type { NamesToFollow } from './names-to-follow.ts';
import { findOrigins } from './origins/find-origins.ts';
import type { Origins } from './origins/find-origins.ts';
import { reachNames } from './reach/reach-names.ts';
import { haveSwap, renameShared } from './rename-shared.ts';
import { keepUnfollowed } from './replaced-lines.ts';
import { mentions } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';
import { editRows, listBecame, makeEdit, mapRows } from './text-rows.ts';
import type { Row } from './text-rows.ts';

/** Texts with a rename carried into them. */
interface RenamedTexts extends LineTexts {
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
  const names = follow ?? readNames(renames, base, next);
  const imports = findFreshImports(path, base.split('\n'), names);
  const shared = isSaid ? renameShared(path, texts, renames, origins, imports) : null;
  if (shared === null && !follow) return { ...texts, left: [], isRead: true };
  const renamed = shared ?? { base, rows: keepRows(mine, origins) };
  const reach = await reachNames({ path, base, mine, next, became: listBecame(renamed.rows), names });
  const lines = editRows(renamed.rows, reach);
  const left = reach.left.map(({ row, ...name }) => ({ ...name, line: lines[row]! }));
  const joined = keepUnfollowed(path, base, renamed.base, lines, origins);
  return {
    base: joined,
    mine: lines.join('\n'),
    next,
    gone: listGone(imports, base),
    ...(shared !== null && haveSwap(renames)
      ? { swapped: { mine, isMixed: isMixed(renames, [base, joined], shared.became, origins) } }
      : {}),
    left,
    isRead: reach.isRead,
  };
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

/** The names that no import of a text has any more. */
function listGone(imports: FreshImports, text: string): ReadonlySet<string> {
  const gone = new Set<string>();
  const fresh = new Set<string>();
  for (const [row, line] of imports.size === 0 ? [] : text.split('\n').entries()) {
    for (const { at, word } of imports.has(row) ? findNames(line) : []) {
      const name = imports.get(row)!.get(at);
      if (name === undefined) continue;
      gone.add(word);
      fresh.add(name);
    }
  }
  return new Set([...gone].filter((name) => !fresh.has(name)));
}

/**
 * Claims that swapped names are left as they were in lines of the base: in one that the user changed, or in a stretch that
 * the next version does not have in any form and of which the user changed a part.
 */
function isMixed(
  renames: readonly SpecRename[],
  [base, renamed]: readonly [base: string, renamed: string],
  became: readonly (string | null)[],
  { replaced }: Origins,
): boolean {
  const words = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const now = renamed.split('\n');
  let [isSwapped, isChanged] = [false, false];
  for (const [row, line] of base.split('\n').entries()) {
    if (became[row] !== null) {
      [isSwapped, isChanged] = [false, false];
      if (line === now[row] && line !== became[row]) return true;
    } else if (line === now[row]) {
      isSwapped ||= (line.match(namePattern) ?? []).some((name) => words.has(name));
      isChanged ||= replaced.has(row);
      if (isSwapped && isChanged) return true;
    }
  }
  return false;
}

/** An old name in a line that only the user wrote. */
export interface LeftName {
  readonly word: string;
  /** What became of it: `Offer.price is now Offer.fee`. */
  readonly became: string;
  /** The whole line. */
  readonly line: string;
}
