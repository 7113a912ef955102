import { findUnbound } from '../code/bound-names.ts';
import type { LineTexts } from '../lines/line-texts.ts';
import { settleChanges } from '../lines/slide-changes.ts';
import { mergeIndented, mergeSlid, slideWhole } from './by-lines/merge-indented.ts';
import { compareLines, mergeChanges } from './by-lines/merge-lines.ts';
import type { ComparedLines } from './by-lines/merge-lines.ts';
import type { Nesting } from './by-lines/nesting.ts';
import { dressTexts } from './by-units/dress-texts.ts';
import { keepBindings } from './by-units/keep-bindings.ts';
import { keepImports } from './by-units/keep-imports.ts';
import { mergeUnits } from './by-units/merge-units.ts';
import { findLost } from './guards/check-lines.ts';
import type { Refusal } from './guards/check-merge.ts';
import { findDisplaced } from './guards/check-order.ts';
import { refuse } from './guards/refuse-merge.ts';
import { rootUnit } from './outlines/unit.ts';
import type { Outline, ReadOutline } from './outlines/unit.ts';
import { concatRegions, countConflicts, keepMine } from './regions.ts';
import type { MergeRegion } from './regions.ts';

/** Regions, what they were merged by, and why a guard refused a merge that looked clean. */
interface GuardedMerge {
  readonly mergedBy: 'line' | 'structure';
  readonly regions: readonly MergeRegion[];
  readonly reason?: string;
}

/**
 * Merges by lines, then by structure, and takes the first result that is clean and passes the guards; where
 * none is, the one with fewer conflicts whose merged parts pass.
 *
 * A result with conflicts is taken only if building again would list the same ones; the last resort is one
 * conflict over all lines that differ.
 *
 * @param readOutline undefined where only lines are known of the format
 * @param nesting how the lines of the format nest
 */
export function mergeGuarded(
  texts: LineTexts,
  readOutline: ReadOutline | undefined,
  nesting: Nesting = 'none',
): GuardedMerge {
  const read = readOutline && readOnce(readOutline);
  for (const merge of listMerges(texts, read, nesting)) {
    if (countConflicts(merge.regions) === 0 || isStable(merge, texts, read, nesting)) return merge;
  }
  return { mergedBy: 'line', regions: wholeConflict(texts), reason: 'the conflicts cannot be told apart' };
}

/** Guarded merges, the best first. */
function* listMerges(
  texts: LineTexts,
  read: ReadOutline | undefined,
  nesting: Nesting,
): Generator<GuardedMerge> {
  const compared = compareLines(texts);
  const byLines = mergeCompared(compared);
  const [base, mine, next] = [texts.base, texts.mine, texts.next].map((text) => read?.(text));
  if (!read || !base?.valid || !mine?.valid || !next?.valid) {
    return yield { mergedBy: 'line', regions: byLines };
  }
  const sides = { base, mine, compared, nesting };
  const lineRefusal = refuse(byLines, texts, sides, read);
  if (lineRefusal === undefined && countConflicts(byLines) === 0) {
    const slid = mergeSlid(compared, nesting);
    const isBetter = slid && accepts([slid], texts, sides, read);
    return yield { mergedBy: 'line', regions: isBetter ? [slid] : byLines };
  }

  const reason = reasonOf(lineRefusal);
  if (texts.swapped?.isMixed) {
    if (lineRefusal === undefined) yield { mergedBy: 'line', regions: byLines };
    return yield { mergedBy: 'line', regions: wholeConflict(texts), ...reason };
  }
  const dressed = dressTexts(texts, nesting);
  if (dressed) {
    const first: GuardedMerge = listMerges(dressed, read, nesting).next().value!;
    const regions = settleOrder(first.regions, texts);
    if (countConflicts(regions) === 0 && accepts(regions, texts, sides, read))
      yield { ...first, regions, ...reason };
  }
  const byIndent = mergeIndented(texts.base, texts.mine, texts.next, nesting);
  if (byIndent && accepts([byIndent], texts, sides, read)) {
    return yield { mergedBy: 'line', regions: [byIndent], ...reason };
  }
  const bare = mergeUnits(base.root, mine.root, next.root);
  const byUnits = settleOrder(bare, texts);
  const whole = { ...sides, slide: (lines: ComparedLines) => slideWhole(lines, nesting) };
  const unitRefusal = refuse(byUnits, texts, whole, read) ?? refuseOrder(byUnits, { base, mine, next }, read);
  const unbound = new Set([
    ...((countConflicts(byLines) === 0 && lineRefusal?.unbound) || []),
    ...(countConflicts(bare) > 0 ? findNeeded(bare, { mine, next }, read) : (unitRefusal?.unbound ?? [])),
  ]);
  const bound = keepBindings(texts, { base, mine, next }, [...unbound]);
  if (bound) {
    const { regions } = listMerges(bound, read, nesting).next().value as GuardedMerge;
    const isLost = findLost({ ...texts, result: keepMine(regions).mine }) !== undefined;
    if (!isLost && !isWhole(regions, bound))
      yield { mergedBy: 'structure', regions: settleOrder(regions, texts), ...reason };
  }
  const own = keepImports(bare, base.root, mine.root, next.root);
  if (own !== mine.root && countPlaces(bare) <= countConflicts(byLines)) {
    const regions = mergeUnits(base.root, own, next.root);
    if (accepts(regions, texts, whole, read)) yield { mergedBy: 'structure', regions, ...reason };
  }
  const fewer = countPlaces(byUnits) <= countConflicts(byLines);
  if (unitRefusal === undefined && (lineRefusal !== undefined || fewer)) {
    yield { mergedBy: 'structure', regions: byUnits, ...reason };
  }
  if (lineRefusal === undefined) yield { mergedBy: 'line', regions: byLines, ...reasonOf(unitRefusal) };
  yield { mergedBy: 'structure', regions: wholeConflict(texts), ...reason };
}

