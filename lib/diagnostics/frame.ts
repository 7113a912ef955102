import type { Diagnostic, Place } from './diagnostic.ts';

/** The first source line of `place`, with carets beneath the place; tabs become single spaces. */
export function codeFrame(source: string, place: Place): string {
  const line = (source.split(/\r\n|\n|\r/, place.line)[place.line - 1] ?? '').replaceAll('\t', ' ');
  const start = Math.max(0, place.column - 1);
  const sameLine = place.endLine === undefined || place.endLine === place.line;
  const end = sameLine && place.endColumn !== undefined ? place.endColumn - 1 : line.length;
  const width = Math.max(1, Math.min(end, Math.max(line.length, start + 1)) - start);
  return `${line}\n${' '.repeat(start)}${'^'.repeat(width)}`;
}

/** Adds the code frame to a diagnostic without one whose place is in one of the sources. */
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
