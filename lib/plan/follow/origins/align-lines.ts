import { listChanges } from '../../lines/line-changes.ts';
import { matchAnchored } from '../../lines/match-lines.ts';
import type { LineMatch } from '../../lines/match-lines.ts';
import { signsOf } from '../../lines/match-reflowed.ts';
import type { ReflowedMatch } from '../../lines/match-reflowed.ts';
import { slideChanges } from '../../lines/slide-changes.ts';

/** Stretches of two texts that are the same line by line, or that hold the same in other lines. */
interface AlignedLines extends ReflowedMatch {
  readonly isReflowed: boolean;
}

/**
 * Aligns the lines of two texts, in order. A stretch that is laid out anew is aligned as a whole: line by line, the `path(`
 * above one argument would be taken for the `path(` above another.
 *
 * @param a lines without what a formatter may change
 */
export function alignLines(a: readonly string[], b: readonly string[]): AlignedLines[] {
  const runs = matchAnchored(a, b);
  const matched = runs.reduce((sum, [, , length]) => sum + length, 0);
  const isLeft = matched < a.length && matched < b.length;
  const reflowed = isLeft ? findReflowed(a, b) : [];
  const aligned: AlignedLines[] = reflowed.map((stretch) => ({ ...stretch, isReflowed: true }));
  const inA = listZones(
    a.length,
    reflowed.map((stretch) => stretch.a),
  );
  const inB = listZones(
    b.length,
    reflowed.map((stretch) => stretch.b),
  );
  for (const run of runs) aligned.push(...cutRun(run, inA, inB));
  return aligned.sort((one, other) => one.a[0] - other.a[0]);
}

/** Numbers the zones that the stretches cut the lines into, line by line: even between stretches, odd within one. */
function listZones(length: number, stretches: readonly (readonly [from: number, to: number])[]): Int32Array {
  const zones = new Int32Array(length);
  for (const [at, [from, to]] of stretches.entries()) {
    zones.fill(2 * at + 1, from, to);
    zones.fill(2 * at + 2, to, stretches[at + 1]?.[0]);
  }
  return zones;
}

/** The parts of a run of equal lines that lie in no stretch, and between the same two on both sides. */
function cutRun([a, b, length]: LineMatch, inA: Int32Array, inB: Int32Array): AlignedLines[] {
  const parts: AlignedLines[] = [];
  let from = 0;
  for (let at = 0; at <= length; at++) {
    const zone = inA[a + at]!;
    if (at < length && zone % 2 === 0 && zone === inB[b + at]) continue;
    if (at > from) parts.push({ a: [a + from, a + at], b: [b + from, b + at], isReflowed: false });
    from = at + 1;
  }
  return parts;
}

interface Signs {
  readonly words: readonly string[];
  /** The line of each. */
  readonly rows: readonly number[];
}

/** Stretches of whole lines whose words and signs are the same, and whose lines are not. */
function findReflowed(a: readonly string[], b: readonly string[]): ReflowedMatch[] {
  const [inA, inB] = [listSigns(a), listSigns(b)];
  const matches = matchAnchored(inA.words, inB.words);
  const changes = slideChanges(
    listChanges(matches, inA.words.length, inB.words.length),
    inA.words,
    (start, end) => beginsLine(inB, start) && beginsLine(inB, end),
    inB.words,
  );
  const found: ReflowedMatch[] = [];
  let [fromA, fromB] = [0, 0];
  for (const { from, to, end } of [...changes, { from: inA.words.length, to: 0, end: 0 }]) {
    let first = -1;
    for (let at = 0; at <= from - fromA; at++) {
      if (!beginsLine(inA, fromA + at) || !beginsLine(inB, fromB + at)) continue;
      if (first >= 0) {
        const stretch = stretchOf(inA, inB, [fromA + first, fromA + at], [fromB + first, fromB + at]);
        if (isLaidOut(a, b, stretch)) found.push(stretch);
      }
      first = at;
    }
    [fromA, fromB] = [to, end];
  }
  return found;
}

function listSigns(lines: readonly string[]): Signs {
  const words: string[] = [];
  const rows: number[] = [];
  for (const [row, line] of lines.entries()) {
    for (const word of signsOf(line)) {
      words.push(word);
      rows.push(row);
    }
  }
  return { words, rows };
}

/** Claims that a sign is the first in its line, or that all lines end before it. */
function beginsLine({ rows }: Signs, at: number): boolean {
  return at === 0 || at === rows.length || rows[at] !== rows[at - 1];
}

function stretchOf(
  { rows: rowsA }: Signs,
  { rows: rowsB }: Signs,
  [fromA, toA]: readonly [number, number],
  [fromB, toB]: readonly [number, number],
): ReflowedMatch {
  return { a: [rowsA[fromA]!, rowsA[toA - 1]! + 1], b: [rowsB[fromB]!, rowsB[toB - 1]! + 1] };
}

/** Claims that a stretch is more than brackets, and in other lines. */
function isLaidOut(a: readonly string[], b: readonly string[], { a: inA, b: inB }: ReflowedMatch): boolean {
  const [old, now] = [a.slice(...inA).join('\n'), b.slice(...inB).join('\n')];
  return old !== now && /\w/.test(old);
}
