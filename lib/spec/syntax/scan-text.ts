import { listLineStarts } from './place.ts';
import type { CommentSyntax } from './ast.ts';
import type { Problem } from './problem.ts';
import { scanString } from './scan-string.ts';
import { IndentationReader } from './scan-indentation.ts';
import { continuesBracket, nameWordBefore } from './scan-bracket.ts';
import type { ScannedText } from './scanned-text.ts';
import { readForeignWord, readUnknown } from './scan-unknown.ts';
import * as t from './tokens.ts';

/** At most this many problems of one line are told by the scanner. */
const LINE_PROBLEM_LIMIT = 10;

/** Scans `text` (without a byte order mark) in one pass. */
export function scanText(text: string): ScannedText {
  return new TextScanner(text).scan();
}

class TextScanner {
  readonly text: string;
  readonly tokens: t.TokenTable;
  readonly lineStarts: number[];
  readonly indents: number[] = [];
  readonly firsts: number[] = [];
  readonly ends: number[] = [];
  readonly doubtful = new Map<number, number>();
  readonly comments: CommentSyntax[] = [];
  readonly problems: Problem[] = [];
  readonly indentation: IndentationReader;
  #position = 0;
  /** Offsets of the open brackets of the line, and how many of them are square. */
  readonly #brackets: number[] = [];
  #openSquares = 0;
  #lineProblems = 0;
  #tripleIsOpen = false;

  constructor(text: string) {
    this.text = text;
    this.tokens = new t.TokenTable(text.length);
    this.lineStarts = listLineStarts(text);
    this.indentation = new IndentationReader(text, this.problems);
  }

  scan(): ScannedText {
    const { text, indentation } = this;
    let physical = 0;
    while (physical < this.lineStarts.length) {
      const width = indentation.read(this.lineStarts[physical]!);
      const start = indentation.end;
      if (this.#skipsLine(start)) {
        physical++;
        continue;
      }
      indentation.noteLine(physical, this.indents.length);
      this.indents.push(width);
      this.firsts.push(this.tokens.count);
      physical = this.#scanLogicalLine(physical, start, width);
      this.ends.push(this.tokens.count);
    }
    indentation.finish();
    return {
      text,
      lineStarts: this.lineStarts,
      tokens: this.tokens,
      indents: this.indents,
      firsts: this.firsts,
      ends: this.ends,
      tabbed: indentation.tabbedLines,
      doubtful: this.doubtful,
      comments: this.comments,
      problems: this.problems,
    };
  }

