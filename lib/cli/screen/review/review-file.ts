import { joinRegions, type ConflictChoice, type MergeOutcome } from '../../../plan/merge/index.ts';
import type { Change } from '../../../plan/types.ts';
import { effectiveChoices, type Decision } from './decisions.ts';
import { compareLines, cutLines, splitText, type Span } from './compare-lines.ts';
import { highlightLines } from '../diff/highlight.ts';

/** One line of one side: its number and its coloured HTML. */
interface ReviewLine {
  readonly number: number;
  readonly html: string;
}

/**
 * A stretch of a file, as it is on the left and as it will be on the right: alike or changed. `choice` shows mine and the new one
 * of a whole file that is asked about, `conflict` those of a hunk (`index` among the file's conflicts); what is then written is
 * in `result`, where it is neither of the two.
 */
export interface ReviewSegment {
  readonly kind: 'same' | 'change' | 'choice' | 'conflict';
  readonly left: readonly ReviewLine[];
  readonly right: readonly ReviewLine[];
  readonly result?: readonly ReviewLine[];
  readonly index?: number;
  readonly label?: string;
  /** Plain text of the user's and of the new side, and what was typed, for editing a conflict. */
  readonly mine?: string;
  readonly next?: string;
  readonly draft?: string | null;
}

/** What the page shows of one change with what is decided so far. */
export async function reviewFile(change: Change, decision: Decision | undefined): Promise<ReviewSegment[]> {
  if (change.binary || change.secret) return [];
  const { path, disk, next } = change;
  if (decision === undefined) return compareTexts(path, decode(disk), decode(contentsAfter(change)));
  const merge = decision.question.merge;
  if (merge !== null && merge.conflicts > 0) return reviewConflicts(change, merge, decision);
  const isTaken = decision.whole === 'take';
  const segments = await compareTexts(path, decode(disk), decode(next));
  return isTaken
    ? segments
    : segments.map((each) => (each.kind === 'same' ? each : { ...each, kind: 'choice' }));
}

/** What a settled path holds after the build. */
function contentsAfter({ kind, disk, next, after }: Change): Uint8Array | null {
  if (after !== undefined) return after;
  return kind === 'kept' || kind === 'conflict' ? disk : next;
}

async function compareTexts(path: string, before: string, after: string): Promise<ReviewSegment[]> {
  const [left, right] = await Promise.all([numberLines(path, before), numberLines(path, after)]);
  return compareLines(splitText(before), splitText(after)).map((span) => segmentOf(span, left, right));
}

function segmentOf({ kind, left, right }: Span, from: ReviewLine[], to: ReviewLine[]): ReviewSegment {
  return { kind, left: from.slice(...left), right: to.slice(...right) };
}

/** The merged places as the disk has them and as they will be, and each conflict with its two sides. */
async function reviewConflicts(
  { path, disk, why }: Change,
  merge: MergeOutcome,
  decision: Decision,
): Promise<ReviewSegment[]> {
  const [before, staying] = [decode(disk), withoutMark(joinRegions(merge, 'mine'))];
  const [left, mine, next] = await Promise.all([
    numberLines(path, before),
    numberLines(path, staying),
    numberLines(path, withoutMark(joinRegions(merge, 'next'))),
  ]);
  const choices = effectiveChoices(decision);
  const sizes = merge.regions.map((region) => linesIn(region.kind === 'merged' ? region.text : region.mine));
  const isMarked = why === 'pending';
  // Dazzle's markers belong to their hunk; other lines that go, to the merged lines beside it.
  const cuts = cutLines(splitText(before), splitText(staying), sizes, (at) =>
    isMarked ? merge.regions[at]?.kind === 'conflict' : merge.regions[at]?.kind === 'merged',
  );
  const segments: ReviewSegment[] = [];
  let [mineAt, nextAt, rightAt, index] = [0, 0, 0, 0];
  for (const [at, region] of merge.regions.entries()) {
    const [from, to] = [cuts[at]!, cuts[at + 1]!];
    if (region.kind === 'merged') {
      const size = sizes[at]!;
      const after = renumber(mine.slice(mineAt, mineAt + size), rightAt);
      const spans = compareLines(splitText(before).slice(from, to), splitText(region.text));
      segments.push(...spans.map((span) => segmentOf(span, left.slice(from, to), after)));
      [mineAt, nextAt, rightAt] = [mineAt + size, nextAt + size, rightAt + size];
      continue;
    }
    const choice = choices[index]!;
    const sides = {
      left: renumber(mine.slice(mineAt, (mineAt += linesIn(region.mine))), isMarked ? from + 1 : from),
      right: renumber(next.slice(nextAt, (nextAt += linesIn(region.next))), rightAt),
    };
    const result = await resultOf(path, choice, sides);
    segments.push({
      kind: 'conflict',
      ...sides,
      ...(result === null ? {} : { result: renumber(result, rightAt) }),
      index,
      mine: region.mine,
      next: region.next,
      draft: decision.drafts[index] ?? null,
      ...(region.label === undefined ? {} : { label: region.label }),
    });
    rightAt += (result ?? (choice === 'next' ? sides.right : sides.left)).length;
    index++;
  }
  return segments;
}

/** The lines of a choice that is more than one of the sides. */
async function resultOf(
  path: string,
  choice: ConflictChoice | null,
  { left, right }: { left: readonly ReviewLine[]; right: readonly ReviewLine[] },
): Promise<readonly ReviewLine[] | null> {
  if (choice === 'both') return [...left, ...right];
  return typeof choice === 'object' && choice !== null ? numberLines(path, choice.text) : null;
}

async function numberLines(path: string, text: string): Promise<ReviewLine[]> {
  return renumber(
    (await highlightLines(path, text)).map((html) => ({ number: 0, html })),
    0,
  );
}

function renumber(lines: readonly ReviewLine[], after: number): ReviewLine[] {
  return lines.map(({ html }, at) => ({ number: after + at + 1, html }));
}

function linesIn(text: string): number {
  return splitText(text).length;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function decode(bytes: Uint8Array | null): string {
  return bytes === null ? '' : new TextDecoder().decode(bytes);
}
