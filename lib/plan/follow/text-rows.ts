import { namePattern } from '../code/line-names.ts';
import type { Reach } from './reach/reach-names.ts';
import type { NameEdit } from './reach/reach.ts';

/** A line of the user's text, and what renaming makes of dazzle's part in it. */
export interface Row {
  readonly start: number;
  readonly line: string;
  /** Of a line that is dazzle's: the whole of it. */
  readonly renamed?: string;
  /** Of a line that the user changed: the names that stood there before. */
  readonly kept?: readonly NameEdit[];
  /** Makes the last changes of a line that the user changed. */
  readonly finish?: (line: string) => string;
}

/** Makes a row of each line, of which the number and the offset are given. */
export function mapRows(mine: string, map: (line: string, at: number, start: number) => Row): Row[] {
  let start = 0;
  return mine.split('\n').map((line, at) => {
    const row = map(line, at, start);
    start += line.length + 1;
    return row;
  });
}

/** Gives an old name at an offset its new spelling. */
export function makeEdit(at: number, old: string, text: string): NameEdit {
  return { at, end: at + old.length, text };
}

/** What each name of dazzle's in the user's text becomes, by its offset. */
export function listBecame(rows: readonly Row[]): Map<number, string> {
  const became = new Map<number, string>();
  for (const { start, line, renamed, kept } of rows) {
    if (renamed !== undefined) {
      const [old, fresh] = [line, renamed].map((text) => [...text.matchAll(namePattern)]);
      const inStep = old!.length === fresh!.length;
      for (const [at, { index, 0: word }] of old!.entries()) {
        became.set(start + index, inStep ? fresh![at]![0] : word);
      }
    }
    for (const { at, text } of kept ?? []) became.set(at, text);
  }
  return became;
}

/** The lines of the user's text with all that was renamed in them. */
export function editRows(rows: readonly Row[], { edits, own }: Reach): string[] {
  const sorted = [...edits].sort((one, other) => one.at - other.at);
  let next = 0;
  return rows.map((row) => {
    const { start, line, renamed, finish = (text) => text } = row;
    const here: NameEdit[] = [];
    while (next < sorted.length && sorted[next]!.at <= start + line.length) here.push(sorted[next++]!);
    const isOwn = own.some(([from, to]) => start >= from && start < to);
    if (renamed !== undefined && !isOwn) return renamed;
    const kept = isOwn ? [] : (row.kept ?? []);
    const taken = new Set(here.map(({ at }) => at));
    const all = [...here, ...kept.filter(({ at }) => !taken.has(at))].sort((one, other) => other.at - one.at);
    return finish(
      all.reduce(
        (text, { at, end, text: name }) => text.slice(0, at - start) + name + text.slice(end - start),
        line,
      ),
    );
  });
}
