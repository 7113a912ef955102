import { compareLines, mergeChanges, mergeLines } from '../by-lines/merge-lines.ts';
import { findMisplaced } from '../guards/check-blocks.ts';
import { fullText, isSameUnit, printText } from '../outlines/unit.ts';
import type { Unit } from '../outlines/unit.ts';
import { compactRegions, concatRegions, countConflicts } from '../regions.ts';
import type { MergeRegion } from '../regions.ts';
import { alignUnits } from './align-units.ts';
import type { Alignment } from './align-units.ts';
import { joinStandIns } from './join-stand-ins.ts';
import { mergeExpression } from './merge-expression.ts';
import { orderRegions } from './order-regions.ts';
import type { MergedUnit } from './order-regions.ts';

/**
 * Merges three versions of a unit: by what its children are, then by lines, then within the line.
 *
 * @param place the words for where the unit lies, for labels
 * @param joins whether it follows a new unit of the next version, as it does there
 */
export function mergeUnits(
  base: Unit,
  mine: Unit,
  next: Unit,
  place: readonly Unit[] = [],
  joins = false,
): MergeRegion[] {
  const lead = mergeLead(base, mine, next, joins);
  const regions = [...labelled(lead, [...place, next]), ...mergeOwnLines(base, mine, next, [...place, next])];
  return compactRegions(regions);
}

function mergeOwnLines(base: Unit, mine: Unit, next: Unit, path: readonly Unit[]): MergeRegion[] {
  const settled = settleByPrint([base.text, base.print], [mine.text, mine.print], [next.text, next.print]);
  const isReformatted = mine.print === base.print && mine.text !== base.text && next.print !== base.print;
  if (settled && !isReformatted) return [settled];
  const byChildren = mergeChildren(base, mine, next, path);
  if (byChildren && countConflicts(byChildren) === 0) return byChildren;
  if (settled) return [mergeWithin(base, mine, next) ?? settled];
  if (byChildren) return byChildren;
  const compared = compareLines({ base: base.text, mine: mine.text, next: next.text });
  const byLines = mergeChanges(compared, 'replacements');
  const isClean = countConflicts(byLines) === 0;
  const isPlaced =
    isClean &&
    findMisplaced(
      compared,
      concatRegions(byLines, () => ''),
    ) === undefined;
  if (isPlaced) return byLines;
  const within = mergeWithin(base, mine, next);
  if (within) return [within];
  const whole: MergeRegion = { kind: 'conflict', base: base.text, mine: mine.text, next: next.text };
  return labelled(isClean ? [whole] : byLines, path);
}

/** Merges the expressions of units without children. */
function mergeWithin(base: Unit, mine: Unit, next: Unit): MergeRegion | undefined {
  if (!base.expression || !mine.expression || !next.expression) return undefined;
  const text = mergeExpression(base.expression(), mine.expression(), next.expression());
  return text === undefined ? undefined : { kind: 'merged', text, base: next.text };
}

function mergeChildren(base: Unit, mine: Unit, next: Unit, path: readonly Unit[]): MergeRegion[] | undefined {
  if (!base.children || !mine.children || !next.children) return undefined;
  const own = keepEnd(base.children, mine.children);
  const theirs = keepEnd(base.children, next.children);
  const ordered = base.ordered ?? false;
  const alignment = alignUnits(base.children, own, theirs, ordered);
  if (alignment) return mergeAligned(alignment, path);
  // Where both sides moved units, a unit that one moved and changed may count as taken away and another as added.
  const near = alignUnits(base.children, own, theirs, ordered, false);
  const regions = near && mergeAligned(near, path);
  return regions && countConflicts(regions) === 0 ? regions : undefined;
}

function mergeAligned(alignment: Alignment<Unit>, path: readonly Unit[]): MergeRegion[] {
  const beforeInNext = new Map<string, string>();
  let last: string | undefined;
  for (const key of alignment.next.keys()) {
    if (last !== undefined) beforeInNext.set(key, last);
    last = key;
  }
  const units = alignment.order.map((key, index): MergedUnit => {
    const before = alignment.order[index - 1];
    const isNew = before !== undefined && !alignment.base.has(before) && !alignment.mine.has(before);
    const joins = isNew && beforeInNext.get(key) === before;
    const [inBase, inMine, inNext] = [
      alignment.base.get(key),
      alignment.mine.get(key),
      alignment.next.get(key),
    ];
    const regions = mergeChild(inBase, inMine, inNext, path, joins);
    return { key, regions, whole: conflictOver(inBase, inMine, inNext, path) };
  });
  return joinStandIns(orderRegions(units, [...alignment.next.keys()]));
}

