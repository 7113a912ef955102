import { matchNumbered, numberLines } from './match-lines.ts';
import type { LineMatch } from './match-lines.ts';
import type { MergeRegion } from './regions.ts';
import { compactRegions } from './regions.ts';

/** A stretch that one side replaced: base lines from..to became side lines start..end. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Which changes that touch, but do not overlap, are merged. */
export type Touching = 'conflict' | 'replacements' | 'additions';

/**
 * Merges three versions line by line (diff3, without fuzz).
 *
 * Changes that overlap or touch are a conflict, as in git, unless both sides made the same one. `touching` tells
 * what else is merged where changes touch without overlapping: a replacement that follows another
 * (`replacements`), and an addition too (`additions`).
 *
 * @param base LF text; so are `mine` and `next`
 */
export function mergeLines(
  base: string,
  mine: string,
  next: string,
  touching: Touching = 'conflict',
): MergeRegion[] {
  const [b, m, n] = [splitLines(base), splitLines(mine), splitLines(next)];
  const { numbers, count } = numberLines([b, m, n]);
  const [numberedBase, numberedMine, numberedNext] = numbers as [Int32Array, Int32Array, Int32Array];
  const mineChanges = listChanges(matchNumbered(numberedBase, numberedMine, count), b.length, m.length);
  const nextChanges = listChanges(matchNumbered(numberedBase, numberedNext, count), b.length, n.length);
  const regions: MergeRegion[] = [];
  let [atBase, atMine, atNext, i, j] = [0, 0, 0, 0, 0];

  const copyStable = (to: number): void => {
    const length = to - atBase;
    if (length === 0) return;
    const text = n.slice(atNext, atNext + length).join('');
    regions.push({ kind: 'merged', text, base: text });
    [atBase, atMine, atNext] = [to, atMine + length, atNext + length];
  };

  while (i < mineChanges.length || j < nextChanges.length) {
    const own = mineChanges[i];
    const their = nextChanges[j];
    const from = Math.min(own?.from ?? Infinity, their?.from ?? Infinity);
    copyStable(from);
    let to = from;
    const [firstMine, firstNext] = [i, j];
    for (let grew = true; grew;) {
      grew = false;
      while (i < mineChanges.length && joins(mineChanges[i]!, from, to, j > firstNext, touching)) {
        to = Math.max(to, mineChanges[i++]!.to);
        grew = true;
      }
      while (j < nextChanges.length && joins(nextChanges[j]!, from, to, i > firstMine, touching)) {
        to = Math.max(to, nextChanges[j++]!.to);
        grew = true;
      }
    }
    const mineEnd = sideEnd(mineChanges, i, atBase, atMine, to, firstMine);
    const nextEnd = sideEnd(nextChanges, j, atBase, atNext, to, firstNext);
    const baseText = b.slice(atBase, to).join('');
    const mineText = m.slice(atMine, mineEnd).join('');
    const nextText = n.slice(atNext, nextEnd).join('');
    if (i === firstMine) regions.push({ kind: 'merged', text: nextText, base: nextText });
    else if (j === firstNext || mineText === nextText)
      regions.push({ kind: 'merged', text: mineText, base: nextText });
    else regions.push({ kind: 'conflict', base: baseText, mine: mineText, next: nextText });
    [atBase, atMine, atNext] = [to, mineEnd, nextEnd];
  }
  copyStable(b.length);
  return compactRegions(regions);
}

/** Splits an LF text into lines that keep their ending. */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop()!;
  const whole = lines.map((line) => `${line}\n`);
  if (last !== '') whole.push(last);
  return whole;
}

/** The first change of a side always joins; a later one where it meets what the other side changed. */
function joins(change: Change, from: number, to: number, otherIn: boolean, touching: Touching): boolean {
  if (change.from < to || (change.from === from && to === from)) return true;
  if (change.from > to || !otherIn) return false;
  const replaces = change.to > change.from;
  return to === from || touching === 'conflict' || (touching === 'replacements' && !replaces);
}

function sideEnd(
  changes: readonly Change[],
  after: number,
  atBase: number,
  atSide: number,
  to: number,
  first: number,
): number {
  if (after === first) return atSide + (to - atBase);
  const last = changes[after - 1]!;
  return last.end + (to - last.to);
}

/** What a side replaced, from what it left as it was. */
export function listChanges(matches: readonly LineMatch[], baseLength: number, sideLength: number): Change[] {
  const changes: Change[] = [];
  let [from, start] = [0, 0];
  for (const [inBase, inSide, length] of matches) {
    if (inBase > from || inSide > start) changes.push({ from, to: inBase, start, end: inSide });
    [from, start] = [inBase + length, inSide + length];
  }
  if (baseLength > from || sideLength > start) {
    changes.push({ from, to: baseLength, start, end: sideLength });
  }
  return changes;
}