  /** Claims that nothing but blanks or a comment (which it keeps) stands from `start` to the end of the line. */
  #skipsLine(start: number): boolean {
    if (start >= this.text.length) return true;
    const code = this.text.charCodeAt(start);
    if (t.isLineEndCode(code)) return true;
    if (code !== 35) return false;
    this.#scanComment(start, true);
    return true;
  }

  /** Scans the line at `start` with what its brackets join to it; returns the physical line that comes next. */
  #scanLogicalLine(physical: number, start: number, width: number): number {
    this.#lineProblems = 0;
    this.#position = start;
    let line = physical;
    for (;;) {
      this.#scanTokens();
      line = this.#nextLine(line);
      if (this.#brackets.length === 0) return line;
      while (line < this.lineStarts.length) {
        const nextWidth = this.indentation.read(this.lineStarts[line]!);
        const content = this.indentation.end;
        if (this.#skipsLine(content)) {
          line++;
          continue;
        }
        const joins =
          nextWidth > width ||
          continuesBracket(this.text, content, this.lineStarts, line, this.#brackets.length);
        if (!joins) {
          this.#closeBrackets();
          return line;
        }
        this.indentation.noteLine(line, -1);
        this.#position = content;
        break;
      }
      if (line >= this.lineStarts.length) {
        this.#closeBrackets();
        return line;
      }
    }
  }

  /** The physical line after the scanned position; a string over several lines may have passed some. */
  #nextLine(line: number): number {
    let next = line + 1;
    while (next < this.lineStarts.length && this.lineStarts[next]! <= this.#position) next++;
    return next;
  }

  /** Scans tokens up to the end of the physical line. */
  #scanTokens(): void {
    const { text, tokens } = this;
    const length = text.length;
    let position = this.#position;
    while (position < length) {
      const code = text.charCodeAt(position);
      if (code === 32 || code === 9) {
        position++;
      } else if (t.isLetterCode(code)) {
        let end = position + 1;
        while (end < length && t.isNameCode(text.charCodeAt(end))) end++;
        if (end < length && text.charCodeAt(end) > 127) end = this.#scanForeignWord(position, end);
        tokens.push(t.WORD, position, end);
        position = end;
      } else if (t.isDigitCode(code)) {
        position = this.#scanNumber(position);
      } else if (code === 34 || code === 39) {
        const found = scanString(text, position, this.#tripleIsOpen);
        this.#tripleIsOpen = found.tripleIsOpen;
        tokens.push(t.STRING, position, found.end);
        if (found.problem !== null) this.#report(found.problem);
        position = found.end;
      } else if (code === 35) {
        position = this.#scanComment(position, false);
      } else if (t.isLineEndCode(code)) {
        break;
      } else {
        position = this.#scanSign(position, code);
      }
    }
    this.#position = position;
  }

  #scanComment(start: number, ownLine: boolean): number {
    let end = start + 1;
    while (end < this.text.length && !t.isLineEndCode(this.text.charCodeAt(end))) end++;
    const text = this.text.slice(start, end).trimEnd();
    this.comments.push({ text, span: { start, end: start + text.length }, ownLine });
    return end;
  }

  /** Digits, perhaps with a fraction; where letters follow, all of it is one word. */
  #scanNumber(start: number): number {
    const { text } = this;
    let end = start + 1;
    while (t.isDigitCode(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) === 46 && t.isDigitCode(text.charCodeAt(end + 1))) {
      end += 2;
      while (t.isDigitCode(text.charCodeAt(end))) end++;
    }
    let kind = t.NUMBER;
    if (t.isLetterCode(text.charCodeAt(end))) {
      kind = t.NUMBER_WORD;
      while (t.isNameCode(text.charCodeAt(end))) end++;
    }
    this.tokens.push(kind, start, end);
    return end;
  }

  #scanSign(position: number, code: number): number {
    const { text, tokens } = this;
    const end = position + 1;
    if (code === 40 || code === 91) {
      this.#brackets.push(position);
      if (code === 91) this.#openSquares++;
      tokens.push(code === 40 ? t.OPEN_ROUND : t.OPEN_SQUARE, position, end);
      return end;
    }
    if (code === 41 || code === 93) return this.#closeBracket(position, code === 93);
    if (code === 47 && this.#isOperationPath()) {
      let pathEnd = end;
      while (pathEnd < text.length && text.charCodeAt(pathEnd) > 32) pathEnd++;
      tokens.push(t.PATH, position, pathEnd);
      return pathEnd;
    }
    if (text.charCodeAt(end) === 61 && (code === 33 || code === 60 || code === 62)) {
      const kind = code === 33 ? t.NOT_EQUAL : code === 60 ? t.LESS_EQUAL : t.GREATER_EQUAL;
      tokens.push(kind, position, end + 1);
      return end + 1;
    }
    const kind = code < 128 ? t.SIGN_KINDS[code]! : t.arrowKind(code);
    if (kind !== 0) {
      tokens.push(kind, position, end);
      return end;
    }
    return this.#scanUnknown(position);
  }

  /** Claims that the line so far is `call operation` or `from operation`, which a path may follow. */
  #isOperationPath(): boolean {
    const { tokens, text } = this;
    const first = this.firsts[this.firsts.length - 1]!;
    if (tokens.count - first !== 2) return false;
    const verb = text.slice(tokens.starts[first], tokens.ends[first]);
    const word = text.slice(tokens.starts[first + 1], tokens.ends[first + 1]);
    return word === 'operation' && (verb === 'call' || verb === 'from');
  }

  /** Pops the bracket that closes here; one that opens nothing is reported and left out. */
  #closeBracket(position: number, isSquare: boolean): number {
    const brackets = this.#brackets;
    const matching = isSquare ? this.#openSquares : brackets.length - this.#openSquares;
    const written = isSquare ? ']' : ')';
    if (matching === 0) {
      this.#report({
        code: 'DZL117',
        message: `"${written}" closes no bracket`,
        fix: `remove it, or write the "${isSquare ? '[' : '('}" that it closes`,
        start: position,
        end: position + 1,
      });
      const isAlone = this.tokens.count === this.firsts[this.firsts.length - 1];
      if (isAlone) this.tokens.push(t.INVALID, position, position + 1);
      return position + 1;
    }
    for (;;) {
      const opened = brackets.pop()!;
      const openedSquare = this.text.charCodeAt(opened) === 91;
      if (openedSquare) this.#openSquares--;
      if (openedSquare === isSquare) break;
      this.#reportUnclosed(opened, position);
    }
    this.tokens.push(isSquare ? t.CLOSE_SQUARE : t.CLOSE_ROUND, position, position + 1);
    return position + 1;
  }

  /** Reports the brackets that are still open at the end of the line, and closes them for the parser. */
  #closeBrackets(): void {
    const end = this.tokens.ends[this.tokens.count - 1]!;
    while (this.#brackets.length > 0) this.#reportUnclosed(this.#brackets.pop()!, end);
    this.#openSquares = 0;
  }

  #reportUnclosed(opened: number, closedAt: number): void {
    const isSquare = this.text.charCodeAt(opened) === 91;
    this.tokens.push(isSquare ? t.CLOSE_SQUARE : t.CLOSE_ROUND, closedAt, closedAt);
    this.#report({
      code: 'DZL116',
      message: `"${isSquare ? '[' : '('}"${nameWordBefore(this.text, opened)} is not closed`,
      fix: `write the missing "${isSquare ? ']' : ')'}"`,
      start: opened,
      end: opened + 1,
    });
  }

  /** A name that runs into letters beyond ASCII, read whole so that it is reported once. */
  #scanForeignWord(start: number, from: number): number {
    const found = readForeignWord(this.text, start, from);
    if (found.problem !== null) this.#report(found.problem);
    return found.end;
  }

  #scanUnknown(position: number): number {
    const found = readUnknown(this.text, position);
    this.tokens.push(found.kind, position, found.end);
    if (found.problem !== null) this.#report(found.problem);
    return found.end;
  }

  /** Notes that the line is doubtful from here on, and tells why unless the line has had enough. */
  #report(problem: Problem): void {
    const line = this.firsts.length - 1;
    const before = this.doubtful.get(line);
    if (problem.code !== 'DZL119' && (before === undefined || problem.start < before)) {
      this.doubtful.set(line, problem.start);
    }
    if (this.#lineProblems++ < LINE_PROBLEM_LIMIT) this.problems.push(problem);
  }
}
