import type { Diagnostic, Place } from './diagnostic.ts';

/** The source line of `place` with carets beneath the words it speaks of; tabs become single spaces. */
export function codeFrame(source: string, place: Place): string {
  const line = (source.split(/\r\n|\n|\r/, place.line)[place.line - 1] ?? '').replaceAll('\t', ' ');
  const start = Math.max(0, place.column - 1);
  const sameLine = place.endLine === undefined || place.endLine === place.line;
  const end = sameLine && place.endColumn !== undefined ? place.endColumn - 1 : line.length;
  const width = Math.max(1, Math.min(end, Math.max(line.length, start + 1)) - start);
  return `${line}\n${' '.repeat(start)}${'^'.repeat(width)}`;
}

/** The diagnostic with the code frame of the source that it speaks of, where it has none yet. */
export function addFrame(
  diagnostic: Diagnostic,
  sources: readonly { readonly file: string; readonly text: string }[],
): Diagnostic {
  const { place, frame } = diagnostic;
  const source = frame === undefined ? sources.find(({ file }) => file === place?.file) : undefined;
  return place === undefined || source === undefined
    ? diagnostic
    : { ...diagnostic, frame: codeFrame(source.text, place) };
}
