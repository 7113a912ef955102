import { diffWordsWithSpace, structuredPatch } from 'diff';
import type { Colours } from '../terminal.ts';

/** Two versions of a file; null where it is absent. */
interface DiffInput {
  readonly oldName: string;
  readonly newName: string;
  readonly oldText: string | null;
  readonly newText: string | null;
}

const timeLimit = 2000;

/**
 * A unified diff as lines: coloured, with the words that changed marked inside changed lines. Empty where nothing differs.
 *
 * @param paint colours the lines that stay, e.g. by their syntax
 */
export function formatDiff(input: DiffInput, colours: Colours, context = 3, paint = asIs): string[] {
  const { oldText, newText } = input;
  const oldName = oldText === null ? '/dev/null' : input.oldName;
  const newName = newText === null ? '/dev/null' : input.newName;
  const head = [colours.bold(`--- ${oldName}`), colours.bold(`+++ ${newName}`)];
  const patch = structuredPatch(oldName, newName, oldText ?? '', newText ?? '', '', '', {
    context,
    timeout: timeLimit,
  });
  if (patch === undefined) return [...head, colours.dim('(too different to compare line by line)')];
  if (patch.hunks.length === 0) return oldText === newText ? [] : head;
  const lines = head;
  for (const hunk of patch.hunks) {
    const at = `@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@`;
    lines.push(colours.cyan(at), ...formatHunk(hunk.lines.map(showControls), colours, paint));
  }
  return lines;
}

/** Counts the lines that a change adds and removes. */
export function countLines(
  oldText: string | null,
  newText: string | null,
): { added: number; removed: number } {
  const patch = structuredPatch('', '', oldText ?? '', newText ?? '', '', '', {
    context: 0,
    timeout: timeLimit,
  });
  const lines = patch?.hunks.flatMap((hunk) => hunk.lines) ?? [];
  return {
    added: lines.filter((line) => line.startsWith('+')).length,
    removed: lines.filter((line) => line.startsWith('-')).length,
  };
}

function span(start: number, count: number): string {
  if (count === 1) return String(start);
  return `${count === 0 ? start - 1 : start},${count}`;
}

/** A carriage return before the line's end is shown, and control characters cannot reach the terminal. */
export function showControls(line: string): string {
  return line.replace(/\r$/, '␍').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '·');
}

function asIs(line: string): string {
  return line;
}

function formatHunk(hunk: readonly string[], colours: Colours, paint: (line: string) => string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < hunk.length;) {
    const removed = takeWhile(hunk, at, '-');
    const added = takeWhile(hunk, at + removed.length, '+');
    if (removed.length === 0 && added.length === 0) {
      const line = hunk[at++]!;
      lines.push(line.startsWith('\\') ? colours.dim(line) : line.slice(0, 1) + paint(line.slice(1)));
      continue;
    }
    at += removed.length + added.length;
    const isPaired = removed.length === added.length && colours.isColorSupported;
    const marked = isPaired ? removed.map((line, index) => markWords(line, added[index]!, colours)) : null;
    lines.push(...removed.map((line, index) => marked?.[index]?.[0] ?? colours.red(line)));
    lines.push(...added.map((line, index) => marked?.[index]?.[1] ?? colours.green(line)));
  }
  return lines;
}

function takeWhile(lines: readonly string[], start: number, sign: string): string[] {
  let end = start;
  while (end < lines.length && lines[end]!.startsWith(sign)) end++;
  return lines.slice(start, end);
}

/** Underlines what differs between two lines; null where hardly anything is the same. */
function markWords(removed: string, added: string, colours: Colours): [string, string] | null {
  const parts = diffWordsWithSpace(removed.slice(1), added.slice(1));
  const same = parts
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.trim().length, 0);
  if (same * 3 < Math.max(removed.length, added.length)) return null;
  const draw = (sign: string, tint: Colours['red'], skip: 'added' | 'removed'): string =>
    tint(sign) +
    parts
      .filter((part) => !part[skip])
      .map((part) => (part.added || part.removed ? tint(colours.inverse(part.value)) : tint(part.value)))
      .join('');
  return [draw('-', colours.red, 'added'), draw('+', colours.green, 'removed')];
}