/** Counts conflicts; one that is in two places, for the user moved what it is over, once. */
function countPlaces(regions: readonly MergeRegion[]): number {
  return countConflicts(
    regions.filter(({ base, ...region }) => base !== '' || ('next' in region && region.next !== '')),
  );
}

/** Merges by lines, where changes meet with each of them where git has it. */
function mergeCompared(compared: ComparedLines): readonly MergeRegion[] {
  const regions = mergeChanges(compared);
  if (countConflicts(regions) === 0) return regions;
  const { base, mine, next, own, theirs } = compared;
  const settled = { own: settleChanges(own, base, mine), theirs: settleChanges(theirs, base, next) };
  const others = mergeChanges({ ...compared, ...settled });
  return countConflicts(others) === 0 ? others : regions;
}

/** Claims that merging what was kept with the base that was kept gives the same conflicts again. */
function isStable(
  { regions }: GuardedMerge,
  texts: LineTexts,
  read: ReadOutline | undefined,
  nesting: Nesting,
): boolean {
  const kept = keepMine(regions);
  const { next } = texts;
  if (kept.mine === kept.base || kept.mine === next || kept.base === next) return false;
  const again = listMerges({ ...texts, ...kept }, read, nesting).next().value;
  const keptAgain = again && keepMine(again.regions);
  return keptAgain?.mine === kept.mine && keptAgain.base === kept.base;
}

/** The names that lines of the user's outside all conflicts use and nothing binds, whichever side of those is taken. */
function findNeeded(
  regions: readonly MergeRegion[],
  { mine, next }: { mine: Outline; next: Outline },
  read: ReadOutline,
): readonly string[] {
  const taken = read(concatRegions(regions, (conflict) => conflict.next));
  if (!mine.names || !next.names || !taken.names) return [];
  return findUnbound(mine.names(), next.names(), taken.names());
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
    if (!outline) known.set(text, (outline = readAnyDepth(text, read)));
    return outline;
  };
}

/** A text nested too deeply to read counts as one that does not parse. */
function readAnyDepth(text: string, read: ReadOutline): Outline {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof RangeError) return { root: rootUnit(text, []), valid: false };
    throw error;
  }
}

function reasonOf(refusal: Refusal | undefined): { reason?: string } {
  return refusal === undefined ? {} : { reason: refusal.reason };
}

function accepts(...merge: Parameters<typeof refuse>): boolean {
  return refuse(...merge) === undefined;
}

/** Why a merge by units cannot stand, whose order of lines is its own. */
function refuseOrder(
  regions: readonly MergeRegion[],
  { base, mine, next }: { base: Outline; mine: Outline; next: Outline },
  read: ReadOutline,
): Refusal | undefined {
  if (countConflicts(regions) > 0) return undefined;
  const result = read(concatRegions(regions, () => ''));
  const displaced = findDisplaced(base.root, mine.root, next.root, result.root);
  return displaced === undefined ? undefined : { reason: `“${displaced}” would stand elsewhere` };
}

/** One conflict from the first line that differs to the last. */
function wholeConflict({ base, mine, next }: LineTexts): MergeRegion[] {
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

/** Claims that regions are no more than one conflict over all lines that differ. */
function isWhole(regions: readonly MergeRegion[], texts: LineTexts): boolean {
  const [one, whole] = [regions, wholeConflict(texts)].map((all) =>
    all.find(({ kind }) => kind === 'conflict'),
  );
  return one !== undefined && one.base === whole?.base;
}
