import { namePattern } from '../code/line-names.ts';

/** A text in quotes, or a name. */
const partPattern = new RegExp(`${/(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/.source}|${namePattern.source}`, 'g');

/**
 * Exchanges the names of `line`, which has those of `from`, for the names of `to` in the same places; null where `line` and
 * `from` have different names. Where a text in quotes has another number of words in `to`, the whole text is exchanged.
 */
export function exchangeNames(line: string, from: string, to: string): string | null {
  const [mine, old, fresh] = [line, from, to].map((text) => text.match(namePattern) ?? []);
  if (!isSame(mine!, old!)) return null;
  if (old!.length !== fresh!.length)
    return isSame(listParts(line), listParts(from)) ? putParts(line, to) : null;
  let at = 0;
  return line.replace(namePattern, () => fresh![at++]!);
}

/** Puts the names and texts of `from` in the places of those of `code`; null where they are not as many. */
export function putParts(code: string, from: string): string | null {
  const parts = listParts(from);
  if (listParts(code).length !== parts.length || parts.some((part) => /["'`\\]/.test(part))) return null;
  let at = 0;
  return code.replace(partPattern, (_, quote: string | undefined) => {
    const part = parts[at++]!;
    return quote === undefined ? part : `${quote}${part}${quote}`;
  });
}

function listParts(code: string): string[] {
  return [...code.matchAll(partPattern)].map(([name, , text]) => text ?? name);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, at) => name === others[at]);
}

/** Replaces a phrase where it is all of a string or of the text between two tags. */
export function replaceWhole(line: string, old: string, fresh: string): string {
  return ['""', "''", '``', '><'].reduce(
    (text, [open, close]) => text.replaceAll(`${open}${old}${close}`, `${open}${fresh}${close}`),
    line,
  );
}
