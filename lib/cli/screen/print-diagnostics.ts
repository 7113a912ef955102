import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { countNoun, hangText, widthOf } from './text.ts';
import type { Channel } from './terminal.ts';

/**
 * The diagnostic as lines: place, severity, code and message; its frame and its fix indented beneath.
 *
 * @param isVerbose a long message is shown whole
 */
export function formatDiagnostic(diagnostic: Diagnostic, channel: Channel, isVerbose = false): string[] {
  const { colours, width } = channel;
  const { place, message, brief = message } = diagnostic;
  const tint = diagnostic.severity === 'error' ? colours.red : colours.yellow;
  const where =
    place === undefined ? '' : `${channel.linkFile(colours.bold(placeText(place)), place.file)}  `;
  const head = `${where}${tint(diagnostic.severity)} ${colours.bold(diagnostic.code)}  `;
  const lines = hangText(head, isVerbose ? message : brief, width, 4);
  // A frame around an empty line shows nothing.
  if (diagnostic.frame !== undefined && /^.*\S/.test(diagnostic.frame)) {
    for (const line of fitFrame(diagnostic.frame, width - 4)) {
      lines.push(`    ${/^\s*\^+\s*$/.test(line) ? tint(line) : line}`.trimEnd());
    }
  }
  if (diagnostic.fix !== undefined) {
    lines.push(...hangText(`    ${colours.green('fix:')} `, channel.hint(diagnostic.fix), width, 9));
  }
  return lines;
}

function placeText(place: NonNullable<Diagnostic['place']>): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Takes off the indentation that all lines share, and slides a long code line so that its carets stay in view. */
export function fitFrame(frame: string, width: number): string[] {
  let lines = frame.replaceAll('\t', ' ').split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const common = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  if (Number.isFinite(common) && common > 0) lines = lines.map((line) => line.slice(common));
  if (lines.every((line) => widthOf(line) <= width)) return lines;
  const caret = lines.find((line) => /^\s*\^+\s*$/.test(line));
  if (caret === undefined) return lines;
  const start = Math.max(0, Math.min(caret.indexOf('^') - 8, caret.length - Math.max(16, width - 2)));
  return lines.map((line) => {
    const shown = start > 0 && line !== caret ? `…${line.slice(start + 1)}` : line.slice(start);
    return shown.length > width
      ? `${shown.slice(0, Math.max(1, width - 1))}${line === caret ? '^' : '…'}`
      : shown;
  });
}

/** Prints diagnostics in the order they were found, errors and warnings alike, with a line between those with details. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], channel: Channel): void {
  for (const diagnostic of diagnostics) {
    for (const line of formatDiagnostic(diagnostic, channel)) channel.line(line);
  }
}

/** `2 errors, 1 warning`; empty where there is neither. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return [
    ...(errors > 0 ? [countNoun(errors, 'error')] : []),
    ...(warnings > 0 ? [countNoun(warnings, 'warning')] : []),
  ].join(', ');
}
