import type { Container, Stretch } from './piece.ts';

/** What stands before each statement of a block: nothing in a module. */
export type Margin = string;

/** What matters for where a line of Python ends: strings, comments, continued lines, brackets, line ends. */
const mark =
  /"""(?:\\[\s\S]|(?!""")[^\\])*"""|'''(?:\\[\s\S]|(?!''')[^\\])*'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|["']|#[^\n]*|\\\n|[([{)\]}\n]/g;

/** The start of a line that goes on with the statement above. */
const clause = /^(?:else|elif|except|finally)\b/;

/**
 * Cuts a Python text between statements of the module, after the last line of each; undefined where brackets, quotes
 * and the margin do not tell how.
 */
export function cutPython(text: string): Stretch<Margin>[] | undefined {
  const lines = splitLogical(text);
  return lines && cutStatements(lines, '')?.map((stretch) => ({ text: stretch.join(''), known: '' }));
}

/**
 * Takes a class apart: the lines around its body, and its body cut between statements. Undefined for another text,
 * and where comments that belong to no statement stand in the body.
 */
export function cutClass(text: string): Container<Margin> | undefined {
  const lines = splitLogical(text) ?? [];
  const head = lines.findIndex((line) => /^class\b/.test(line));
  const first = lines[head + 1];
  if (first === undefined || !/:\s*$/.test(lines[head]!)) return undefined;
  if (!lines.slice(0, head).every((line) => /^(?:[@#]|\s*$)/.test(line))) return undefined;
  const margin = /^[ \t]+(?=[^\s#])/.exec(
    lines.slice(head + 1).find((line) => line.trim() !== '') ?? '',
  )?.[0];
  if (margin === undefined) return undefined;
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (lines[last]!.trimStart().startsWith('#')) return undefined;
  const members = cutStatements(lines.slice(head + 1, last + 1), margin);
  if (!members) return undefined;
  return {
    frame: [...lines.slice(0, head + 1), `${margin}pass\n`, ...lines.slice(last + 1)].join(''),
    inner: members.map((stretch) => ({ text: stretch.join(''), known: margin })),
  };
}

/**
 * Cuts logical lines between the statements at a margin.
 *
 * A comment that is indented deeper, below a statement, may belong to it: there is no cut after such a one.
 */
function cutStatements(lines: readonly string[], margin: Margin): string[][] | undefined {
  const stretches: string[][] = [[]];
  /** Lines since the last one with code. */
  let between: string[] = [];
  let hasCode = false;
  let hasOwnComment = false;
  let isDecorator = false;
  for (const line of lines) {
    const words = line.trimStart();
    const indent = line.slice(0, line.length - words.length);
    if (words === '' || words.startsWith('#')) {
      if (words !== '' && indent.length < margin.length) return undefined;
      hasOwnComment ||= words !== '' && indent.length > margin.length;
      between.push(line);
      continue;
    }
    if (!indent.startsWith(margin)) return undefined;
    if (indent !== margin || clause.test(words)) {
      if (!hasCode) return undefined;
      stretches.at(-1)!.push(...between, line);
    } else {
      if (!hasCode || hasOwnComment || isDecorator) stretches.at(-1)!.push(...between, line);
      else stretches.push([...between, line]);
      isDecorator = words.startsWith('@');
    }
    [between, hasCode, hasOwnComment] = [[], true, false];
  }
  stretches.at(-1)!.push(...between);
  return stretches;
}

/** The logical lines of a text with their ends; undefined where a string or a bracket is not closed. */
function splitLogical(text: string): string[] | undefined {
  const lines: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(mark)) {
    if (token === '"' || token === "'") return undefined;
    if (token === '(' || token === '[' || token === '{') depth++;
    else if (token === ')' || token === ']' || token === '}') depth--;
    else if (token === '\n' && depth === 0) {
      lines.push(text.slice(start, index + 1));
      start = index + 1;
    }
    if (depth < 0) return undefined;
  }
  if (start < text.length) lines.push(text.slice(start));
  return depth === 0 ? lines : undefined;
}
