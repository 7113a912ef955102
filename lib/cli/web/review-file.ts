import { diffArrays } from 'diff';
import type { Change } from '../../plan/types.ts';
import { mergeText } from '../../plan/merge/merge-text.ts';
import { joinRegions, type MergeOutcome } from '../../plan/merge/regions.ts';
import { highlightLines } from './highlight.ts';

/** One line of one side: its number and its coloured HTML. */
export interface ReviewLine {
  readonly number: number;
  readonly html: string;
}

/** A stretch of the two sides: alike, changed, or a conflict that waits for a choice (`index` among the file's conflicts). */
export interface ReviewSegment {
  readonly kind: 'same' | 'change' | 'conflict';
  readonly left: readonly ReviewLine[];
  readonly right: readonly ReviewLine[];
  readonly index?: number;
  readonly label?: string;
  /** Plain text of the new and of the user's side, for editing a conflict. */
  readonly mine?: string;
  readonly next?: string;
}

/** What the page shows of one change: before on the left, after on the right. */
export async function reviewFile(change: Change, merge: MergeOutcome | null): Promise<ReviewSegment[]> {
  if (change.binary || change.secret) return [];
  if (merge !== null && merge.conflicts > 0) return reviewConflicts(change.path, merge);
  const before = decode(change.disk);
  const after = await textAfter(change, merge);
  const [left, right] = await Promise.all([
    numberedLines(change.path, before),
    numberedLines(change.path, after),
  ]);
  const segments: ReviewSegment[] = [];
  let [leftAt, rightAt] = [0, 0];
  let pending: { left: ReviewLine[]; right: ReviewLine[] } | null = null;
  const flush = (): void => {
    if (pending !== null) segments.push({ kind: 'change', ...pending });
    pending = null;
  };
  for (const part of diffArrays(splitText(before), splitText(after))) {
    const count = part.value.length;
    if (!part.added && !part.removed) {
      flush();
      segments.push({
        kind: 'same',
        left: left.slice(leftAt, leftAt + count),
        right: right.slice(rightAt, rightAt + count),
      });
      leftAt += count;
      rightAt += count;
      continue;
    }
    pending ??= { left: [], right: [] };
    if (part.removed) pending.left.push(...left.slice(leftAt, (leftAt += count)));
    else pending.right.push(...right.slice(rightAt, (rightAt += count)));
  }
  flush();
  return segments;
}

/** What the file holds after the build; a clean merge is done once more, since the plan only keeps its sides. */
async function textAfter(change: Change, merge: MergeOutcome | null): Promise<string> {
  if (change.kind === 'kept') return decode(change.disk);
  if (change.kind !== 'merge' && change.why !== 'edited' && merge === null) return decode(change.next);
  const sides = { base: decode(change.base), mine: decode(change.disk), next: decode(change.next) };
  return joinRegions(merge ?? (await mergeText({ path: change.path, ...sides })), 'mine');
}

async function reviewConflicts(file: string, merge: MergeOutcome): Promise<ReviewSegment[]> {
  const left = await numberedLines(file, joinRegions(merge, 'mine'));
  const right = await numberedLines(file, joinRegions(merge, 'next'));
  let [leftAt, rightAt, index] = [0, 0, 0];
  return merge.regions.map((region): ReviewSegment => {
    const mine = region.kind === 'merged' ? region.text : region.mine;
    const next = region.kind === 'merged' ? region.text : region.next;
    const lines = {
      left: left.slice(leftAt, (leftAt += splitText(mine).length)),
      right: right.slice(rightAt, (rightAt += splitText(next).length)),
    };
    if (region.kind === 'merged') return { kind: 'same', ...lines };
    return {
      kind: 'conflict',
      ...lines,
      index: index++,
      mine,
      next,
      ...(region.label === undefined ? {} : { label: region.label }),
    };
  });
}

async function numberedLines(file: string, text: string): Promise<ReviewLine[]> {
  return (await highlightLines(file, text)).map((html, at) => ({ number: at + 1, html }));
}

function splitText(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function decode(bytes: Uint8Array | null): string {
  return bytes === null ? '' : new TextDecoder().decode(bytes);
}
