import { signsOf } from './match-reflowed.ts';
import type { LineMatch } from './match-lines.ts';

/**
 * Moves each run of matched lines among lines that are like its own, to where the lines that it parted are a stretch laid
 * out anew: `path(` above one argument is no other line than `path(` above the next.
 *
 * @param runs in order
 */
export function slideRuns(
  a: readonly string[],
  b: readonly string[],
  runs: readonly LineMatch[],
): readonly LineMatch[] {
  if (runs.length === 0) return runs;
  const down = slideDown(a, b, runs);
  const both = swap(slideDown(b, a, swap(down)));
  const [upA, upB] = [a.toReversed(), b.toReversed()];
  const turn = (some: readonly LineMatch[]): LineMatch[] =>
    some
      .map(([inA, inB, length]): LineMatch => [a.length - inA - length, b.length - inB - length, length])
      .reverse();
  const up = slideDown(upA, upB, turn(both), true);
  return turn(swap(slideDown(upB, upA, swap(up), true)));
}

function swap(runs: readonly LineMatch[]): LineMatch[] {
  return runs.map(([inA, inB, length]) => [inB, inA, length]);
}

/** Moves runs down in `a` where only `b` has lines above and only `a` has lines below. */
function slideDown(
  a: readonly string[],
  b: readonly string[],
  runs: readonly LineMatch[],
  isTurned = false,
): LineMatch[] {
  const slid = [...runs];
  for (const [at, [inA, inB, length]] of runs.entries()) {
    const [aboveA, aboveB, aboveLength] = slid[at - 1] ?? [0, 0, 0];
    const [belowA, belowB] = runs[at + 1] ?? [a.length, b.length];
    const [topA, topB] = [aboveA + aboveLength, aboveB + aboveLength];
    if (inB === topB || belowB > inB + length) continue;
    for (let by = 1; by <= belowA - inA - length; by++) {
      let same = 0;
      while (same < length && a[inA + by + same] === a[inA + same]) same++;
      if (same < length) continue;
      if (!haveSameEnd(a, b, [topA, inA + by, inA + length], [topB, inB], isTurned)) continue;
      slid[at] = [inA + by, inB, length];
      break;
    }
  }
  return slid;
}

/** Claims that two gaps end with the same in other lines: in `a` with stretches that reach up beyond a line. */
function haveSameEnd(
  a: readonly string[],
  b: readonly string[],
  [topA, endA, beyond]: readonly [number, number, number],
  [topB, endB]: readonly [number, number],
  isTurned: boolean,
): boolean {
  const backwards = (line: string): readonly string[] =>
    isTurned ? signsOf(line) : signsOf(line).toReversed();
  let [fromA, fromB] = [endA, endB];
  const [one, other]: [string[], string[]] = [[], []];
  let done = 0;
  do {
    const isShorter = one.length <= other.length;
    if (isShorter ? fromA === topA : fromB === topB) return false;
    if (isShorter) one.push(...backwards(a[--fromA]!));
    else other.push(...backwards(b[--fromB]!));
    for (; done < Math.min(one.length, other.length); done++) if (one[done] !== other[done]) return false;
  } while (one.length !== other.length || one.length === 0 || fromA >= beyond);
  return true;
}
