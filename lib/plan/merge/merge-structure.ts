import { checkMerge } from './check-merge.ts';
import { mergeLines } from './merge-lines.ts';
import { mergeUnits } from './merge-units.ts';
import { concatRegions, countConflicts } from './regions.ts';
import type { MergeRegion } from './regions.ts';
import type { Outline, ReadOutline } from './unit.ts';

/** Regions, the rung that made them, and why a guard refused a merge that looked clean. */
export interface GuardedMerge {
  readonly rung: 'line' | 'structure';
  readonly regions: readonly MergeRegion[];
  readonly reason?: string;
}

/** Three versions of a text in LF lines. */
export interface LineTexts {
  readonly base: string;
  readonly mine: string;
  readonly next: string;
}

/**
 * Merges by lines, then by structure, and keeps the first result that is clean and passes the guards; where
 * none is, the one with fewer conflicts whose merged parts pass.
 */
export function mergeGuarded(texts: LineTexts, readOutline: ReadOutline): GuardedMerge {
  const read = readOnce(readOutline);
  const byLines = mergeLines(texts.base, texts.mine, texts.next);
  const [base, mine, next] = [read(texts.base), read(texts.mine), read(texts.next)];
  if (!base.valid || !mine.valid || !next.valid) return { rung: 'line', regions: byLines };

  const lineReason = refuse(byLines, texts, { base, mine }, read);
  if (countConflicts(byLines) === 0 && lineReason === undefined) return { rung: 'line', regions: byLines };

  const byUnits = settleOrder(mergeUnits(base.root, mine.root, next.root), texts);
  const unitReason = refuse(byUnits, texts, { base, mine }, read);
  if (
    unitReason === undefined &&
    (lineReason !== undefined || countConflicts(byUnits) <= countConflicts(byLines))
  ) {
    return { rung: 'structure', regions: byUnits };
  }
  if (lineReason === undefined) return { rung: 'line', regions: byLines, ...reasonOf(unitReason) };
  return { rung: 'structure', regions: wholeConflict(texts), reason: lineReason };
}

/** A clean merge stands for the next version as a whole, in whichever order its units came. */
function settleOrder(regions: readonly MergeRegion[], { next }: LineTexts): readonly MergeRegion[] {
  if (countConflicts(regions) > 0) return regions;
  return [{ kind: 'merged', text: concatRegions(regions, () => ''), base: next }];
}

/** Reads each text once: the merged text is often one of the three. */
function readOnce(read: ReadOutline): ReadOutline {
  const known = new Map<string, Outline>();
  return (text) => {
    let outline = known.get(text);
    if (!outline) known.set(text, (outline = read(text)));
    return outline;
  };
}

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

/** Why regions cannot stand: they lose the next version, or their merged parts fail a guard. */
function refuse(
  regions: readonly MergeRegion[],
  texts: LineTexts,
  sides: { base: Outline; mine: Outline },
  read: ReadOutline,
): string | undefined {
  const nextText = regions.map((region) => (region.kind === 'merged' ? region.base : region.next)).join('');
  if (nextText !== texts.next) return 'both versions are in another order';
  const unsettled = regions.map((region) => region.base).join('');
  const result = read(concatRegions(regions, ({ mine }) => mine));
  const next = read(unsettled);
  if (!next.valid) return 'the parts in conflict cannot be told from the rest';
  return checkMerge({ ...sides, next, result });
}

/** One conflict from the first line that differs to the last. */
export function wholeConflict({ base, mine, next }: LineTexts): MergeRegion[] {
  const sides = [base, mine, next].map((text) => text.split(/(?<=\n)/));
  const shortest = Math.min(...sides.map(({ length }) => length));
  const isSame = (at: (lines: string[]) => string | undefined): boolean => {
    const [one, two, three] = sides.map(at);
    return one === two && two === three;
  };
  let head = 0;
  while (head < shortest && isSame((lines) => lines[head])) head++;
  let tail = 0;
  while (tail < shortest - head && isSame((lines) => lines[lines.length - 1 - tail])) tail++;
  const slice = (lines: string[] | undefined, from: number, to?: number): string =>
    (lines ?? []).slice(from, to).join('');
  const [b, m, n] = sides;
  const middle = (lines: string[] | undefined): string => slice(lines, head, (lines?.length ?? 0) - tail);
  const top = slice(n, 0, head);
  const bottom = slice(n, (n?.length ?? 0) - tail);
  const regions: MergeRegion[] = [
    { kind: 'merged', text: top, base: top },
    { kind: 'conflict', base: middle(b), mine: middle(m), next: middle(n) },
    { kind: 'merged', text: bottom, base: bottom },
  ];
  return regions.filter((region) => region.kind === 'conflict' || region.text !== '');
}
