/** The indexes of a longest subsequence that does not fall. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < values.length; at++) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tops[middle]!]! <= values[at]!) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = at;
  }
  const kept = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(at);
  return kept;
}

/** The indexes that are in some longest rising subsequence, and those that are in all of them; the values differ. */
export function longestRises(
  values: readonly number[],
): Readonly<Record<'some' | 'all', ReadonlySet<number>>> {
  const before = rises(values);
  const after = rises(values.map((value) => -value).reverse()).reverse();
  const longest = Math.max(0, ...before);
  const some = values.flatMap((_, at) => (before[at]! + after[at]! - 1 === longest ? [at] : []));
  const counts = new Map<number, number>();
  for (const at of some) counts.set(before[at]!, (counts.get(before[at]!) ?? 0) + 1);
  return { some: new Set(some), all: new Set(some.filter((at) => counts.get(before[at]!) === 1)) };
}

/** How long the longest subsequence is that rises to each value. */
function rises(values: readonly number[]): number[] {
  const tops: number[] = [];
  return values.map((value) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle]! < value) low = middle + 1;
      else high = middle;
    }
    tops[low] = value;
    return low + 1;
  });
}
