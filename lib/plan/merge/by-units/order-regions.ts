import { longestRise } from '../../lines/longest-rise.ts';
import { countConflicts } from '../regions.ts';
import type { MergeRegion } from '../regions.ts';

/** What one unit was merged to, and the versions of it. */
export interface MergedUnit {
  readonly key: string;
  readonly regions: readonly MergeRegion[];
  /** The unit as one conflict. */
  readonly whole: Extract<MergeRegion, { kind: 'conflict' }>;
}

/**
 * Joins the regions of units in the order to write, with the next version's lines in the next version's order: a unit that
 * stands elsewhere there has its text in the one place and its base in the other. If it has a conflict, the whole unit is in
 * conflict, in both places.
 *
 * @param nextKeys the keys of the next version in order
 */
export function orderRegions(units: readonly MergedUnit[], nextKeys: readonly string[]): MergeRegion[] {
  const places = new Map(nextKeys.map((key, at) => [key, at]));
  const shared = units.filter(({ key }) => places.has(key));
  const still = longestRise(shared.map(({ key }) => places.get(key)!));
  const moved = new Set(shared.filter((_, at) => !still.has(at)));
  if (moved.size === 0) return units.flatMap(({ regions }) => regions);
  const movedByKey = new Map([...moved].map((unit) => [unit.key, unit]));
  const goneBelow = (at: number): MergeRegion[] => {
    const unit = movedByKey.get(nextKeys[at] ?? '');
    return unit === undefined ? [] : [...leaveBase(unit), ...goneBelow(at + 1)];
  };
  return [
    ...goneBelow(0),
    ...units.flatMap((unit) => {
      if (moved.has(unit)) return takeText(unit);
      const at = places.get(unit.key);
      return at === undefined ? unit.regions : [...unit.regions, ...goneBelow(at + 1)];
    }),
  ];
}

/** What stands where the unit is written. */
function takeText({ regions, whole }: MergedUnit): MergeRegion[] {
  if (countConflicts(regions) > 0) return whole.mine === '' ? [] : [{ ...whole, base: '', next: '' }];
  return regions.map((region) => ({ ...region, base: '' }));
}

/** What stands where the next version has the unit. */
function leaveBase({ regions, whole }: MergedUnit): MergeRegion[] {
  if (countConflicts(regions) > 0) return [{ ...whole, mine: '' }];
  return regions.flatMap((region) => (region.kind === 'merged' ? [{ ...region, text: '' }] : []));
}
