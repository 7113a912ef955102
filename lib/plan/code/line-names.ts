/** A name as code and prose spell it, dashes included. */
export const namePattern = /[A-Za-z_$][\w$]*(?:-[A-Za-z_$][\w$]*)*/g;

/** A name in a line. */
export interface LineName {
  readonly at: number;
  readonly word: string;
  /**
   * How the name stands there, the most exact first: after `owner.` or `.`, in quotes after `owner"` or `"`, or by itself,
   * which is empty.
   */
  readonly contexts: readonly string[];
}

/** Lists the names of a line. */
export function* findNames(line: string): Generator<LineName> {
  let before: { word: string; end: number } | undefined;
  for (const found of line.matchAll(namePattern)) {
    const at = found.index;
    const [word] = found;
    const mark = line[at - 1] ?? '';
    const isQuoted = /["'`]/.test(mark) && line[at + word.length] === mark;
    const owner = before === undefined ? '' : before.word;
    if (isQuoted) yield { at, word, contexts: [`${owner}"`, '"'] };
    else if (mark === '.') yield { at, word, contexts: before?.end === at - 1 ? [`${owner}.`, '.'] : ['.'] };
    else yield { at, word, contexts: [''] };
    before = { word, end: at + word.length };
  }
}

/** Tells where a user's line holds code: no comment, no prose in quotes or between tags. */
export function codeIn(path: string, line: string): (at: number) => boolean {
  const spans = codeSpans(path, line);
  return (at) => spans.some(([from, to]) => at >= from && at < to);
}

/** Lists the names in the code of a line. */
export function namesInCode(path: string, line: string): LineName[] {
  const isCode = codeIn(path, line);
  return [...findNames(line)].filter(({ at }) => isCode(at));
}

/** The stretches of a user's line that are code: no comment, no prose in quotes or between tags. */
function codeSpans(path: string, line: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  if (/\.(html?|ejs)$/i.test(path)) {
    for (const found of line.matchAll(/\{%.*?%\}|\{\{.*?\}\}|<%.*?%>|<[^>]*>|(?<=>)\s*[\w-]+\s*(?=<)/g)) {
      spans.push([found.index, found.index + found[0].length]);
    }
    return spans;
  }
  let from = 0;
  const quoted = /(["'`])((?:\\.|(?!\1)[^\\])*)\1|(?:^|\s)(?:#|\/\/).*$|^\s*\*.*$|\/\*.*?(?:\*\/|$)/g;
  for (const found of line.matchAll(quoted)) {
    if (found[2] !== undefined && !/\s/.test(found[2])) continue;
    spans.push([from, found.index], ...filledIn(line, found));
    from = found.index + found[0].length;
  }
  return [...spans, [from, line.length]];
}

/** What a string takes from the code around it: the braces of Python's f-strings, `${}` in a template literal. */
function filledIn(
  line: string,
  { 0: whole, 1: quote, index }: RegExpMatchArray,
): (readonly [number, number])[] {
  const braces =
    quote === '`'
      ? /\$\{[^{}]*\}/g
      : /\b(?:[rR]?[fF]|[fF][rR])$/.test(line.slice(0, index))
        ? /(?<!\{)\{[^{}]+\}/g
        : undefined;
  if (braces === undefined || index === undefined) return [];
  return [...whole.matchAll(braces)].map((found) => [
    index + found.index,
    index + found.index + found[0].length,
  ]);
}
