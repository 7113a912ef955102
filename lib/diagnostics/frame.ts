import type { Place } from './diagnostic.ts';

/** The source line of `place` with carets beneath the words it speaks of; tabs become single spaces. */
export function codeFrame(source: string, place: Place): string {
  const line = (source.split(/\r\n|\n|\r/, place.line)[place.line - 1] ?? '').replaceAll('\t', ' ');
  const start = Math.max(0, place.column - 1);
  const sameLine = place.endLine === undefined || place.endLine === place.line;
  const end = sameLine && place.endColumn !== undefined ? place.endColumn - 1 : line.length;
  const width = Math.max(1, Math.min(end, Math.max(line.length, start + 1)) - start);
  return `${line}\n${' '.repeat(start)}${'^'.repeat(width)}`;
}
