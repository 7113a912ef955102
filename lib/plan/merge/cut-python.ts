/** What matters for where a line of Python ends: strings, comments, continued lines, brackets, line ends. */
const mark =
  /"""(?:\\[\s\S]|(?!""")[^\\])*"""|'''(?:\\[\s\S]|(?!''')[^\\])*'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|["']|#[^\n]*|\\\n|[([{)\]}\n]/g;

/** Lines at the margin that go on with the statement above. */
const clause = /^(?:else|elif|except|finally)\b/;

/**
 * Cuts a Python text between statements of the module, after the last line of each; undefined where brackets, quotes
 * and the margin do not tell how.
 *
 * An indented comment below a statement may belong to it: there is no cut after such a one.
 */
export function cutPython(text: string): string[] | undefined {
  const cuts = [0];
  /** The end of the last line with code. */
  let codeEnd: number | undefined;
  let hasOwnComment = false;
  let isDecorator = false;
  const ends = findLineEnds(text);
  if (!ends) return undefined;
  let start = 0;
  for (const end of ends) {
    const line = text.slice(start, end);
    const words = line.trimStart();
    const isIndented = words.length < line.length;
    start = end;
    if (words === '') continue;
    if (words.startsWith('#')) hasOwnComment ||= isIndented;
    else {
      if (!isIndented && !clause.test(words)) {
        if (codeEnd !== undefined && !hasOwnComment && !isDecorator) cuts.push(codeEnd);
        isDecorator = words.startsWith('@');
      } else if (codeEnd === undefined) return undefined;
      codeEnd = end;
      hasOwnComment = false;
    }
  }
  return cuts.map((cut, at) => text.slice(cut, cuts[at + 1]));
}

/** Where each logical line ends; undefined where a string or a bracket is not closed. */
function findLineEnds(text: string): number[] | undefined {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(mark)) {
    if (token === '"' || token === "'") return undefined;
    if (token === '(' || token === '[' || token === '{') depth++;
    else if (token === ')' || token === ']' || token === '}') depth--;
    else if (token === '\n' && depth === 0) ends.push(index + 1);
    if (depth < 0) return undefined;
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return depth === 0 ? ends : undefined;
}
