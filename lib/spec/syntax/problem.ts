import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../../diagnostics/severities.ts';
import type { FileSyntax, Span } from './ast.ts';
import { findLine, placeOf } from './place.ts';

/** A syntax error before its offsets are turned into lines and columns. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fix: string;
  readonly start: number;
  readonly end: number;
}

/** Longer lines are shown around the words in question. */
const FRAME_WIDTH = 160;
const FRAME_LEAD = 60;

/** The line of `span` with carets beneath its words; a long line is cut around them. */
export function frameOf(source: Pick<FileSyntax, 'text' | 'lineStarts'>, span: Span): string {
  const line = findLine(source.lineStarts, span.start);
  const lineStart = source.lineStarts[line]!;
  let from = lineStart;
  let to = source.lineStarts[line + 1] ?? source.text.length;
  let lead = '';
  let tail = '';
  if (to - from > FRAME_WIDTH) {
    if (span.start - lineStart > FRAME_LEAD) {
      from = span.start - FRAME_LEAD;
      lead = '…';
    }
    if (to - from > FRAME_WIDTH) {
      to = from + FRAME_WIDTH;
      tail = '…';
    }
  }
  const shown = source.text
    .slice(from, to)
    .replace(/[\r\n]+$/, '')
    .replaceAll('\t', ' ');
  const column = span.start - from;
  const width = Math.max(1, Math.min(span.end - span.start, shown.length - column));
  return `${lead}${shown}${tail}\n${' '.repeat(lead.length + Math.max(0, column))}${'^'.repeat(width)}`;
}

/** Problems as diagnostics in the order of the text, each with its place and its code frame. */
export function toDiagnostics(
  source: Pick<FileSyntax, 'file' | 'text' | 'lineStarts'>,
  problems: readonly Problem[],
): Diagnostic[] {
  return [...problems]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((problem) =>
      diagnose(problem.code, {
        message: problem.message,
        fix: problem.fix,
        place: placeOf(source, problem),
        frame: frameOf(source, problem),
      }),
    );
}
