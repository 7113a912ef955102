import type { Place } from '../../diagnostics/diagnostic.ts';
import type { FileSyntax, Span } from './ast.ts';

/** The offset at which each line of `text` starts; lines end with `\n`, `\r\n` or `\r`. */
export function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10) starts.push(offset + 1);
    else if (code === 13 && text.charCodeAt(offset + 1) !== 10) starts.push(offset + 1);
  }
  return starts;
}

/** The index (from 0) of the line that holds `offset`. */
export function findLine(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a stretch of a parsed file stands, in lines and columns from 1. */
export function placeOf(source: Pick<FileSyntax, 'file' | 'lineStarts'>, span: Span): Place {
  const line = findLine(source.lineStarts, span.start);
  const endLine = findLine(source.lineStarts, Math.max(span.start, span.end - 1));
  return {
    file: source.file,
    line: line + 1,
    column: span.start - source.lineStarts[line]! + 1,
    endLine: endLine + 1,
    endColumn: span.end - source.lineStarts[endLine]! + 1,
  };
}
