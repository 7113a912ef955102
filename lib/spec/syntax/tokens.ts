/** What a token is; signs are the smallest pieces (`<` and `-`), which the grammar joins where it wants an arrow. */
export const END = 0;
export const WORD = 1;
export const NUMBER = 2;
export const STRING = 3;
/** Digits that run into letters: `7_days_ago`. */
export const NUMBER_WORD = 4;
/** `/path/of/{an}/operation`. */
export const PATH = 5;
export const COLON = 6;
export const COMMA = 7;
export const DOT = 8;
export const OPEN_ROUND = 9;
export const CLOSE_ROUND = 10;
export const OPEN_SQUARE = 11;
export const CLOSE_SQUARE = 12;
export const EQUAL = 13;
export const NOT_EQUAL = 14;
export const LESS = 15;
export const GREATER = 16;
export const LESS_EQUAL = 17;
export const GREATER_EQUAL = 18;
export const MINUS = 19;
export const PLUS = 20;
export const STAR = 21;
export const SLASH = 22;
export const QUESTION = 23;
export const ARROW_RIGHT = 24;
export const ARROW_LEFT = 25;
export const ARROW_BOTH = 26;
/** Something that the scanner has reported already. */
export const INVALID = 27;

/** The kind of each ASCII sign that is a token by itself, 0 elsewhere. */
export const SIGN_KINDS = new Uint8Array(128);
SIGN_KINDS[58] = COLON;
SIGN_KINDS[44] = COMMA;
SIGN_KINDS[46] = DOT;
SIGN_KINDS[61] = EQUAL;
SIGN_KINDS[60] = LESS;
SIGN_KINDS[62] = GREATER;
SIGN_KINDS[45] = MINUS;
SIGN_KINDS[43] = PLUS;
SIGN_KINDS[42] = STAR;
SIGN_KINDS[47] = SLASH;
SIGN_KINDS[63] = QUESTION;

const LETTER = 1;
const DIGIT = 2;
const CHARACTER_CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
  if (isLetter) CHARACTER_CLASSES[code] = LETTER;
  else if (code >= 48 && code <= 57) CHARACTER_CLASSES[code] = DIGIT;
}

/** Claims that an ASCII letter or `_` has this code. */
export function isLetterCode(code: number): boolean {
  return code < 128 && CHARACTER_CLASSES[code] === LETTER;
}

/** Claims that a digit has this code. */
export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Claims that a character of this code may stand within a name. */
export function isNameCode(code: number): boolean {
  return code < 128 && CHARACTER_CLASSES[code] !== 0;
}

/** Claims that the code ends a line of text. */
export function isLineEndCode(code: number): boolean {
  return code === 10 || code === 13;
}

/** The token of an arrow written as one character (`→ ← ↔`), 0 for other characters. */
export function arrowKind(code: number): number {
  if (code === 0x2192) return ARROW_RIGHT;
  if (code === 0x2190) return ARROW_LEFT;
  return code === 0x2194 ? ARROW_BOTH : 0;
}

/** Tokens as three columns of numbers: kind, start and end offset. */
export class TokenTable {
  count = 0;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;

  constructor(textLength: number) {
    const capacity = (textLength >> 2) + 64;
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  /** Appends one token. */
  push(kind: number, start: number, end: number): void {
    const index = this.count++;
    if (index >= this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
  }

  #grow(): void {
    const capacity = this.kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    const starts = new Int32Array(capacity);
    const ends = new Int32Array(capacity);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}
