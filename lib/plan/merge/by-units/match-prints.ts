import { tokenSeparator } from '../../code/expression.ts';
import type { LineMatch } from '../../lines/match-lines.ts';
import { shareOfTokens } from '../outlines/unit.ts';

/** What matching by tokens needs of a unit. */
interface Printed {
  readonly likeness?: string;
  readonly print?: string;
}

/** Beyond so many possible pairs none is looked for. */
export const pairLimit = 400;

/**
 * Pairs units in order so that the pairs share as many tokens as possible: where two statements became one, it is paired
 * with the one that it has most of.
 *
 * Returns undefined where no two share most of theirs, or where there are too many.
 */
export function matchPrints(a: readonly Printed[], b: readonly Printed[]): LineMatch[] | undefined {
  if (a.length * b.length === 0 || a.length * b.length > pairLimit) return undefined;
  const shares = a.map((one) => b.map((other) => shareOf(one, other)));
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const share = shares[i]![j]!;
      const paired = share > 0 ? share + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  if (best[0]![0] === 0) return undefined;
  const matches: LineMatch[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    const share = shares[i]![j]!;
    if (share > 0 && best[i]![j] === share + best[i + 1]![j + 1]!) matches.push([i++, j++, 1]);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return matches;
}

/** The share of tokens of two units that are alike, 0 where it is less than half; more where both begin alike. */
function shareOf(one: Printed, other: Printed): number {
  if (one.likeness !== other.likeness || one.print === undefined || other.print === undefined) return 0;
  const share = shareOfTokens(one.print, other.print);
  if (share <= 0.5) return 0;
  const [first, second] = [one, other].map(({ print }) => print!.split(tokenSeparator, 1)[0]);
  return first === second ? share + 1 : share;
}
