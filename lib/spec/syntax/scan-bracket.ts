import { isLineEndCode, isNameCode } from './tokens.ts';

/** So many lines are searched for the end of a bracket whose lines are not indented. */
const SEARCH_LIMIT = 40;

/**
 * Claims that the line at `start`, although indented no deeper than the line that opened `depth` brackets, still belongs
 * to them: they close on it or on lines shortly below, before a `:` outside strings shows that another line has begun.
 */
export function continuesBracket(
  text: string,
  start: number,
  lineStarts: readonly number[],
  physical: number,
  depth: number,
): boolean {
  const limit = lineStarts[physical + SEARCH_LIMIT] ?? text.length;
  let open = depth;
  let position = start;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (code === 40 || code === 91) open++;
    else if (code === 41 || code === 93) {
      if (--open === 0) return true;
    } else if (code === 58) return false;
    else if (code === 34 || code === 39) position = skipString(text, position, code);
    else if (code === 35) {
      while (position < limit && !isLineEndCode(text.charCodeAt(position))) position++;
    }
    position++;
  }
  return false;
}

/** The offset of the string's closing quote, or of the end of its line. */
function skipString(text: string, start: number, quote: number): number {
  let position = start + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === quote || isLineEndCode(code)) return position;
    position += code === 92 ? 2 : 1;
  }
  return position;
}

const WORD_LIMIT = 60;

/** ` after "enum"` for the bracket at `offset`, or nothing where no word touches it. */
export function nameWordBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && offset - start < WORD_LIMIT && isNameCode(text.charCodeAt(start - 1))) start--;
  return start === offset ? '' : ` after "${text.slice(start, offset)}"`;
}
