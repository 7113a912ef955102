import { mergeTwoWay } from '../../../plan/merge/index.ts';
import type { Change } from '../../../plan/types.ts';
import { showControls } from './format-diff.ts';
import type { Colours } from '../terminal.ts';
import { countNoun, wrapText } from '../text.ts';

/** How many hunks of a conflict are not settled; a file that cannot be merged counts as one. */
export function countOpen({ kind, merge, hunks }: Change): number {
  return kind === 'conflict' ? (hunks ?? merge?.conflicts ?? 1) : 0;
}

/** What is open in a conflict, as people read it: why, in lines of `width`, and each open hunk with its versions under their names. */
export function formatOpen(change: Change, colours: Colours, width = Infinity): string[] {
  const { dim, yellow } = colours;
  const lines = wrapText(stayingText(change), width).map((line) => dim(line));
  if (change.binary || change.secret) return lines;
  const merge = change.merge ?? compareWhole(change);
  const hunks = merge?.regions.filter((region) => region.kind === 'conflict') ?? [];
  for (const [at, hunk] of hunks.entries()) {
    const label = hunk.label === undefined ? '' : `  ${hunk.label}`;
    lines.push(yellow(`open hunk ${at + 1} of ${hunks.length}${label}`));
    lines.push(...nameLines('yours', hunk.mine, colours));
    if (hunk.base !== '') lines.push(...nameLines('last', hunk.base, colours));
    lines.push(...nameLines('new', hunk.next, colours));
  }
  return lines;
}

/** The versions of a file that has no base to merge with, side by side. */
function compareWhole({ why, disk, next }: Change): ReturnType<typeof mergeTwoWay> | null {
  if (why !== 'foreign' || disk === null || next === null) return null;
  return mergeTwoWay(decode(disk), decode(next));
}

function stayingText(change: Change): string {
  const open = countNoun(countOpen(change), 'hunk');
  switch (change.why) {
    case 'foreign':
      return '(dazzle never wrote this file: yours stays until it is settled)';
    case 'orphaned':
      return '(no longer generated, but you edited it: it stays until it is settled)';
    case 'pending':
      return '(conflict markers are still in it: it stays as it is)';
    default:
      return change.merge === undefined
        ? '(it cannot be merged: yours stays until it is settled)'
        : `(${open} open: your lines stay there until they are settled)`;
  }
}

function nameLines(name: string, text: string, { dim }: Colours): string[] {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  if (lines.length === 0) return [dim(`${name.padStart(7)} │ (nothing)`)];
  return lines.map((line, at) => `${dim(`${(at === 0 ? name : '').padStart(7)} │`)} ${showControls(line)}`);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
