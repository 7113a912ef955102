import { groupBy } from '../../group-by.ts';

/**
 * Finds where lines of the base are now that have left their place. A line that is still in its place has not moved: where
 * the user has it elsewhere too, that is a copy of the user's own.
 *
 * A line that there is once on both sides is paired first, along with the equal lines around it. Of several that are alike,
 * the one that follows the pair above is taken, else the first.
 *
 * @param lines the line of the base that each of the user's is, or null; those that are found are put in
 * @param left the lines of the base that have left their place
 */
export function findMoved(
  base: readonly string[],
  mine: readonly string[],
  lines: (number | null)[],
  left: ReadonlySet<number>,
): void {
  const free = new Set(left);
  const moved = groupLines(base, left);
  const own = groupLines(
    mine,
    [...lines.keys()].filter((at) => lines[at] === null),
  );
  const pair = (row: number, at: number): void => {
    lines[at] = row;
    free.delete(row);
  };
  const takeAlong = (row: number, at: number, step: 1 | -1): void => {
    for (
      let by = step;
      base[row + by] === mine[at + by] && row + by < base.length && row + by >= 0;
      by += step
    ) {
      if (base[row + by] === '') continue;
      if (!free.has(row + by) || lines[at + by] !== null) return;
      pair(row + by, at + by);
    }
  };
  for (const [line, [row, ...more]] of moved) {
    const [at, ...others] = own.get(line) ?? [];
    if (at === undefined || more.length + others.length > 0 || lines[at] !== null) continue;
    pair(row!, at);
    takeAlong(row!, at, 1);
    takeAlong(row!, at, -1);
  }
  for (const [at, line] of mine.entries()) {
    const rows = lines[at] === null ? moved.get(line)?.filter((row) => free.has(row)) : undefined;
    if (!rows?.length) continue;
    const below = (lines[at - 1] ?? -2) + 1;
    pair(rows.includes(below) ? below : rows[0]!, at);
  }
}

/** Numbers of lines by what they hold; blank ones are left out. */
function groupLines(lines: readonly string[], rows: Iterable<number>): Map<string, number[]> {
  return groupBy(rows, (row) => (lines[row] === '' ? undefined : lines[row]));
}
