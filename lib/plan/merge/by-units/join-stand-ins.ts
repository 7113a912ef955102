import { namePattern } from '../../code/line-names.ts';
import { countShared } from '../../group-by.ts';
import type { MergeRegion } from '../regions.ts';

type Conflict = Extract<MergeRegion, { kind: 'conflict' }>;

/**
 * Joins a unit that the user took out and the next version changed with the new unit of the user's beside it that holds most of
 * the same words: a line that was wrapped and edited is the user's side of the conflict, not an addition of theirs. Otherwise
 * taking the next version would leave both in the file.
 */
export function joinStandIns(regions: readonly MergeRegion[]): MergeRegion[] {
  const joined: MergeRegion[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    const both = last && (joinPair(last, region) ?? joinPair(region, last));
    if (both === undefined) joined.push(region);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function joinPair(added: MergeRegion, taken: MergeRegion): Conflict | undefined {
  if (added.kind === 'conflict' || added.base !== '' || taken.kind === 'merged') return undefined;
  const isTakenOut = taken.mine === '' && taken.base !== '' && taken.next !== '';
  return isTakenOut && holdsMost(added.text, taken.base) ? { ...taken, mine: added.text } : undefined;
}

/** Claims that a text holds more than half of another's words, and of which at least two. */
function holdsMost(text: string, other: string): boolean {
  const words = other.match(namePattern) ?? [];
  const held = countShared(words, text.match(namePattern) ?? []);
  return held >= 2 && held > words.length / 2;
}
