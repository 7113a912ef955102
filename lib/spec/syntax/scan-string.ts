import type { Problem } from './problem.ts';
import { isLineEndCode } from './tokens.ts';

/** Where a string ends, and what is wrong with it; `tripleIsOpen` once a """ of the file was found not to close. */
export interface FoundString {
  readonly end: number;
  readonly tripleIsOpen: boolean;
  readonly problem: Problem | null;
}

/** Finds the end of the string whose first quote is at `start`; one that is not closed ends with its line. */
export function scanString(text: string, start: number, tripleIsOpen: boolean): FoundString {
  const quote = text.charCodeAt(start);
  if (quote === 34 && text.charCodeAt(start + 1) === 34 && text.charCodeAt(start + 2) === 34) {
    return scanTripleString(text, start, tripleIsOpen);
  }
  let end = start + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === quote) return { end: end + 1, tripleIsOpen, problem: null };
    if (isLineEndCode(code)) break;
    end += code === 92 && !isLineEndCode(text.charCodeAt(end + 1)) ? 2 : 1;
  }
  end = Math.min(end, text.length);
  const sign = String.fromCharCode(quote);
  return {
    end,
    tripleIsOpen,
    problem: {
      code: 'DZL114',
      message: `the string that opens with ${sign} does not end on its line`,
      fix: `write the closing ${sign}, or put a text of several lines into """…"""`,
      start,
      end,
    },
  };
}

function scanTripleString(text: string, start: number, tripleIsOpen: boolean): FoundString {
  let end = start + 3;
  while (!tripleIsOpen) {
    const close = text.indexOf('"""', end);
    if (close < 0) break;
    if (!isEscaped(text, close, start + 3)) return { end: close + 3, tripleIsOpen, problem: null };
    end = close + 1;
  }
  end = start + 3;
  while (end < text.length && !isLineEndCode(text.charCodeAt(end))) end++;
  return {
    end,
    tripleIsOpen: true,
    problem: {
      code: 'DZL115',
      message: 'the string that opens with """ is not closed',
      fix: 'write """ where it ends',
      start,
      end,
    },
  };
}

/** Claims that an odd number of backslashes stands before `offset`, none of them before `from`. */
function isEscaped(text: string, offset: number, from: number): boolean {
  let before = offset;
  while (before > from && text.charCodeAt(before - 1) === 92) before--;
  return (offset - before) % 2 === 1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', '"': '"', "'": "'" };

/** The value of the string written from `start` to `end`: quotes removed, `\n \t \\ \" \'` resolved, others kept. */
export function readStringValue(text: string, start: number, end: number): string {
  const inner = innerRange(text, start, end);
  const raw = text.slice(inner.start, inner.end);
  const unix = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!unix.includes('\\')) return unix;
  return unix.replace(/\\([nt\\"'])/g, (_, letter: string) => ESCAPES[letter]!);
}

/** What stands between the quotes of the string written from `start` to `end`. */
function innerRange(text: string, start: number, end: number): { start: number; end: number } {
  const isTriple = text.startsWith('"""', start) && end - start >= 3;
  const width = isTriple ? 3 : 1;
  const quote = text.slice(start, start + width);
  const closed = end - start >= 2 * width && text.endsWith(quote, end);
  return { start: start + width, end: closed ? end - width : end };
}
