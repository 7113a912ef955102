import type { DiagnosticCode } from '../../diagnostics/severities.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Span } from './ast.ts';
import type { Problem } from './problem.ts';
import type { ScannedText } from './scanned-text.ts';
import * as t from './tokens.ts';

/** What the words being read belong to, for messages: `field "title"` of `entity Task`. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly outer: Subject | null;
}

/** What may be reported of a line only because a bracket or a string before it was not closed. */
const FOLLOWING_CODES = new Set<DiagnosticCode>(['DZL103', 'DZL113', 'DZL120', 'DZL121', 'DZL122', 'DZL123']);

/** At most this many problems of one line are told by the parser. */
const LINE_PROBLEM_LIMIT = 20;

/** A cursor over the tokens of one line at a time, with the parser's ways to say what is wrong there. */
export class Reader {
  readonly text: string;
  readonly scanned: ScannedText;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly problems: Problem[] = [];
  /** Stretches of the text that were left out whole: what the scanner said about them is not told. */
  readonly skipped: Span[] = [];
  /** Rests of lines that were left unread: brackets that close nothing there are part of the same mistake. */
  readonly left: Span[] = [];
  subject: Subject | null = null;
  /** The line being read, and the one to read after it. */
  line = -1;
  next = 0;
  /** The token to read, and the one after the line's last. */
  at = 0;
  end = 0;
  /** Grows with each loss, so that a block knows whether one happened within. */
  losses = 0;
  /** How deep in parentheses a condition or an expression is. */
  depth = 0;
  /** Whether a marker of a merge conflict was reported, so that its other lines need no report. */
  sawConflict = false;
  #mutedFrom = Infinity;
  #lineProblems = 0;
  readonly #suggestions = new Map<string, string | undefined>();

  constructor(scanned: ScannedText) {
    this.text = scanned.text;
    this.scanned = scanned;
    this.kinds = scanned.tokens.kinds;
    this.starts = scanned.tokens.starts;
    this.ends = scanned.tokens.ends;
  }

  /** Sets the cursor on the first token of `line`. */
  openLine(line: number): void {
    this.line = line;
    this.next = line + 1;
    this.at = this.scanned.firsts[line]!;
    this.end = this.scanned.ends[line]!;
    this.depth = 0;
    this.#lineProblems = 0;
    const doubtful = this.scanned.doubtful.get(line);
    this.#mutedFrom = doubtful ?? Infinity;
    if (doubtful !== undefined) this.losses++;
  }

  /** The kind of the token to read, `END` after the last one. */
  get kind(): number {
    return this.at < this.end ? this.kinds[this.at]! : t.END;
  }

  /** The kind of the token `offset` places further on. */
  kindAt(offset: number): number {
    const index = this.at + offset;
    return index < this.end ? this.kinds[index]! : t.END;
  }

  /** The text of the word `offset` places further on, empty where there is no word. */
  wordAt(offset: number): string {
    const index = this.at + offset;
    return index < this.end && this.kinds[index] === t.WORD
      ? this.text.slice(this.starts[index], this.ends[index])
      : '';
  }

  /** The word to read, empty where there is none. */
  get word(): string {
    const index = this.at;
    return index < this.end && this.kinds[index] === t.WORD
      ? this.text.slice(this.starts[index], this.ends[index])
      : '';
  }

  /** Claims that the token at `index` begins where the one before it ends. */
  isAdjacent(index: number): boolean {
    return index < this.end && this.starts[index] === this.ends[index - 1];
  }

  /** Reads a token of this kind if it comes next. */
  take(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.at++;
    return true;
  }

  /** Reads this word if it comes next. */
  takeWord(word: string): boolean {
    const index = this.at;
    if (index >= this.end || this.kinds[index] !== t.WORD) return false;
    const start = this.starts[index]!;
    if (this.ends[index]! - start !== word.length || !this.text.startsWith(word, start)) return false;
    this.at++;
    return true;
  }

  /** The stretch from the token `first` to the one last read. */
  spanFrom(first: number): Span {
    const last = Math.max(first, this.at - 1);
    return { start: this.starts[first]!, end: this.ends[last]! };
  }

  /** The stretch of one token. */
  spanOf(index: number): Span {
    return { start: this.starts[index]!, end: this.ends[index]! };
  }

  /** The text of one token. */
  textOf(index: number): string {
    return this.text.slice(this.starts[index], this.ends[index]);
  }

