import { findNames, namePattern } from '../../code/line-names.ts';
import { plainLine } from '../../lines/match-lines.ts';

/** A line of the base all of which stands within one of the user's, and where each of its names is in both. */
export interface TakenOut {
  readonly row: number;
  readonly inMine: number;
  /** Columns in the user's line, and those in the base's. */
  readonly columns: readonly (readonly [at: number, from: number])[];
}

/** A line that gives an expression a name. */
const naming = /^\s*(?:(?:const|let|var)\s+)?([A-Za-z_$][\w$]*) = (?:await )?(.+?);?\s*$/;

/**
 * Finds lines of the base that the user put into a longer line: an expression that got a name of its own, or that now stands
 * where its name stood.
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
    const line = base[row]!.replace(/[,;\s]+$/, '').trimStart();
    for (const code of [line, naming.exec(base[row]!)?.[2]]) {
      if (code === undefined) continue;
      const indent = base[row]!.lastIndexOf(code);
      const names = [...findNames(base[row]!)].filter(({ at }) => at >= indent);
      // A name or a member alone may stand anywhere by chance.
      if (names.length < 2 || !/["'`([{<]/.test(code)) continue;
      const place = (rowsOf.get(names[0]!.word) ?? []).flatMap((inMine) => {
        const start = findWhole(mine[inMine]!, code, done.get(inMine) ?? 0);
        return start < 0 ? [] : [[inMine, start] as const];
      })[0];
      if (place === undefined) continue;
      const [inMine, start] = place;
      done.set(inMine, start + code.length);
      found.push({ row, inMine, columns: names.map(({ at }) => [at - indent + start, at]) });
      break;
    }
  }
  return found;
}

/**
 * Finds expressions of the base that the user moved into a line of their own and gave a name, which now stands for them in
 * an otherwise unchanged line. Tells where the names of both lines are now, and where they were.
 *
 * @param own the lines that are not the base's
 * @param replaced lines of the base, and those of the user's that stand in their place
 */
export function findNamed(
  base: readonly string[],
  mine: readonly string[],
  own: ReadonlySet<number>,
  replaced: ReadonlyMap<number, readonly [from: number, to: number]>,
): TakenOut[] {
  const found: TakenOut[] = [];
  const written = new Map([...own].map((at) => [plainLine(mine[at]!), at]));
  for (const inMine of own) {
    const [, name, code] = naming.exec(mine[inMine]!) ?? [];
    if (name === undefined || code === undefined) continue;
    for (const [row, [from, to]] of replaced) {
      const start = findWhole(base[row]!, code, 0);
      if (start < 0) continue;
      const end = start + code.length;
      const rest = plainLine(base[row]!.slice(0, start) + name + base[row]!.slice(end));
      const inPlace = mine.slice(from, to).findIndex((line) => plainLine(line) === rest);
      const place = inPlace < 0 ? written.get(rest) : from + inPlace;
      if (place === undefined || !own.has(place)) continue;
      const left = [...findNames(mine[place]!)].filter(({ word }) => word !== name);
      const names = [...findNames(base[row]!)];
      const outside = names.filter(({ at }) => at < start || at >= end);
      if (left.length !== outside.length) continue;
      const shift = mine[inMine]!.lastIndexOf(code) - start;
      const inside = names.filter(({ at }) => at >= start && at < end);
      found.push({ row, inMine: place, columns: left.map(({ at }, n) => [at, outside[n]!.at]) });
      found.push({ row, inMine, columns: inside.map(({ at }) => [at + shift, at]) });
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
