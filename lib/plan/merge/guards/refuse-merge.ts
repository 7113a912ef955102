import type { LineTexts } from '../../lines/line-texts.ts';
import { compareLines } from '../by-lines/merge-lines.ts';
import type { ComparedLines } from '../by-lines/merge-lines.ts';
import type { Nesting } from '../by-lines/nesting.ts';
import type { Outline, ReadOutline } from '../outlines/unit.ts';
import { keepMine } from '../regions.ts';
import type { MergeRegion } from '../regions.ts';
import { findMisplaced } from './check-blocks.ts';
import { findUprooted } from './check-headers.ts';
import { checkMerge } from './check-merge.ts';
import type { Refusal } from './check-merge.ts';

/** The versions that a merge is held against. */
interface ComparedSides {
  readonly base: Outline;
  readonly mine: Outline;
  readonly compared: ComparedLines;
  readonly nesting: Nesting;
  /** Reads what the sides changed as the merge does. */
  readonly slide?: (lines: ComparedLines) => ComparedLines;
}

/** Why regions cannot stand: they lose the next version, or their merged parts fail a guard. */
export function refuse(
  regions: readonly MergeRegion[],
  texts: LineTexts,
  { base, mine, compared, nesting, slide = (lines) => lines }: ComparedSides,
  read: ReadOutline,
): Refusal | undefined {
  const nextText = regions.map((region) => (region.kind === 'merged' ? region.base : region.next)).join('');
  if (nextText !== texts.next) return { reason: 'both versions are in another order' };
  const kept = keepMine(regions);
  const result = read(kept.mine);
  const next = read(kept.base);
  if (!next.valid) return { reason: 'the parts in conflict cannot be told from the rest' };
  const before = texts.swapped && read(texts.swapped.mine);
  const whole = read(texts.next);
  const refusal = checkMerge({ base, mine, next, result, whole, gone: texts.gone, before });
  if (refusal) return refusal;
  const isClean = kept.base === texts.next;
  const misplaced = findMisplaced(
    slide(isClean ? compared : compareLines({ ...texts, next: kept.base })),
    kept.mine,
  );
  if (misplaced !== undefined) return { reason: `what is in “${misplaced}” would stand elsewhere` };
  const uprooted = nesting === 'indentation' ? findUprooted(texts.mine, kept.base, kept.mine) : undefined;
  return uprooted === undefined ? undefined : { reason: `“${uprooted}” would belong to something else` };
}
