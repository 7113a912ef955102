import { diffArrays } from 'diff';

/** A stretch of two texts that is alike or changed; both ends as line indexes, the second one past the last line. */
export interface Span {
  readonly kind: 'same' | 'change';
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/** The lines of a text; a last line end begins no line. */
export function splitText(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Compares two texts line by line; the spans cover both, in order. */
export function compareLines(left: readonly string[], right: readonly string[]): Span[] {
  const spans: Span[] = [];
  let [leftAt, rightAt] = [0, 0];
  for (const part of diffArrays([...left], [...right])) {
    const size = part.value.length;
    const from = [leftAt, rightAt] as const;
    if (!part.added) leftAt += size;
    if (!part.removed) rightAt += size;
    const kind = part.added || part.removed ? 'change' : 'same';
    const last = spans.at(-1);
    if (kind === 'change' && last?.kind === 'change') {
      spans[spans.length - 1] = { kind, left: [last.left[0], leftAt], right: [last.right[0], rightAt] };
    } else spans.push({ kind, left: [from[0], leftAt], right: [from[1], rightAt] });
  }
  return spans;
}

/**
 * Where the regions of a merged text begin in the text before the merge: one index more than there are regions. Lines that only
 * the text before has belong to the region that ends there, or to the one that begins there where `takes` holds for that one.
 *
 * @param sizes how many lines of `after` each region has
 */
export function cutLines(
  before: readonly string[],
  after: readonly string[],
  sizes: readonly number[],
  takes: (region: number) => boolean,
): number[] {
  const first = [0];
  const last = [0];
  for (const { kind, left, right } of compareLines(before, after)) {
    for (let at = right[0] + 1; at <= right[1]; at++) {
      const sameAt = kind === 'same' ? left[0] + at - right[0] : Math.min(left[1], left[0] + at - right[0]);
      first[at] = last[at] = sameAt;
    }
    last[right[1]] = left[1];
  }
  const cuts = [0];
  let at = 0;
  for (const [region, size] of sizes.entries()) {
    at += size;
    const isEnd = region === sizes.length - 1;
    cuts.push((isEnd ? before.length : takes(region + 1) ? first[at] : last[at]) ?? before.length);
  }
  return cuts;
}
