import { tokenSeparator } from '../../code/expression.ts';
import { longestRise } from '../../lines/longest-rise.ts';
import type { Unit } from '../outlines/unit.ts';

/**
 * Guards the order of a merge: what a side placed before something else still stands before it, unless the other
 * side moved one of the two.
 *
 * Looks at what occurs once in each version: tokens, and runs of three. Returns what stands elsewhere, or undefined.
 */
export function findDisplaced(base: Unit, mine: Unit, next: Unit, result: Unit): string | undefined {
  const [inBase, inMine, inNext, inResult] = [base, mine, next, result].map(markPlaces) as [
    Places,
    Places,
    Places,
    Places,
  ];
  return displacedFrom(inMine, inNext, inBase, inResult) ?? displacedFrom(inNext, inMine, inBase, inResult);
}

/** Where each mark that occurs once stands; `severalTimes` for one that occurs more often. */
type Places = ReadonlyMap<string, number>;

const severalTimes = -1;

function markPlaces({ print }: Unit): Places {
  const places = new Map<string, number>();
  const note = (mark: string, at: number): void =>
    void places.set(mark, places.has(mark) ? severalTimes : at);
  const tokens = print
    .split(tokenSeparator)
    .filter((token) => token !== '' && token !== ',' && token !== ';');
  tokens.forEach((token, at) => {
    note(token, at);
    if (at >= 2) note(`${tokens[at - 2]}\n${tokens[at - 1]}\n${token}`, at);
  });
  return places;
}

/** Claims that a mark occurs in both places, and no more than once in any version. */
function isOne(mark: string, [here, there]: readonly [Places, Places], others: readonly Places[]): boolean {
  const isOnce = (places: Places): boolean => (places.get(mark) ?? severalTimes) !== severalTimes;
  return isOnce(here) && isOnce(there) && others.every((places) => places.get(mark) !== severalTimes);
}

function displacedFrom(side: Places, other: Places, base: Places, result: Places): string | undefined {
  const shared = [...side.keys()].filter((mark) => isOne(mark, [side, result], [base, other]));
  const places = shared.map((mark) => result.get(mark)!);
  const kept = longestRise(places);
  if (kept.size === shared.length) return undefined;
  const moved = movedMarks(base, other);
  /** The nearest marks around an addition of the side that the other side has too. */
  const anchorsOf = (at: number): string[] => {
    if (other.has(shared[at]!)) return [shared[at]!];
    return [
      shared.slice(0, at).findLast((mark) => other.has(mark)),
      shared.slice(at + 1).find((mark) => other.has(mark)),
    ].filter((mark) => mark !== undefined);
  };
  const isExplained = (first: number, last: number): boolean => {
    if (moved.has(shared[first]!) || moved.has(shared[last]!)) return true;
    return anchorsOf(first).some((one) =>
      anchorsOf(last).some((another) => one !== another && other.get(one)! > other.get(another)!),
    );
  };
  for (const [at, mark] of shared.entries()) {
    if (kept.has(at)) continue;
    for (const still of kept) {
      const [first, last] = still < at ? [still, at] : [at, still];
      if (places[first]! > places[last]! && !isExplained(first, last)) return mark.split('\n')[0];
    }
  }
  return undefined;
}

/** What a side put elsewhere than the base has it. */
function movedMarks(base: Places, side: Places): ReadonlySet<string> {
  const shared = [...base.keys()].filter((mark) => isOne(mark, [base, side], []));
  const kept = longestRise(shared.map((mark) => side.get(mark)!));
  return new Set(shared.filter((_, at) => !kept.has(at)));
}
