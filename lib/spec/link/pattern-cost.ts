import { positionsOf, type Position, type Positions } from './pattern-positions.ts';

/**
 * How the time that a pattern needs may grow with a text that it does not fit: as a power of its length (1: in step with it; 4 or
 * more: 4), or by doubling with each character, `Infinity`. An engine that goes back tries every way to read the text; how many there are
 * follows from the loops of the pattern's automaton that read the same texts. Null where the pattern is too large to tell.
 */
export function patternCost(pattern: string): number | null {
  const positions = positionsOf(pattern);
  if (positions === null) return null;
  try {
    const automaton = new Automaton(positions);
    return automaton.isExponential() ? Infinity : automaton.degree();
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
}

/** How far a pattern is looked at. */
const mostSteps = 1_000_000;

class Automaton {
  private readonly positions: readonly Position[];
  /** For each place, the places after it, each once. */
  private readonly next: readonly (readonly number[])[];
  /** Places on a loop from which the text may still turn out not to fit. */
  private readonly loops: readonly number[];
  private readonly overlaps = new Map<number, boolean>();
  private steps = 0;

  constructor({ all, accepting }: Positions) {
    this.positions = all;
    this.next = all.map(({ next }) => [...new Set(next)]);
    this.loops = all
      .map((_, place) => place)
      .filter((place) => !accepting.has(place) && this.reach([place], (at) => this.next[at]!).has(place));
  }

  /** Claims that some loop can be gone round in two ways over the same text. */
  isExponential(): boolean {
    const size = this.positions.length;
    const seen = new Set<number>();
    return this.loops.some((place) => {
      const start = place * size + place;
      if (seen.has(start)) return false;
      const before = new Map<number, number[]>();
      this.reach([start], (pair) => {
        const after = this.pairsAfter(Math.floor(pair / size), pair % size);
        for (const to of after) {
          const known = before.get(to);
          if (known === undefined) before.set(to, [pair]);
          else known.push(pair);
        }
        return after;
      });
      const round = this.reach([start], (pair) => before.get(pair) ?? []);
      for (const pair of round) seen.add(pair);
      return [...round].some((pair) => {
        const [left, right] = [Math.floor(pair / size), pair % size];
        return left !== right || this.doubled(left).some((to) => round.has(to * size + to));
      });
    });
  }

  /** How many loops may share one text, one after the other: at least 1, and counted up to 4. */
  degree(): number {
    const seen = new Map<number, number>();
    let deepest = 1;
    const follow = (place: number, depth: number): void => {
      deepest = Math.max(deepest, depth);
      if ((seen.get(place) ?? 0) >= depth) return;
      seen.set(place, depth);
      for (const other of this.loops) {
        if (deepest >= 4) return;
        if (other !== place && this.overlap(place, other) && this.sharesText(place, other))
          follow(other, depth + 1);
      }
    };
    for (const place of this.loops) if (deepest < 4) follow(place, 1);
    return deepest;
  }

  /** The places to which two ways lead from a place. */
  private doubled(place: number): number[] {
    const { next } = this.positions[place]!;
    return this.next[place]!.filter((to) => next.indexOf(to) !== next.lastIndexOf(to));
  }

  /** Claims that some text leads round the first loop, round the second, and from the first to the second. */
  private sharesText(first: number, second: number): boolean {
    const size = this.positions.length;
    const code = (a: number, b: number, c: number): number => (a * size + b) * size + c;
    const target = code(first, second, second);
    const found = this.reach(
      [code(first, first, second)],
      (triple) => {
        const [a, b, c] = [Math.floor(triple / size / size), Math.floor(triple / size) % size, triple % size];
        return this.pairsAfter(a, b).flatMap((pair) => {
          const [x, y] = [Math.floor(pair / size), pair % size];
          return this.next[c]!.filter((z) => this.overlap(y, z) && this.overlap(x, z)).map((z) =>
            code(x, y, z),
          );
        });
      },
      target,
    );
    return found.has(target);
  }

  private pairsAfter(left: number, right: number): number[] {
    const size = this.positions.length;
    return this.next[left]!.flatMap((x) =>
      this.next[right]!.filter((y) => this.overlap(x, y)).map((y) => x * size + y),
    );
  }

  /** Claims that two places may read the same character. */
  private overlap(left: number, right: number): boolean {
    const key = left * this.positions.length + right;
    let known = this.overlaps.get(key);
    if (known === undefined) {
      const [one, other] = [this.positions[left]!.reads, this.positions[right]!.reads];
      known = one.some(([from, to]) => other.some(([start, end]) => start <= to && from <= end));
      this.overlaps.set(key, known);
    }
    return known;
  }

  /** Everything that can be reached in at least one step, or as much as is found on the way to `target`. */
  private reach(
    from: readonly number[],
    step: (at: number) => readonly number[],
    target: number | null = null,
  ): Set<number> {
    const found = new Set<number>();
    const waiting = [...from];
    while (waiting.length > 0 && (target === null || !found.has(target))) {
      for (const to of step(waiting.pop()!)) {
        this.steps += 1;
        if (found.has(to)) continue;
        found.add(to);
        waiting.push(to);
      }
      if (this.steps > mostSteps) throw new TooLong();
    }
    return found;
  }
}

class TooLong extends Error {}
