import { isCommentedOut } from '../../code/comment-marks.ts';
import type { LineChange } from '../../lines/line-changes.ts';
import type { Nesting } from './nesting.ts';
import { findShift } from './settle-indents.ts';
import type { PlacedLine, Shift } from './settle-indents.ts';
import { splitWrapper } from './wrappers.ts';

/**
 * The lines of the result in order, each with where it comes from; undefined where both sides changed one place and the
 * order is in doubt.
 */
export function placeLines(
  sides: ThreeTexts,
  own: readonly LineChange[],
  their: readonly LineChange[],
  nesting: Nesting,
): PlacedLine[] | undefined {
  const [base, mine, next] = sides;
  const placed: PlacedLine[] = [];
  let [i, j, inMine, inNext] = [0, 0, 0, 0];
  for (let at = 0; at <= base.length;) {
    const [m, n] = [own[i]?.from === at ? own[i] : undefined, their[j]?.from === at ? their[j] : undefined];
    if (m && n) {
      const pieces = joinChanges(sides, m, n, [inMine, inNext], nesting);
      if (!pieces) return undefined;
      placed.push(...pieces);
    } else {
      if (m) placed.push(...linesOf('mine', m.start, m.end, movedBy(base, at, m.to, next, inNext)));
      if (n) placed.push(...linesOf('next', n.start, n.end, movedBy(base, at, n.to, mine, inMine)));
    }
    if (m) [i, inMine] = [i + 1, m.end];
    if (n) [j, inNext] = [j + 1, n.end];
    if (!isClear(own[i], n, [base, mine, next], nesting)) return undefined;
    if (!isClear(their[j], m, [base, next, mine], nesting)) return undefined;
    const to = Math.max(m?.to ?? at, n?.to ?? at);
    if (to > at) {
      if (!m) inMine += to - at;
      if (!n) inNext += to - at;
      at = to;
    } else {
      if (at < base.length) placed.push({ from: 'both', base: at, mine: inMine, next: inNext });
      [at, inMine, inNext] = [at + 1, inMine + 1, inNext + 1];
      if (inMine > mine.length + 1 || inNext > next.length + 1) return undefined;
    }
  }
  return placed;
}

/** The lines of the base and of both sides. */
export type ThreeTexts = readonly [base: readonly string[], mine: readonly string[], next: readonly string[]];

type Side = 'mine' | 'next';

function linesOf(from: Side, start: number, end: number, moved?: Shift): PlacedLine[] {
  return Array.from(
    { length: end - start },
    (_, offset) => ({ from, [from]: start + offset, moved }) as PlacedLine,
  );
}

/** How a side moved the lines of the base from..to, which stand at `at` there. */
function movedBy(
  base: readonly string[],
  from: number,
  to: number,
  side: readonly string[],
  at: number,
): Shift | undefined {
  return findShift(base.slice(from, to), side.slice(at, at + to - from));
}

/** Two changes that begin at one line: the same one, a wrapper around what the other added, or none of these. */
function joinChanges(
  [base, mine, next]: ThreeTexts,
  own: LineChange,
  their: LineChange,
  [inMine, inNext]: readonly [number, number],
  nesting: Nesting,
): PlacedLine[] | undefined {
  const [ownLines, theirLines] = [mine.slice(own.start, own.end), next.slice(their.start, their.end)];
  const isSame =
    ownLines.map((line) => line.trim()).join('\n') === theirLines.map((line) => line.trim()).join('\n');
  if (isSame && own.to === their.to) return linesOf('mine', own.start, own.end);
  if (own.to > own.from && their.to > their.from) return undefined;
  const one = splitWrapper(ownLines, mine[own.end], nesting);
  const other = splitWrapper(theirLines, next[their.end], nesting);
  const [ownBody, theirBody] = [own.end - one.opening, their.end - other.opening];
  if (own.to > own.from) {
    if (!isLineByLine(own) || other.opening < theirLines.length) return undefined;
    const moved = movedBy(base, own.from, own.to, next, inNext + theirLines.length);
    return [...linesOf('next', their.start, their.end), ...linesOf('mine', own.start, own.end, moved)];
  }
  if (their.to > their.from) {
    if (!isLineByLine(their) || one.opening < ownLines.length) return undefined;
    const moved = movedBy(base, their.from, their.to, mine, inMine + ownLines.length);
    return [...linesOf('mine', own.start, own.end), ...linesOf('next', their.start, their.end, moved)];
  }
  if (own.start + one.closing < ownBody && their.start + other.closing < theirBody) return undefined;
  if ([one, other].some(({ closing, opening }) => closing > 0 && opening > 0)) return undefined;
  if (one.closing > 0 && other.closing > 0) return undefined;
  if (one.opening > 0 && other.opening > 0) return undefined;
  return [
    ...linesOf('mine', own.start, own.start + one.closing),
    ...linesOf('next', their.start, their.start + other.closing),
    ...linesOf('mine', own.start + one.closing, ownBody),
    ...linesOf('next', their.start + other.closing, theirBody),
    ...linesOf('mine', ownBody, own.end),
    ...linesOf('next', theirBody, their.end),
  ];
}

/** Claims that a replacement has as many lines as what it replaced, so that each is what became of one. */
function isLineByLine({ from, to, start, end }: LineChange): boolean {
  return to - from === end - start;
}

/**
 * Claims that a change which follows what the other side replaced leaves no doubt about the order: another replacement
 * where each line became one, or what is added after lines commented out or after the end of what was unwrapped.
 *
 * @param lines of the base, of the side that made the change, and of the side that replaced
 */
function isClear(
  change: LineChange | undefined,
  replaced: LineChange | undefined,
  [base, side, other]: ThreeTexts,
  nesting: Nesting,
): boolean {
  if (!change || !replaced || replaced.to === replaced.from || change.from > replaced.to) return true;
  if (change.from < replaced.to) return false;
  if (change.to > change.from)
    return isLineByLine(replaced) && (isLineByLine(change) || change.start === change.end);
  const old = base.slice(replaced.from, replaced.to);
  const isTaken = replaced.start === replaced.end;
  if (isTaken && splitWrapper(old, base[replaced.to], nesting).closing === old.length) return true;
  if (!isLineByLine(replaced)) return false;
  const added = side.slice(change.start, change.end);
  if (splitWrapper(added, side[change.end], nesting).closing === added.length) return true;
  return old.every((line, at) => {
    const now = other[replaced.start + at]!;
    return isCommentedOut(now, line) || now.trim() === line.trim();
  });
}
