import { indentOf } from './wrappers.ts';

/** A line of a result: one that all versions have, or one that a side added; with its index in each. */
export type PlacedLine =
  | { readonly from: 'both'; readonly base: number; readonly mine: number; readonly next: number }
  | { readonly from: 'mine'; readonly mine: number; readonly moved?: Shift | undefined }
  | { readonly from: 'next'; readonly next: number; readonly moved?: Shift | undefined };

/** How the other side moved the lines in whose place a line stands. */
export type Shift = readonly [was: string, is: string];

/**
 * Writes lines with the indentation that the result gives them: where one side moved a line deeper it is as deep as
 * there, and what the other side added beside it goes along; what it added after the last such line does not.
 *
 * Returns undefined where both sides moved a line, or no line tells where another belongs.
 */
export function settleIndents(
  sides: readonly [base: readonly string[], mine: readonly string[], next: readonly string[]],
  placed: readonly PlacedLine[],
): string | undefined {
  const [base, mine, next] = sides;
  const settled = { mine: new Map<number, string>(), next: new Map<number, string>() };
  const shared = { mine: new Set<number>(), next: new Set<number>() };
  for (const line of placed) {
    if (line.from !== 'both') continue;
    const [was, own, their] = [base[line.base]!, mine[line.mine]!, next[line.next]!].map(indentOf);
    if (own !== was && their !== was && own !== their) return undefined;
    const indent = own === was ? their! : own!;
    for (const side of ['mine', 'next'] as const) {
      settled[side].set(line[side], indent);
      shared[side].add(line[side]);
    }
  }
  let text = '';
  for (const line of placed) {
    const side = line.from === 'next' ? 'next' : 'mine';
    const lines = side === 'next' ? next : mine;
    const at = line.from === 'next' ? line.next : line.mine;
    const own = lines[at]!;
    if (own.trim() === '') {
      text += own;
      continue;
    }
    const moved = line.from !== 'both' && line.moved ? shift(indentOf(own), line.moved) : undefined;
    const indent = settled[side].get(at) ?? moved ?? findIndent(lines, at, settled[side], shared[side]);
    if (indent === undefined) return undefined;
    settled[side].set(at, indent);
    text += indent + own.slice(indentOf(own).length);
  }
  return text;
}

/** The indentation of an added line, by the lines beside it and the one that it stands under. */
function findIndent(
  lines: readonly string[],
  at: number,
  settled: ReadonlyMap<number, string>,
  shared: ReadonlySet<number>,
): string | undefined {
  const own = indentOf(lines[at]!);
  const head = findHead(lines, at, own, settled);
  const outside = head === undefined ? own : shift(own, head);
  const before = findBeside(lines, at, own, -1, settled, shared);
  const after = findBeside(lines, at, own, 1, settled, shared);
  if (before === undefined || after === undefined) return outside ?? before ?? after;
  if (before === after || after === outside) return after;
  return before === outside || before.length <= after.length ? before : after;
}

/** An indentation below a line that was moved: as much deeper as before. */
function shift(own: string, [was, is]: Shift): string | undefined {
  return own.startsWith(was) ? is + own.slice(was.length) : undefined;
}

/** The nearest line above that is less deep, with its old and new indentation. */
function findHead(
  lines: readonly string[],
  at: number,
  own: string,
  settled: ReadonlyMap<number, string>,
): Shift | undefined {
  let depth = own.length;
  for (let row = at - 1; row >= 0 && depth > 0; row--) {
    const indent = indentOf(lines[row]!);
    if (lines[row]!.trim() === '' || indent.length >= depth) continue;
    const found = settled.get(row);
    if (found !== undefined) return [indent, found];
    depth = indent.length;
  }
  return undefined;
}

/** The new indentation of the nearest line of the same block above (-1) or below (1). */
function findBeside(
  lines: readonly string[],
  at: number,
  own: string,
  step: -1 | 1,
  settled: ReadonlyMap<number, string>,
  shared: ReadonlySet<number>,
): string | undefined {
  for (let row = at + step; row >= 0 && row < lines.length; row += step) {
    const line = lines[row]!;
    if (line.trim() === '') continue;
    const indent = indentOf(line);
    if (indent.length < own.length) return undefined;
    if (indent === own && (shared.has(row) || (step < 0 && settled.has(row)))) return settled.get(row);
  }
  return undefined;
}

/** How a side moved a stretch of lines; undefined where it did not, or not all of them alike. */
export function findShift(base: readonly string[], side: readonly string[]): Shift | undefined {
  const shifts = base.flatMap((line, at): Shift[] =>
    line.trim() === '' ? [] : [[indentOf(line), indentOf(side[at] ?? '')]],
  );
  const [first] = shifts;
  if (!first || first[0] === first[1]) return undefined;
  const isAlike = shifts.every(([was, is]) => is.length - was.length === first[1].length - first[0].length);
  return isAlike ? first : undefined;
}