  /** Reports a problem of this line, unless it follows from what the scanner said of the line. */
  report(code: DiagnosticCode, span: Span, message: string, fix: string): void {
    this.losses++;
    if (span.start >= this.#mutedFrom && FOLLOWING_CODES.has(code)) return;
    if (++this.#lineProblems > LINE_PROBLEM_LIMIT) return;
    this.problems.push({ code, message, fix, start: span.start, end: span.end });
  }

  /** Reports that something is wanted where the cursor is, and leaves the rest of the line. */
  reportMissing(wanted: string, fix = `write ${wanted}`): null {
    const isLast = this.at >= this.end;
    const index = isLast ? this.end - 1 : this.at;
    if (isLast || this.kinds[index] !== t.INVALID) {
      const near = quote(this.textOf(index));
      const place = isLast ? { start: this.ends[index]!, end: this.ends[index]! + 1 } : this.spanOf(index);
      const found = isLast ? `after ${near}` : `before ${near}`;
      this.report('DZL113', place, `${wanted} is missing ${found}${this.describeSubject()}`, fix);
    }
    this.leaveLine();
    return null;
  }

  /** Reports the word at the cursor as none of `words`; the cursor stays. */
  reportUnknownWord(words: readonly string[], code: DiagnosticCode = 'DZL110'): null {
    const { kind } = this;
    if (kind === t.INVALID) return null;
    if (kind !== t.WORD && kind !== t.STRING && kind !== t.NUMBER_WORD && code === 'DZL110') {
      return this.reportMissing(listWords(words));
    }
    const span = this.spanOf(this.at);
    const written = this.textOf(this.at);
    const unquoted = kind === t.STRING ? written.slice(1, -1) : written;
    const near = this.suggestWord(unquoted, words);
    const fix =
      near === undefined
        ? `write ${listWords(words)}`
        : kind === t.STRING
          ? `write ${near}, without quotes`
          : `write "${near}"`;
    this.report(code, span, `unknown word ${quote(written)}${this.describeSubject()}`, fix);
    return null;
  }

  /** The first word of those of `words` that `written` is near to; the same question is answered once. */
  suggestWord(written: string, words: readonly string[]): string | undefined {
    const key = `${written} ${words.join()}`;
    if (!this.#suggestions.has(key)) {
      const firstWords = words.map((word) => word.split(' ', 1)[0]!);
      this.#suggestions.set(key, suggest(written, firstWords));
    }
    return this.#suggestions.get(key);
  }

  /** Claims that the line has had as many reports as are told of one. */
  get isLineFull(): boolean {
    return this.#lineProblems >= LINE_PROBLEM_LIMIT;
  }

  /** Reports what stands at the cursor as too much, and leaves the line. */
  reportLeftover(): void {
    if (this.kind !== t.INVALID) {
      const index = this.at;
      const last = this.end - 1;
      const isHead = index < last && this.kinds[last] === t.COLON;
      const span = { start: this.starts[index]!, end: this.ends[isHead ? last - 1 : last]! };
      const written = quote(this.text.slice(span.start, span.end));
      const before = index > this.scanned.firsts[this.line]! ? ` after ${quote(this.textOf(index - 1))}` : '';
      this.report(
        'DZL120',
        span,
        `${written} is not expected${before}${this.describeSubject()}`,
        'remove it, or put it on a line of its own',
      );
    }
    this.leaveLine();
  }

  /** Leaves the rest of the line unread. */
  leaveLine(): void {
    if (this.#lineProblems > 0) this.left.push({ start: this.#offset(), end: this.#lineEnd() });
    this.at = this.end;
  }

  /** Where the token at the cursor starts, or the last one ends. */
  #offset(): number {
    return this.at < this.end ? this.starts[this.at]! : (this.ends[this.end - 1] ?? 0);
  }

  /** Where the next line's first token starts. */
  #lineEnd(): number {
    const following = this.scanned.firsts[this.line + 1];
    return following === undefined ? this.text.length : (this.starts[following] ?? this.text.length);
  }

  /** ` in field "title" of entity Task`, or nothing at the left margin. */
  describeSubject(): string {
    const name = this.nameSubject();
    return name === '' ? '' : ` in ${name}`;
  }

  /** `field "title" of entity Task`. */
  nameSubject(): string {
    const parts: string[] = [];
    for (let subject = this.subject; subject !== null; subject = subject.outer) {
      if (subject.name === '') parts.push(subject.kind);
      else if (subject.outer === null) parts.push(`${subject.kind} ${subject.name}`);
      else parts.push(`${subject.kind} "${subject.name}"`);
    }
    return parts.join(' of ');
  }
}

const QUOTED_LIMIT = 60;

/** `"word"`, shortened; a string keeps its own quotes. */
export function quote(written: string): string {
  const short = written.length > QUOTED_LIMIT ? `${written.slice(0, QUOTED_LIMIT).trimEnd()}…` : written;
  const line = short.replace(/\s+/g, ' ');
  return line.startsWith('"') || line.startsWith("'") ? line : `"${line}"`;
}

/** `"a"`, or `one of: a, b, c`. */
export function listWords(words: readonly string[]): string {
  return words.length === 1 ? `"${words[0]}"` : `one of: ${words.join(', ')}`;
}
