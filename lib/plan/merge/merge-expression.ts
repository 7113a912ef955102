import { expressionText } from './expression.ts';
import type { Expression } from './expression.ts';
import { mergeList } from './merge-list.ts';

/**
 * Merges three versions of an expression within a line: lists by element, the rest part by part. What the user laid
 * out anew stays so in the parts that the next version leaves alone.
 *
 * Gives text edited from the user's own, or undefined where both sides changed the same part.
 */
export function mergeExpression(base: Expression, mine: Expression, next: Expression): string | undefined {
  const settled = settleByPrint(base, mine, next);
  const isLaidOut = mine.print === base.print && expressionText(mine) !== expressionText(base);
  if (settled !== undefined && !(isLaidOut && next.print !== base.print)) return settled;
  return mergeParts(base, mine, next) ?? settled;
}

function mergeParts(base: Expression, mine: Expression, next: Expression): string | undefined {
  if (base.type !== mine.type || base.type !== next.type) return undefined;
  if (base.items && mine.items && next.items) return mergeList(base, mine, next, mergeExpression);
  const count = base.parts.length;
  if (count === 0 || mine.parts.length !== count || next.parts.length !== count) return undefined;
  let text = '';
  let at = mine.start;
  for (let index = 0; index < count; index++) {
    const own = mine.parts[index]!;
    const merged = mergeExpression(base.parts[index]!, own, next.parts[index]!);
    if (merged === undefined) return undefined;
    text += mine.source.slice(at, own.start) + merged;
    at = own.end;
  }
  return text + mine.source.slice(at, mine.end);
}

/** The side that changed, where only one did; the user's layout where none did. */
function settleByPrint(base: Expression, mine: Expression, next: Expression): string | undefined {
  if (mine.print === next.print || next.print === base.print) {
    const own = expressionText(mine);
    return own === expressionText(base) && mine.print === next.print ? expressionText(next) : own;
  }
  return mine.print === base.print ? expressionText(next) : undefined;
}
