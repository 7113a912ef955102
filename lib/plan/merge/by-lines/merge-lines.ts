import { listChanges, splitLines } from '../../lines/line-changes.ts';
import type { LineChange } from '../../lines/line-changes.ts';
import { matchNumbered, numberLines } from '../../lines/match-lines.ts';
import { compactRegions } from '../regions.ts';
import type { MergeRegion } from '../regions.ts';

/** The lines of three versions, and what each side made of the base. */
export interface ComparedLines {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly next: readonly string[];
  readonly own: readonly LineChange[];
  readonly theirs: readonly LineChange[];
}

/** Which changes that touch, but do not overlap, are merged. */
type Touching = 'conflict' | 'replacements' | 'additions';

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
  return mergeChanges(compareLines({ base, mine, next }), touching);
}

/** Compares both sides with the base line by line. */
export function compareLines(texts: Record<'base' | 'mine' | 'next', string>): ComparedLines {
  const [base, mine, next] = [splitLines(texts.base), splitLines(texts.mine), splitLines(texts.next)];
  const { numbers, count } = numberLines([base, mine, next]);
  const [inBase, inMine, inNext] = numbers as [Int32Array, Int32Array, Int32Array];
  const own = listChanges(matchNumbered(inBase, inMine, count), base.length, mine.length);
  const theirs = listChanges(matchNumbered(inBase, inNext, count), base.length, next.length);
  return { base, mine, next, own, theirs };
}

/** Merges what was compared, as `mergeLines` does. */
export function mergeChanges(compared: ComparedLines, touching: Touching = 'conflict'): MergeRegion[] {
  const { base: b, mine: m, next: n, own: mineChanges, theirs: nextChanges } = compared;
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

/** The first change of a side always joins; a later one where it meets what the other side changed. */
function joins(change: LineChange, from: number, to: number, otherIn: boolean, touching: Touching): boolean {
  if (change.from < to || (change.from === from && to === from)) return true;
  if (change.from > to || !otherIn) return false;
  const replaces = change.to > change.from;
  return to === from || touching === 'conflict' || (touching === 'replacements' && !replaces);
}

function sideEnd(
  changes: readonly LineChange[],
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
