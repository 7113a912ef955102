import type { CommentSyntax, FileSyntax } from '../syntax/ast.ts';
import { findLine } from '../syntax/place.ts';
import type { Line } from './line.ts';

/** Lays out canonical lines two spaces a level, with the comments of the source and at most one blank line between. */
export function writeLines(syntax: FileSyntax, lines: readonly Line[]): string {
  const writer = new LineWriter(syntax);
  writer.writeAll(lines);
  return writer.finish();
}

class LineWriter {
  readonly #syntax: FileSyntax;
  readonly #comments: readonly CommentSyntax[];
  readonly #output: string[] = [];
  #next = 0;
  /** True where a blank line would open the file or a block. */
  #atOpening = true;

  constructor(syntax: FileSyntax) {
    this.#syntax = syntax;
    this.#comments = syntax.comments;
  }

  writeAll(lines: readonly Line[]): void {
    this.#writeBlock(lines, 0, Infinity);
  }

  finish(): string {
    this.#writeComments(Infinity, 0, 0);
    return this.#output.length === 0 ? '' : `${this.#output.join('\n')}\n`;
  }

  /** Writes the lines of a block; what starts at `limit` or later comes after the block. */
  #writeBlock(lines: readonly Line[], depth: number, limit: number): void {
    if (lines.length === 0) return;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!;
      this.#writeLine(line, depth);
      if (line.children.length > 0) {
        this.#atOpening = true;
        this.#writeBlock(line.children, depth + 1, lines[index + 1]?.start ?? limit);
      }
    }
    const column = this.#columnOf(lines[lines.length - 1]!.start);
    this.#writeComments(limit, depth, column);
  }

  #writeLine(line: Line, depth: number): void {
    this.#writeComments(line.start, depth, 0);
    this.#writeBlank(line.start);
    const indent = '  '.repeat(depth);
    while (this.#next < this.#comments.length && this.#comments[this.#next]!.span.start < line.end) {
      this.#output.push(indent + this.#comments[this.#next++]!.text);
    }
    let text = indent + line.text;
    const comment = this.#comments[this.#next];
    if (comment !== undefined && !comment.ownLine && this.#isOnLineOf(comment, line.end)) {
      this.#next++;
      text += `  ${comment.text}`;
    }
    this.#output.push(text);
    this.#atOpening = false;
  }

  /** Writes the comments before `limit`, stopping at one that stands left of `column` in the source. */
  #writeComments(limit: number, depth: number, column: number): void {
    const indent = '  '.repeat(depth);
    while (this.#next < this.#comments.length) {
      const comment = this.#comments[this.#next]!;
      if (comment.span.start >= limit || this.#columnOf(comment.span.start) < column) return;
      this.#next++;
      this.#writeBlank(comment.span.start);
      this.#output.push(indent + comment.text);
      this.#atOpening = false;
    }
  }

  /** Writes a blank line if the source has one above the line of `offset`. */
  #writeBlank(offset: number): void {
    if (this.#atOpening) return;
    const { text, lineStarts } = this.#syntax;
    const line = findLine(lineStarts, offset);
    if (line > 0 && text.slice(lineStarts[line - 1], lineStarts[line]).trim() === '') this.#output.push('');
  }

  #columnOf(offset: number): number {
    const { lineStarts } = this.#syntax;
    return offset - lineStarts[findLine(lineStarts, offset)]!;
  }

  #isOnLineOf(comment: CommentSyntax, end: number): boolean {
    const { lineStarts } = this.#syntax;
    return findLine(lineStarts, comment.span.start) === findLine(lineStarts, end - 1);
  }
}
