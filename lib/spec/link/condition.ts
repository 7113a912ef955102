import type { Condition } from '../condition.ts';
import type { ConditionSyntax } from '../syntax/ast.ts';
import { findMismatch } from './comparable.ts';
import { complain, type LinkContext } from './context.ts';
import { type ConditionPlace, linkLeft, linkRight } from './operand.ts';

/** A condition over the records of one entity; null where a part of it was reported. */
export function linkCondition(
  context: LinkContext,
  place: ConditionPlace,
  syntax: ConditionSyntax,
): Condition | null {
  if (syntax.kind === 'not') {
    const part = linkCondition(context, place, syntax.part);
    return part === null ? null : { kind: 'not', part };
  }
  if (syntax.kind !== 'compare') {
    const parts = syntax.parts.map((part) => linkCondition(context, place, part));
    const known = parts.filter((part) => part !== null);
    return known.length < parts.length ? null : { kind: syntax.kind, parts: known };
  }
  const left = linkLeft(context, place, syntax.left);
  if (left === null) return null;
  const right = linkRight(context, place, syntax.right, left);
  if (right === null) return null;
  const mismatch = findMismatch(left, syntax.operator, right);
  if (mismatch !== null) {
    complain(
      context,
      place.scope,
      'DZL175',
      syntax.span,
      `${place.label} cannot be checked: ${mismatch.message}`,
      mismatch.fix,
    );
    return null;
  }
  return { kind: 'compare', left: left.operand, operator: syntax.operator, right: right.operand };
}
