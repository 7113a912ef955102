import { groupBy } from '../group-by.ts';

/** Stretches of two texts that hold the same, `to` not included. */
export interface ReflowedMatch {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/**
 * Pairs lines of two texts that hold the same words and signs in the same order, laid out in other lines: the shortest such
 * stretches, each line in one of them at most.
 *
 * @param leftA the lines of `a` that may be paired, in order
 * @param leftB those of `b`
 */
export function matchReflowed(
  a: readonly string[],
  b: readonly string[],
  leftA: Iterable<number>,
  leftB: Iterable<number>,
): ReflowedMatch[] {
  const [inA, inB] = [listSigns(a, leftA), listSigns(b, leftB)];
  const starts = groupBy(inB.keys(), (at) => inB.get(at)![0]);
  const found: ReflowedMatch[] = [];
  let next = -1;
  for (const [from, signs] of inA) {
    const candidates = starts.get(signs[0]!) ?? [];
    const first = candidates.includes(next) ? [next] : [];
    for (const start of [...first, ...candidates]) {
      const match = extend(inA, inB, from, start);
      if (match === undefined) continue;
      found.push(match);
      for (let at = match.a[0]; at < match.a[1]; at++) inA.delete(at);
      for (let at = match.b[0]; at < match.b[1]; at++) inB.delete(at);
      next = match.b[1];
      break;
    }
  }
  return found;
}

type Signs = Map<number, readonly string[]>;

/** The words and signs of each line that has any. */
function listSigns(lines: readonly string[], left: Iterable<number>): Signs {
  const signs: Signs = new Map();
  for (const at of left) {
    const found = signsOf(lines[at]!);
    if (found.length > 0) signs.set(at, found);
  }
  return signs;
}

/** The shortest stretch from two lines on that is the same; undefined where there is none. */
function extend(inA: Signs, inB: Signs, fromA: number, fromB: number): ReflowedMatch | undefined {
  let [toA, toB] = [fromA, fromB];
  const [one, other]: [string[], string[]] = [[], []];
  let done = 0;
  do {
    const isShorter = one.length <= other.length;
    const more = isShorter ? inA.get(toA++) : inB.get(toB++);
    if (more === undefined) return undefined;
    (isShorter ? one : other).push(...more);
    for (; done < Math.min(one.length, other.length); done++) if (one[done] !== other[done]) return undefined;
  } while (one.length !== other.length);
  return { a: [fromA, toA], b: [fromB, toB] };
}

/** The words and signs of code, without commas and semicolons, which a layout may add or leave out. */
export function signsOf(code: string): readonly string[] {
  return code.replace(/['`]/g, '"').match(/[\w$]+|[^\w$\s,;]/g) ?? [];
}
