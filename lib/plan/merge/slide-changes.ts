import type { Change } from './merge-lines.ts';

/**
 * Moves each addition up or down among lines that are like its own, to where it is whole: `</p>, <p>, …` added after a
 * `<p>` is the same as `<p>, …, </p>` added before it.
 *
 * @param isWhole tells whether side lines start..end begin and end nothing but what is inside
 */
export function slideChanges(
  changes: readonly Change[],
  base: ArrayLike<number | string>,
  isWhole: (start: number, end: number) => boolean,
  side: ArrayLike<number | string>,
): Change[] {
  return changes.map((change, at) => {
    const { from, to, start, end } = change;
    const isAddition = to === from && end > start;
    if (!isAddition || (base[from - 1] !== side[end - 1] && base[from] !== side[start])) return change;
    if (isWhole(start, end)) return change;
    const above = from - (changes[at - 1]?.to ?? -1) - 1;
    const below = (changes[at + 1]?.from ?? base.length + 1) - to - 1;
    for (let by = 1; by <= above && base[from - by] === side[end - by]; by++) {
      if (isWhole(start - by, end - by)) return moveChange(change, -by);
    }
    for (let by = 1; by <= below && base[from + by - 1] === side[start + by - 1]; by++) {
      if (isWhole(start + by, end + by)) return moveChange(change, by);
    }
    return change;
  });
}

/**
 * Moves each addition and each deletion down among lines that are like its own, as far as it goes without meeting the next
 * change, which is where git has it.
 */
export function lowerChanges(
  changes: readonly Change[],
  base: ArrayLike<number | string>,
  side: ArrayLike<number | string>,
): Change[] {
  return changes.map((change, at) => {
    const { from, to, start, end } = change;
    const room = (changes[at + 1]?.from ?? base.length + 1) - to - 1;
    const repeats = (by: number): boolean =>
      from === to ? base[to + by] === side[start + by] : start === end && base[to + by] === base[from + by];
    let by = 0;
    while (by < room && repeats(by)) by++;
    return moveChange(change, by);
  });
}

function moveChange({ from, to, start, end }: Change, by: number): Change {
  return { from: from + by, to: to + by, start: start + by, end: end + by };
}
