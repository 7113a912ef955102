/** A run of equal lines: first line in `a`, first line in `b`, how many. */
export type LineMatch = readonly [a: number, b: number, length: number];

/** Beyond this many edits only lines that are unique on both sides are matched. */
const editLimit = 3000;

/**
 * Finds the longest common subsequence of two lists of lines, as runs in order.
 *
 * Myers' algorithm over numbered lines, after common ends and lines that the other side lacks are set aside.
 */
export function matchLines(a: readonly string[], b: readonly string[]): LineMatch[] {
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;

  const pairs = matchMiddle(a, head, a.length - tail, b, head, b.length - tail);
  const runs: [number, number, number][] = [];
  const push = (inA: number, inB: number, length: number): void => {
    const last = runs.at(-1);
    if (last && last[0] + last[2] === inA && last[1] + last[2] === inB) last[2] += length;
    else if (length > 0) runs.push([inA, inB, length]);
  };
  push(0, 0, head);
  for (const [inA, inB] of pairs) push(inA, inB, 1);
  push(a.length - tail, b.length - tail, tail);
  return runs;
}

function matchMiddle(
  a: readonly string[],
  aStart: number,
  aEnd: number,
  b: readonly string[],
  bStart: number,
  bEnd: number,
): [number, number][] {
  if (aStart === aEnd || bStart === bEnd) return [];
  const numbers = new Map<string, number>();
  const countA: number[] = [];
  for (let i = aStart; i < aEnd; i++) {
    const number = numbers.get(a[i]!);
    if (number === undefined) {
      numbers.set(a[i]!, countA.length);
      countA.push(1);
    } else countA[number]!++;
  }
  const countB = new Int32Array(countA.length);
  const placesB: number[] = [];
  const idsB: number[] = [];
  for (let i = bStart; i < bEnd; i++) {
    const number = numbers.get(b[i]!);
    if (number === undefined) continue;
    countB[number]!++;
    placesB.push(i);
    idsB.push(number);
  }
  const placesA: number[] = [];
  const idsA: number[] = [];
  for (let i = aStart; i < aEnd; i++) {
    const number = numbers.get(a[i]!)!;
    if (countB[number] === 0) continue;
    placesA.push(i);
    idsA.push(number);
  }
  const matched = matchNumbers(idsA, idsB) ?? matchUnique(idsA, idsB, countA, countB);
  return matched.map(([inA, inB]) => [placesA[inA]!, placesB[inB]!]);
}

/** Myers' greedy algorithm; undefined when more than `editLimit` edits would be needed. */
function matchNumbers(a: readonly number[], b: readonly number[]): [number, number][] | undefined {
  const most = Math.min(a.length + b.length, editLimit);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = isDown(reach, offset, diagonal, edits);
      let x = down ? reach[offset + diagonal + 1]! : reach[offset + diagonal - 1]! + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      reach[offset + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length, edits);
    }
    trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
  }
  return undefined;
}

function isDown(reach: Int32Array, offset: number, diagonal: number, edits: number): boolean {
  return (
    diagonal === -edits ||
    (diagonal !== edits && reach[offset + diagonal - 1]! < reach[offset + diagonal + 1]!)
  );
}

function walkBack(
  trace: readonly Int32Array[],
  aLength: number,
  bLength: number,
  edits: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let x = aLength;
  let y = bLength;
  for (let step = edits; step > 0; step--) {
    const reach = trace[step - 1]!;
    const offset = step;
    const diagonal = x - y;
    const before = isDown(reach, offset, diagonal, step) ? diagonal + 1 : diagonal - 1;
    const fromX = reach[offset + before]!;
    const fromY = fromX - before;
    const startX = before === diagonal + 1 ? fromX : fromX + 1;
    while (x > startX) pairs.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  while (x > 0) pairs.push([--x, --y]);
  return pairs.reverse();
}

/** Matches only lines that occur once on each side, in the longest order that both sides share. */
function matchUnique(
  a: readonly number[],
  b: readonly number[],
  countA: readonly number[],
  countB: Int32Array,
): [number, number][] {
  const inB = new Map(b.map((number, index) => [number, index]));
  const tails: number[] = [];
  const chain: { pair: [number, number]; before: number }[] = [];
  const tops: number[] = [];
  a.forEach((number, index) => {
    if (countA[number] !== 1 || countB[number] !== 1) return;
    const place = inB.get(number)!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! < place) low = middle + 1;
      else high = middle;
    }
    tails[low] = place;
    chain.push({ pair: [index, place], before: low > 0 ? tops[low - 1]! : -1 });
    tops[low] = chain.length - 1;
  });
  const pairs: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = chain[at]!.before) pairs.push(chain[at]!.pair);
  return pairs.reverse();
}
