import { scanMarkup } from '../../code/scan-markup.ts';
import type { Nesting } from './nesting.ts';

/** Lines that a side added at one place, by what they belong to. */
interface AddedLines {
  /** How many of the first lines end what was begun above: they stay with what they follow. */
  readonly closing: number;
  /** How many of the last lines begin what is ended below: they stay with what they precede. */
  readonly opening: number;
}

/**
 * Tells which of the lines that a side added between two others wrap those others.
 *
 * @param following the line of that side after them
 */
export function splitWrapper(
  lines: readonly string[],
  following: string | undefined,
  nesting: Nesting,
): AddedLines {
  if (nesting === 'indentation') return splitByIndent(lines, following);
  const steps = nesting === 'none' ? undefined : listSteps(lines, nesting);
  if (!steps) return { closing: 0, opening: 0 };
  let [depth, lowest, closing] = [0, 0, 0];
  for (const [row, step] of steps) {
    depth += step;
    if (depth < 0 && depth <= lowest) [lowest, closing] = [depth, row + 1];
  }
  let [rest, highest, opening] = [0, 0, 0];
  for (const [row, step] of [...steps].reverse()) {
    rest += step;
    if (rest > 0 && rest >= highest) [highest, opening] = [rest, lines.length - row];
  }
  return closing + opening > lines.length ? { closing: lines.length, opening: 0 } : { closing, opening };
}

/** Each opening (1) and closing (-1) mark with its line, in order; undefined where the lines cannot be read. */
function listSteps(
  lines: readonly string[],
  nesting: 'tags' | 'brackets',
): (readonly [row: number, step: number])[] | undefined {
  if (nesting === 'brackets') {
    return lines.flatMap((line, row) =>
      (line.replace(/(["'`])(?:\\.|(?!\1).)*\1|\/\/.*$/g, '').match(bracketMarks) ?? []).map(
        (mark) => [row, /[[({]|\/\*/.test(mark) ? 1 : -1] as const,
      ),
    );
  }
  const text = lines.join('');
  const tokens = scanMarkup(text);
  return tokens?.flatMap(({ role, start, print }) => {
    const row = text.slice(0, start).split('\n').length - 1;
    if (role === 'open') return [[row, 1] as const];
    if (role === 'close') return [[row, -1] as const];
    if (role === 'branch') return [[row, -1] as const, [row, 1] as const];
    if (print.startsWith('<!--')) return print.endsWith('-->') ? [] : [[row, 1] as const];
    return role === 'text' && print.endsWith('-->') ? [[row, -1] as const] : [];
  });
}

/** Brackets, and what opens or closes a comment of lines. */
const bracketMarks = /^\s*\/\*|\*\/\s*$|[[({})\]]/g;

const clause = /^(?:elif|else|except|finally)\b/;

function splitByIndent(lines: readonly string[], following: string | undefined): AddedLines {
  let closing = 0;
  if (clause.test(lines[0]?.trimStart() ?? '')) {
    const depth = indentOf(lines[0]!).length;
    while (closing < lines.length && belongsTo(lines[closing]!, depth)) closing++;
  }
  let opening = 0;
  if (following !== undefined && lines.at(-1)?.trimEnd().endsWith(':')) {
    const depth = indentOf(following).length;
    const isHead = (line: string): boolean => line.trim() !== '' && indentOf(line).length < depth;
    if (isHead(lines.at(-1)!)) opening = 1;
  }
  return { closing, opening: Math.min(opening, lines.length - closing) };
}

function belongsTo(line: string, depth: number): boolean {
  const own = indentOf(line).length;
  return line.trim() === '' || own > depth || (own === depth && clause.test(line.trimStart()));
}

/** The spaces that a line begins with. */
export function indentOf(line: string): string {
  return /^[^\S\n]*/.exec(line)![0];
}