/** Keeps the comments at the end of the base apart from what a side wrote below them. */
function keepEnd(base: readonly Unit[], side: readonly Unit[]): readonly Unit[] {
  const end = base.at(-1);
  if (end?.key !== '<end>' || side.some(({ key }) => key === end.key)) return side;
  return side.flatMap((unit) => {
    if (!unit.lead.startsWith(end.text)) return [unit];
    const lead = unit.lead.slice(end.text.length);
    return [end, { ...unit, lead, leadPrint: printText(lead) }];
  });
}

function mergeChild(
  base: Unit | undefined,
  mine: Unit | undefined,
  next: Unit | undefined,
  path: readonly Unit[],
  joins: boolean,
): MergeRegion[] {
  if (mine?.kept !== undefined) {
    const { kept } = mine;
    return labelled([{ kind: 'conflict', base: kept, mine: kept, next: fullText(next) }], [...path, mine]);
  }
  if (base && mine && next) return mergeUnits(base, mine, next, path, joins);
  const unsettled = (): MergeRegion[] => [conflictOver(base, mine, next, path)];
  if (mine && next) {
    return isSameUnit(mine, next)
      ? [{ kind: 'merged', text: fullText(mine), base: fullText(next) }]
      : unsettled();
  }
  const side = mine ?? next;
  if (!side) return [];
  if (!base) return [{ kind: 'merged', text: fullText(side), base: fullText(next) }];
  return isSameUnit(base, side) ? [{ kind: 'merged', text: '', base: fullText(next) }] : unsettled();
}

function conflictOver(
  base: Unit | undefined,
  mine: Unit | undefined,
  next: Unit | undefined,
  path: readonly Unit[],
): MergedUnit['whole'] {
  const label = describeUnit([...path, (mine ?? next ?? base)!]);
  const sides = { base: fullText(base), mine: fullText(mine), next: fullText(next) };
  return { kind: 'conflict', ...sides, ...(label === '' ? {} : { label }) };
}

/**
 * Merges the comments and blank lines above a unit. Where there are only blank lines and the next version has fewer, the
 * user's stay, unless a new unit of the next version now stands above (`joins`).
 */
function mergeLead(base: Unit, mine: Unit, next: Unit, joins: boolean): MergeRegion[] {
  const blank = [base, mine, next].every(({ leadPrint }) => leadPrint === '');
  const keepsMore = blank && mine.lead === base.lead && mine.lead.length > next.lead.length;
  if (keepsMore && !joins) {
    return [{ kind: 'merged', text: mine.lead, base: next.lead }];
  }
  const settled = settleByPrint(
    [base.lead, base.leadPrint],
    [mine.lead, mine.leadPrint],
    [next.lead, next.leadPrint],
  );
  return settled ? [settled] : mergeLines(base.lead, mine.lead, next.lead, 'additions');
}

type Printed = readonly [text: string, print: string];

/** The side that changed more than its layout, where only one did. */
function settleByPrint(base: Printed, mine: Printed, next: Printed): MergeRegion | undefined {
  if (mine[1] === next[1] || next[1] === base[1]) {
    const text = mine[0] === base[0] ? next[0] : mine[0];
    return { kind: 'merged', text, base: next[0] };
  }
  return mine[1] === base[1] ? { kind: 'merged', text: next[0], base: next[0] } : undefined;
}

function labelled(regions: readonly MergeRegion[], path: readonly Unit[]): MergeRegion[] {
  const label = describeUnit(path);
  return regions.map((region) =>
    region.kind === 'conflict' && region.label === undefined && label !== '' ? { ...region, label } : region,
  );
}

/** The words for a unit by the path that leads to it: `method Task.__str__`; empty for the file itself. */
function describeUnit(path: readonly Unit[]): string {
  const named = path.filter(({ name }) => name !== '');
  const last = named.at(-1);
  return last ? `${last.kind} ${named.map(({ name }) => name).join('.')}` : '';
}
