import { listChanges, splitLines } from '../../lines/line-changes.ts';
import type { LineChange } from '../../lines/line-changes.ts';
import { matchNumbered, numberLines } from '../../lines/match-lines.ts';
import { slideChanges } from '../../lines/slide-changes.ts';
import type { MergeRegion } from '../regions.ts';
import type { ComparedLines } from './merge-lines.ts';
import type { Nesting } from './nesting.ts';
import { placeLines } from './place-lines.ts';
import type { ThreeTexts } from './place-lines.ts';
import { settleIndents } from './settle-indents.ts';
import { splitWrapper } from './wrappers.ts';

type Merged = Extract<MergeRegion, { kind: 'merged' }>;

/**
 * Merges three versions by lines whose indentation may differ: what a side wrapped or moved deeper takes the other
 * side's changes along, and what a side put after something wrapped stands after the wrapper.
 *
 * Returns undefined where both sides changed the same lines.
 */
export function mergeIndented(
  base: string,
  mine: string,
  next: string,
  nesting: Nesting,
): Merged | undefined {
  const sides = [base, mine, next].map(splitLines) as [string[], string[], string[]];
  const { numbers, count } = numberLines(sides.map((lines) => lines.map((line) => line.trim())));
  const [b, m, n] = numbers as [Int32Array, Int32Array, Int32Array];
  const changesOf = (side: Int32Array, lines: readonly string[]): LineChange[] =>
    slideChanges(
      listChanges(matchNumbered(b, side, count), b.length, side.length),
      b,
      wholeIn(lines, nesting),
      side,
    );
  return placeAll(sides, changesOf(m, sides[1]), changesOf(n, sides[2]), nesting);
}

/**
 * Merges what was compared by lines, with each addition moved to where it is whole.
 *
 * Returns undefined where no addition moves past a change of the other side, so that the result is that of a merge by lines,
 * and where an addition then meets a change that leaves the order in doubt.
 */
export function mergeSlid(compared: ComparedLines, nesting: Nesting): Merged | undefined {
  const { base, mine, next, own, theirs } = compared;
  const slid = slideWhole(compared, nesting);
  if (!passes(own, slid.own, theirs) && !passes(theirs, slid.theirs, own)) return undefined;
  return placeAll([base, mine, next], slid.own, slid.theirs, nesting);
}

/** Moves each addition to where it is whole. */
export function slideWhole(compared: ComparedLines, nesting: Nesting): ComparedLines {
  const { base, mine, next, own, theirs } = compared;
  return {
    ...compared,
    own: slideChanges(own, base, wholeIn(mine, nesting), mine),
    theirs: slideChanges(theirs, base, wholeIn(next, nesting), next),
  };
}

/** Claims that an addition moved past a change of the other side, or moved up to one. */
function passes(
  changes: readonly LineChange[],
  slid: readonly LineChange[],
  others: readonly LineChange[],
): boolean {
  return slid.some((change, at) => {
    const { from } = changes[at]!;
    if (change.from === from) return false;
    const [first, last] = [Math.min(from, change.from), Math.max(from, change.from)];
    return others.some((other) => other.to >= first && other.from <= last);
  });
}

function wholeIn(lines: readonly string[], nesting: Nesting): (start: number, end: number) => boolean {
  return (start, end) => {
    const { closing, opening } = splitWrapper(lines.slice(start, end), lines[end], nesting);
    return closing === 0 && opening === 0;
  };
}

function placeAll(
  sides: ThreeTexts,
  own: readonly LineChange[],
  theirs: readonly LineChange[],
  nesting: Nesting,
): Merged | undefined {
  const placed = placeLines(sides, own, theirs, nesting);
  const text = placed && settleIndents(sides, placed);
  return text === undefined ? undefined : { kind: 'merged', text, base: sides[2].join('') };
}
