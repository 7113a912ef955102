import type { LineChange } from './line-changes.ts';

/**
 * Moves each addition up or down among lines that are equal to its own, to where it is whole: `</p>, <p>, …` added after a
 * `<p>` is the same as `<p>, …, </p>` added before it.
 *
 * @param isWhole tells whether side lines start..end begin and end nothing but what is inside
 */
export function slideChanges(
  changes: readonly LineChange[],
  base: ArrayLike<number | string>,
  isWhole: (start: number, end: number) => boolean,
  side: ArrayLike<number | string>,
): LineChange[] {
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
 * Moves each addition and each deletion to where git shows it: up to the change above, with which it is joined, or down as
 * far as the lines below are equal to its own.
 */
export function settleChanges(
  changes: readonly LineChange[],
  base: ArrayLike<number | string>,
  side: ArrayLike<number | string>,
): LineChange[] {
  const waiting = [...changes];
  const settled: LineChange[] = [];
  for (let at = 0; at < waiting.length; at++) {
    let change = waiting[at]!;
    const above = settled.at(-1);
    const gap = above ? change.from - above.to : 0;
    if (above && canRise(change, gap, base, side)) {
      settled.pop();
      change = joinChanges(above, moveChange(change, -gap));
    }
    const below = waiting[at + 1];
    const room = (below?.from ?? base.length) - change.to;
    const by = roomToFall(change, room, base, side);
    change = moveChange(change, by);
    if (below && by === room) waiting[at + 1] = joinChanges(change, below);
    else settled.push(change);
  }
  return settled;
}

function canRise(
  { from, to, start, end }: LineChange,
  gap: number,
  base: ArrayLike<number | string>,
  side: ArrayLike<number | string>,
): boolean {
  if (from < to && start < end) return false;
  for (let by = 1; by <= gap; by++) {
    if (base[from - by] !== (from === to ? side[end - by] : base[to - by])) return false;
  }
  return true;
}

function roomToFall(
  { from, to, start, end }: LineChange,
  room: number,
  base: ArrayLike<number | string>,
  side: ArrayLike<number | string>,
): number {
  if (from < to && start < end) return 0;
  let by = 0;
  while (by < room && base[to + by] === (from === to ? side[start + by] : base[from + by])) by++;
  return by;
}

/** Two changes between which nothing stands. */
function joinChanges({ from, start }: LineChange, { to, end }: LineChange): LineChange {
  return { from, to, start, end };
}

function moveChange({ from, to, start, end }: LineChange, by: number): LineChange {
  return { from: from + by, to: to + by, start: start + by, end: end + by };
}
