import type { LineMatch } from './match-lines.ts';
/** A stretch that one side replaced: base lines from..to became side lines start..end. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Splits an LF text into lines that keep their ending. */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop()!;
  const whole = lines.map((line) => `${line}\n`);
  if (last !== '') whole.push(last);
  return whole;
}

/** What a side replaced, from what it left as it was. */
export function listChanges(
  matches: readonly LineMatch[],
  baseLength: number,
  sideLength: number,
): LineChange[] {
  const changes: LineChange[] = [];
  let [from, start] = [0, 0];
  for (const [inBase, inSide, length] of matches) {
    if (inBase > from || inSide > start) changes.push({ from, to: inBase, start, end: inSide });
    [from, start] = [inBase + length, inSide + length];
  }
  if (baseLength > from || sideLength > start) {
    changes.push({ from, to: baseLength, start, end: sideLength });
  }
  return changes;
}
