import { namePattern } from './exchange-names.ts';
import { findNames } from './line-names.ts';

/** A line of the base all of which stands within one of the user's, and where each of its names is in both. */
export interface TakenOut {
  readonly row: number;
  readonly inMine: number;
  /** Columns in the user's line, and those in the base's. */
  readonly columns: readonly (readonly [at: number, from: number])[];
}

/**
 * Finds lines of the base that the user put into lines with something around it: an expression that got a name of its own.
 *
 * @param gone the lines of the base that are not there any more
 * @param own the user's lines that may hold them
 */
export function findTakenOut(
  base: readonly string[],
  mine: readonly string[],
  gone: readonly number[],
  own: readonly number[],
): TakenOut[] {
  const found: TakenOut[] = [];
  if (gone.length === 0 || own.length === 0) return found;
  const rowsOf = new Map<string, number[]>();
  for (const row of own) {
    for (const name of new Set(mine[row]!.match(namePattern))) {
      const rows = rowsOf.get(name);
      if (rows === undefined) rowsOf.set(name, [row]);
      else rows.push(row);
    }
  }
  const done = new Map<number, number>();
  for (const row of gone) {
    const code = base[row]!.replace(/[,;\s]+$/, '').trimStart();
    const names = [...findNames(base[row]!)];
    // A name or a member alone may be anybody's.
    if (names.length < 2 || !/["'`([{<]/.test(code)) continue;
    const indent = base[row]!.indexOf(code);
    for (const inMine of rowsOf.get(names[0]!.word) ?? []) {
      const start = findWhole(mine[inMine]!, code, done.get(inMine) ?? 0);
      if (start < 0) continue;
      done.set(inMine, start + code.length);
      found.push({ row, inMine, columns: names.map(({ at }) => [at - indent + start, at]) });
      break;
    }
  }
  return found;
}

/** Where code stands in a line as a whole, from a column on and in whichever quotes; -1 where it does not. */
function findWhole(line: string, code: string, from: number): number {
  const [text, part] = [line, code].map((each) => each.replace(/['`]/g, '"')) as [string, string];
  const at = text.indexOf(part, from);
  const end = at + part.length;
  const isCut =
    (/^[\w$]/.test(part) && /[\w$.]/.test(text[at - 1] ?? '')) ||
    (/[\w$]$/.test(part) && /[\w$]/.test(text[end] ?? ''));
  return isCut ? -1 : at;
}
