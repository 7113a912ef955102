import type { LineChange } from '../../lines/line-changes.ts';
import { plainLine } from '../../lines/match-lines.ts';
import type { ComparedLines } from '../by-lines/merge-lines.ts';
import { indentOf } from '../by-lines/wrappers.ts';
import { once } from '../once.ts';

/**
 * Guards the place of an edit: a block (an element, an entry of a list) that one side edited, and that the other has as
 * it was, only elsewhere, is in the merge as it was edited. Where such blocks differ by a line or two, a merge by lines
 * takes one for another.
 *
 * A block is what stands deeper than the line above it, with that line and the one that closes it.
 *
 * Returns the first line of such a block that has lost its edit, or undefined.
 */
export function findMisplaced(compared: ComparedLines, result: string): string | undefined {
  const { base, mine, next, own, theirs } = compared;
  if (own.length === 0 || theirs.length === 0) return undefined;
  const old: OldLines = { lines: base, depths: once(() => base.map(depthOf)), text: once(() => pack(base)) };
  const merged = once(() => pack(result.split('\n')));
  return (
    misplacedOf(old, { lines: mine, changes: own }, { lines: next, changes: theirs }, merged) ??
    misplacedOf(old, { lines: next, changes: theirs }, { lines: mine, changes: own }, merged)
  );
}

interface OldLines {
  readonly lines: readonly string[];
  readonly depths: () => readonly number[];
  readonly text: () => string;
}

interface Side {
  readonly lines: readonly string[];
  readonly changes: readonly LineChange[];
}

/** Lines from..to, `to` not included. */
type Span = readonly [from: number, to: number];

function misplacedOf(old: OldLines, editor: Side, other: Side, merged: () => string): string | undefined {
  const inOther = once(() => pack(other.lines));
  const seen = new Set<number>();
  for (const change of editor.changes) {
    const begun = misplacedHead(old, editor, other, change, { inOther, merged });
    if (begun !== undefined) return begun;
    let block = findBlock(old, change, depthOfChange(old, editor, change));
    for (; block && !seen.has(block[0]); block = findBlock(old, change, old.depths()[block[0]]!)) {
      const [from, to] = block;
      const end = endOfText(old, block);
      if (!other.changes.some((made) => made.from < end && made.to > from)) break;
      const edited = spanIn(editor.changes, change, block);
      if (!edited) continue;
      seen.add(from);
      const was = pack(old.lines.slice(from, to));
      if (countIn(old.text(), was) > 1) continue;
      const is = pack(editor.lines.slice(...edited));
      const isMoved = is !== was && countIn(inOther(), was) === 1;
      if (isMoved && !holds(merged(), is, was) && !isCopied(was, old.text(), inOther()))
        return old.lines[from]!.trim();
      break;
    }
  }
  return undefined;
}

/**
 * Finds a block whose first line a change replaces or wraps, and that has lost the change: gives its first line, or
 * undefined.
 */
function misplacedHead(
  old: OldLines,
  editor: Side,
  other: Side,
  change: LineChange,
  { inOther, merged }: Readonly<Record<'inOther' | 'merged', () => string>>,
): string | undefined {
  const [depths, { from }] = [old.depths(), change];
  const isHead = !closer.test(old.lines[from] ?? '') && depths[from] !== Infinity;
  const isWhole = depths.slice(from, change.to).every((depth) => depth >= depths[from]!);
  if (from === change.to || !isHead || !isWhole) return undefined;
  let to = change.to;
  while (to < depths.length && depths[to]! > depths[from]!) to++;
  if (depths[to] === depths[from] && closer.test(old.lines[to] ?? '')) to++;
  const edited = to - from < 2 ? undefined : spanIn(editor.changes, change, [from, to]);
  const end = endOfText(old, [from, to]);
  if (!edited || !other.changes.some((made) => made.from < end && made.to > from)) return undefined;
  const [was, is] = [pack(old.lines.slice(from, to)), pack(editor.lines.slice(...edited))];
  // A block that is taken away has no edit to lose.
  if (is.trim() === '' || is === was || countIn(old.text(), was) > 1 || countIn(inOther(), was) !== 1)
    return undefined;
  // Where the first line is still there, the change is not in it, but before it.
  const countHeads = (lines: readonly string[]): number =>
    lines.filter((line) => line === old.lines[from]).length;
  if (!is.includes(was) && countHeads(editor.lines) >= countHeads(old.lines)) return undefined;
  return holds(merged(), is, was) || isCopied(was, old.text(), inOther())
    ? undefined
    : old.lines[from]!.trim();
}

/** Claims that a text has a block as it is; one that only lost lines may be a part of what it was. */
function holds(text: string, is: string, was: string): boolean {
  return (was.includes(is) ? text.replaceAll(was, '\n') : text).includes(is);
}

/** Claims that a side has lines twice that stood once in the base: the block that it has elsewhere may be a copy. */
function isCopied(block: string, old: string, side: string): boolean {
  const lines = block.split('\n').filter((line) => line !== '');
  return lines.some((line) => countIn(side, `\n${line}\n`) > 1 && countIn(old, `\n${line}\n`) === 1);
}

/** How deep a change is: as the least deep of its lines. */
function depthOfChange(old: OldLines, { lines }: Side, { from, to, start, end }: LineChange): number {
  const depths = [...old.lines.slice(from, to), ...lines.slice(start, end)].map(depthOf);
  return depths.reduce((least, depth) => Math.min(least, depth), Infinity);
}

/** How deep a line stands. A header in brackets (`[table]`) is less deep than any line; a blank line is deeper than all. */
function depthOf(line: string): number {
  if (line.trim() === '') return Infinity;
  return header.test(line) ? -1 : indentOf(line).length;
}

const header = /^\[\[?[^\][]+\]\]?\s*$/;
const closer = /^\s*(?:[)\]}]|<\/|\{% end|<%[_-]?\s*\})/;

/** The nearest less deep lines around a change, with what is between them. */
function findBlock({ lines, depths }: OldLines, { from, to }: LineChange, depth: number): Span | undefined {
  const deep = depths();
  let head = from - 1;
  while (head >= 0 && deep[head]! >= depth) head--;
  if (head < 0) return undefined;
  let foot = to;
  while (foot < deep.length && deep[foot]! >= depth) foot++;
  const closes = deep[foot] === deep[head] && closer.test(lines[foot] ?? '');
  return [head, closes ? foot + 1 : foot];
}

/** The end of a block without the blank lines below it: what a side adds there does not part its lines. */
function endOfText({ depths }: OldLines, [from, to]: Span): number {
  let end = to;
  while (end > from && depths()[end - 1] === Infinity) end--;
  return end;
}

/** Where the side that made a change has a block; undefined where it changed more than what is inside. */
function spanIn(changes: readonly LineChange[], own: LineChange, [from, to]: Span): Span | undefined {
  let [before, within] = [0, 0];
  for (const change of changes) {
    const grown = change.end - change.start - (change.to - change.from);
    if (change === own || (change.from > from && change.to < to)) within += grown;
    else if (change.to <= from) before += grown;
    else if (change.from < to) return undefined;
  }
  return [from + before, to + before + within];
}

/** Lines without layout, blank ones left out, between line ends. */
function pack(lines: readonly string[]): string {
  const plain = lines.map(plainLine).filter((line) => line !== '');
  return `\n${plain.join('\n')}\n`;
}

function countIn(text: string, part: string): number {
  const first = text.indexOf(part);
  if (first < 0) return 0;
  return text.indexOf(part, first + 1) < 0 ? 1 : 2;
}
