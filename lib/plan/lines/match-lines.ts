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
  const { numbers, count } = numberLines([a, b]);
  return matchNumbered(numbers[0]!, numbers[1]!, count);
}

/** Gives each different line a number, the same in every list. */
export function numberLines(lists: readonly (readonly string[])[]): { numbers: Int32Array[]; count: number } {
  const known = new Map<string, number>();
  const numbers = lists.map((lines) => {
    const numbered = new Int32Array(lines.length);
    for (let i = 0; i < lines.length; i++) {
      let number = known.get(lines[i]!);
      if (number === undefined) known.set(lines[i]!, (number = known.size));
      numbered[i] = number;
    }
    return numbered;
  });
  return { numbers, count: known.size };
}

/**
 * Finds the longest common subsequence of two lists of numbered lines, as runs in order.
 *
 * @param count how many different numbers there are
 */
export function matchNumbered(a: Int32Array, b: Int32Array, count: number): LineMatch[] {
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;

  const middleA = a.subarray(head, a.length - tail);
  const middleB = b.subarray(head, b.length - tail);
  const pairs = matchMiddle(middleA, middleB, count);
  return joinRuns([
    [0, 0, head],
    ...pairs.map(([inA, inB]): LineMatch => [inA + head, inB + head, 1]),
    [a.length - tail, b.length - tail, tail],
  ]);
}

/**
 * Finds lines that two lists share, as runs in order: first those that there are once in each list, then others between
 * them. Where many lines are alike, this pairs the right ones, though it may pair fewer.
 */
export function matchAnchored(a: readonly string[], b: readonly string[]): LineMatch[] {
  const { numbers, count } = numberLines([a, b]);
  const [inA, inB] = numbers as [Int32Array, Int32Array];
  const anchors = matchUnique(inA, inB, countNumbers(inA, count), countNumbers(inB, count));
  const runs: LineMatch[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [atA, atB] of [...anchors, [a.length, b.length] as const]) {
    const between = matchNumbered(inA.subarray(fromA, atA), inB.subarray(fromB, atB), count);
    for (const [one, other, length] of between) runs.push([fromA + one, fromB + other, length]);
    if (atA < a.length) runs.push([atA, atB, 1]);
    [fromA, fromB] = [atA + 1, atB + 1];
  }
  return joinRuns(runs);
}

function joinRuns(runs: readonly LineMatch[]): LineMatch[] {
  const joined: [number, number, number][] = [];
  for (const [inA, inB, length] of runs) {
    const last = joined.at(-1);
    if (last && last[0] + last[2] === inA && last[1] + last[2] === inB) last[2] += length;
    else if (length > 0) joined.push([inA, inB, length]);
  }
  return joined;
}

function matchMiddle(a: Int32Array, b: Int32Array, count: number): [number, number][] {
  if (a.length === 0 || b.length === 0) return [];
  const countA = countNumbers(a, count);
  const countB = countNumbers(b, count);
  const inA = placesShared(a, countB);
  const inB = placesShared(b, countA);
  const sharedA = inA.map((place) => a[place]!);
  const sharedB = inB.map((place) => b[place]!);
  const matched = matchNumbers(sharedA, sharedB) ?? matchUnique(sharedA, sharedB, countA, countB);
  return matched.map(([one, other]) => [inA[one]!, inB[other]!]);
}

function countNumbers(numbers: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count);
  for (let i = 0; i < numbers.length; i++) counts[numbers[i]!]!++;
  return counts;
}

/** The places of what the other side has too. */
function placesShared(numbers: Int32Array, others: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length);
  let length = 0;
  for (let i = 0; i < numbers.length; i++) if (others[numbers[i]!]! > 0) places[length++] = i;
  return places.subarray(0, length);
}

/** Myers' greedy algorithm; undefined when more than `editLimit` edits would be needed. */
function matchNumbers(a: Int32Array, b: Int32Array): [number, number][] | undefined {
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
  a: Int32Array,
  b: Int32Array,
  countA: Int32Array,
  countB: Int32Array,
): [number, number][] {
  const inB = new Map(Array.from(b, (number, index) => [number, index]));
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

/** A line without what a formatter may change. */
export function plainLine(line: string): string {
  return line
    .replace(/['`]/g, '"')
    .replace(/[,;\s]+/g, ' ')
    .trim();
}
