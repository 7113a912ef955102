import { expressionText } from '../../code/expression.ts';
import type { Expression } from '../../code/expression.ts';
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
  const [old, own, fresh] = [base, mine, next].map(listParts) as [Expressions, Expressions, Expressions];
  const count = old.length;
  if (count === 0 || own.length !== count || fresh.length !== count) return undefined;
  let text = '';
  let at = mine.start;
  for (let index = 0; index < count; index++) {
    const part = own[index]!;
    const merged = mergeExpression(old[index]!, part, fresh[index]!);
    if (merged === undefined) return undefined;
    text += mine.source.slice(at, part.start) + merged;
    at = part.end;
  }
  return text + mine.source.slice(at, mine.end);
}

type Expressions = readonly Expression[];

/** The parts without the mark at the end that some write and others leave out. */
function listParts({ parts }: Expression): Expressions {
  return parts.at(-1)?.type === ';' ? parts.slice(0, -1) : parts;
}

/** The side that changed, where only one did; the user's layout where none did. */
function settleByPrint(base: Expression, mine: Expression, next: Expression): string | undefined {
  if (mine.print === next.print || next.print === base.print) {
    const own = expressionText(mine);
    return own === expressionText(base) && mine.print === next.print ? expressionText(next) : own;
  }
  return mine.print === base.print ? expressionText(next) : undefined;
}
