import { tokenSeparator } from '../../code/expression.ts';
import { countEach } from '../../group-by.ts';
import { shareOfTokens } from '../outlines/unit.ts';
import type { Keyed } from './keyed.ts';
import { pairLimit } from './match-prints.ts';

/**
 * Pairs elements without a name that a side moved and changed: those that share most of their tokens, and at least one token
 * that nothing else on either side has. An element that fits two others is paired with neither.
 *
 * @param left the places in the base of what the side does not have
 * @param added the places in the side of what the base does not have
 */
export function pairFar<T extends Keyed>(
  base: readonly T[],
  left: readonly number[],
  side: readonly T[],
  added: readonly number[],
): [number, number][] {
  if (left.length * added.length === 0 || left.length * added.length > pairLimit) return [];
  const [ownOfBase, ownOfSide] = [base, side].map(ownTokens) as [OwnTokens, OwnTokens];
  const found = left.flatMap((at) =>
    added.flatMap((place): [number, number][] => {
      const [one, other] = [base[at]!, side[place]!];
      if (one.likeness !== other.likeness || shareOfTokens(one.print!, other.print!) <= 0.5) return [];
      const own = ownOfSide(place);
      return [...ownOfBase(at)].some((token) => own.has(token)) ? [[at, place]] : [];
    }),
  );
  const isSole = (index: 0 | 1, pair: readonly number[]): boolean =>
    found.filter((other) => other[index] === pair[index]).length === 1;
  return found.filter((pair) => isSole(0, pair) && isSole(1, pair));
}

type OwnTokens = (at: number) => ReadonlySet<string>;

/** Tells the tokens that only one of the elements has. */
function ownTokens(elements: readonly Keyed[]): OwnTokens {
  const tokens = elements.map(({ print = '' }) => new Set(print.split(tokenSeparator)));
  const counts = countEach(tokens.flatMap((each) => [...each]));
  return (at) => new Set([...tokens[at]!].filter((token) => counts.get(token) === 1));
}
