import type { Problem } from './problem.ts';
import { arrowKind, INVALID, isLineEndCode, isNameCode, SIGN_KINDS, STRING, WORD } from './tokens.ts';

/** What was found where no token starts: its end, and the kind of token as which the parser may read it. */
export interface UnknownText {
  readonly end: number;
  readonly kind: number;
  readonly problem: Problem | null;
}

const CURLY_QUOTES = '“”„‘’‚';
const FOREIGN_WORD_LIMIT = 200;

const HINTS: Readonly<Record<string, string>> = {
  ';': 'end the line without it',
  '&&': 'write "and"',
  '&': 'write "and"',
  '||': 'write "or"',
  '|': 'write "or"',
  '!': 'write "not" or "!="',
  '\u00a0': 'write a plain space',
};

/** Reads on from `from` while letters of any script make one word that starts at `start`. */
export function readForeignWord(text: string, start: number, from: number): UnknownText {
  const found = /^[\p{L}\p{M}\p{N}_]+/u.exec(text.slice(from, from + FOREIGN_WORD_LIMIT));
  if (found === null) return { end: from, kind: WORD, problem: null };
  const end = from + found[0].length;
  const word = text.slice(start, end);
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]/g, '');
  return {
    end,
    kind: WORD,
    problem: {
      code: 'DZL119',
      message: `"${word}" is not a name`,
      fix: /^[A-Za-z_]/.test(plain) ? `write "${plain}"` : 'use the letters a to z, digits and "_"',
      start,
      end,
    },
  };
}

/** Reads the characters at `position` that mean nothing in the language, as one piece. */
export function readUnknown(text: string, position: number): UnknownText {
  if (/^\p{L}/u.test(text.slice(position, position + 2))) {
    return readForeignWord(text, position, position);
  }
  const isQuote = CURLY_QUOTES.includes(text[position]!);
  let end = position + 1;
  if (isQuote) {
    while (end < text.length && !isLineEndCode(text.charCodeAt(end))) {
      if (CURLY_QUOTES.includes(text[end++]!)) break;
    }
  } else {
    while (end < text.length && isUnknownCode(text.charCodeAt(end))) end++;
  }
  const written = text.slice(position, end);
  const shown = describeCharacters(written);
  const problem: Problem = {
    code: 'DZL118',
    message: isQuote ? `${shown} stands in curly quotes` : `${shown} has no meaning here`,
    fix: isQuote ? 'write straight quotes: "' : (HINTS[written] ?? 'remove it, or put it into a string'),
    start: position,
    end,
  };
  return { end, kind: isQuote ? STRING : INVALID, problem };
}

function isUnknownCode(code: number): boolean {
  if (code > 127) return arrowKind(code) === 0 && !CURLY_QUOTES.includes(String.fromCharCode(code));
  if (code === 32 || code === 9 || isLineEndCode(code) || isNameCode(code)) return false;
  const isBracketQuoteOrComment =
    code === 34 || code === 35 || code === 39 || code === 40 || code === 41 || code === 91 || code === 93;
  return !isBracketQuoteOrComment && SIGN_KINDS[code] === 0;
}

/** The characters in quotes, or their code points where they cannot be seen. */
function describeCharacters(written: string): string {
  const short = [...written.slice(0, 42)].slice(0, 40);
  if (short.every((character) => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character))) {
    return `"${short.join('')}${short.join('').length < written.length ? '…' : ''}"`;
  }
  return short
    .slice(0, 5)
    .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
