import type { LeftName } from '../follow/index.ts';
import { writeInStyle } from '../lines/text-style.ts';
import type { TextStyle } from '../lines/text-style.ts';

/**
 * One stretch of a merged file, in whole lines that end in LF.
 *
 * A merged stretch holds the lines to write (`text`) and the next version's own lines there (`base`, what
 * the baseline becomes). A conflict holds the three versions; `label` names the unit it lies in, where known.
 */
export type MergeRegion =
  | { readonly kind: 'merged'; readonly text: string; readonly base: string }
  | {
      readonly kind: 'conflict';
      readonly base: string;
      readonly mine: string;
      readonly next: string;
      readonly label?: string;
    };

/** What a merge gives: regions in file order, and how the user's file spells its lines. */
export interface MergeOutcome {
  /** Whether lines were enough, or the structure of the file was needed. */
  readonly mergedBy: 'line' | 'structure';
  readonly regions: readonly MergeRegion[];
  /** How many regions are conflicts; 0 means that the merge is clean. */
  readonly conflicts: number;
  /** Why a guard refused a merge that looked clean. */
  readonly reason?: string;
  /** Byte order mark, line endings and last newline to write with. */
  readonly style: TextStyle;
  /** The style of the next version, which the baseline keeps. */
  readonly baseStyle: TextStyle;
  /** The style of the old base, which the baseline keeps where its end is unsettled. */
  readonly oldBaseStyle?: TextStyle;
  /** Where a rename is carried out: lines of the user's own that still say an old name. */
  readonly left?: readonly LeftName[];
  /** The user's text does not parse: names in their own lines were left alone. */
  readonly isUnread?: boolean;
}

/** What to put in place of a conflict: one side, both (mine first), or text of the caller's own in LF lines. */
export type ConflictChoice = 'mine' | 'next' | 'both' | { readonly text: string };

/** The words behind the markers of a conflict. */
interface MarkerLabels {
  readonly mine: string;
  readonly base: string;
  readonly next: string;
}

/** What dazzle writes behind its conflict markers; by the last one it knows its own. */
export const markerLabels: MarkerLabels = {
  mine: 'mine',
  base: 'written by dazzle last time',
  next: 'dazzle',
};

type Conflict = Extract<MergeRegion, { kind: 'conflict' }>;

/** Joins regions to the text for the user's file; `pick` settles each conflict, by its index among the conflicts. */
export function joinRegions(
  outcome: MergeOutcome,
  pick: ConflictChoice | ((index: number, conflict: Conflict) => ConflictChoice),
): string {
  return writeInStyle(
    concatRegions(outcome.regions, (conflict, index) =>
      chosenText(conflict, typeof pick === 'function' ? pick(index, conflict) : pick),
    ),
    outcome.style,
  );
}

/**
 * Joins regions to the new baseline text while conflicts wait for later: the next version's lines where
 * merged, the old base where in conflict, so that building again lists the same conflicts.
 *
 * @param settled tells which conflicts (by index) are settled; their base is the next version's
 */
export function joinBase(outcome: MergeOutcome, settled: (index: number) => boolean = () => false): string {
  let index = 0;
  let isOld = false;
  const lines = outcome.regions.map((region) => {
    isOld = region.kind === 'conflict' && !settled(index++);
    return region.kind === 'conflict' && !isOld ? region.next : region.base;
  });
  const { baseStyle, oldBaseStyle } = outcome;
  const { lastNewline } = (isOld && oldBaseStyle) || baseStyle;
  return writeInStyle(lines.join(''), { ...baseStyle, lastNewline });
}

/** Joins regions with git's diff3-style markers around each conflict. */
export function joinMarkers(outcome: MergeOutcome, labels = markerLabels): string {
  return writeInStyle(
    concatRegions(outcome.regions, (conflict) => markHunk(conflict, labels)),
    outcome.style,
  );
}

/** One conflict between git's diff3-style markers, in LF lines. */
export function markHunk({ mine, base, next }: Conflict, labels = markerLabels): string {
  return (
    `<<<<<<< ${labels.mine}\n${mine}||||||| ${labels.base}\n${base}` +
    `=======\n${next}>>>>>>> ${labels.next}\n`
  );
}

/** Joins neighbouring merged regions and drops empty ones. */
export function compactRegions(regions: readonly MergeRegion[]): MergeRegion[] {
  const compact: MergeRegion[] = [];
  for (const region of regions) {
    const last = compact.at(-1);
    if (region.kind === 'merged' && last?.kind === 'merged') {
      compact[compact.length - 1] = {
        kind: 'merged',
        text: last.text + region.text,
        base: last.base + region.base,
      };
    } else if (region.kind === 'conflict' || region.text !== '' || region.base !== '') {
      compact.push(region);
    }
  }
  return compact;
}

/** Counts the conflicts among regions. */
export function countConflicts(regions: readonly MergeRegion[]): number {
  return regions.filter((region) => region.kind === 'conflict').length;
}

/** Joins regions in LF lines, settling each conflict by `settle`. */
export function concatRegions(
  regions: readonly MergeRegion[],
  settle: (conflict: Conflict, index: number) => string,
): string {
  let index = 0;
  return regions.map((region) => (region.kind === 'merged' ? region.text : settle(region, index++))).join('');
}

/** What the user's file and the base become while every conflict waits. */
export function keepMine(regions: readonly MergeRegion[]): { mine: string; base: string } {
  return {
    mine: concatRegions(regions, ({ mine }) => mine),
    base: regions.map(({ base }) => base).join(''),
  };
}

function chosenText(conflict: Conflict, choice: ConflictChoice): string {
  if (typeof choice === 'object')
    return choice.text === '' || choice.text.endsWith('\n') ? choice.text : `${choice.text}\n`;
  if (choice === 'both') return conflict.mine + conflict.next;
  return conflict[choice];
}
