import type { Change } from './merge-lines.ts';

/**
 * Moves each addition up or down among lines that are like its own, to where it is whole: `</p>, <p>, …` added after a
 * `<p>` is the same as `<p>, …, </p>` added before it.
 *
 * @param isWhole tells whether side lines start..end begin and end nothing but what is inside
 */
export function slideChanges(
  changes: readonly Change[],
  base: Int32Array,
  isWhole: (start: number, end: number) => boolean,
  side: Int32Array,
): Change[] {
  return changes.map((change, at) => {
    if (change.to > change.from || isWhole(change.start, change.end)) return change;
    const above = change.from - (changes[at - 1]?.to ?? -1) - 1;
    const below = (changes[at + 1]?.from ?? base.length + 1) - change.to - 1;
    for (let by = 1; by <= above && base[change.from - by] === side[change.end - by]; by++) {
      if (isWhole(change.start - by, change.end - by)) return moveChange(change, -by);
    }
    for (let by = 1; by <= below && base[change.from + by - 1] === side[change.start + by - 1]; by++) {
      if (isWhole(change.start + by, change.end + by)) return moveChange(change, by);
    }
    return change;
  });
}

function moveChange({ from, to, start, end }: Change, by: number): Change {
  return { from: from + by, to: to + by, start: start + by, end: end + by };
}
