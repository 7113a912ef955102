import type { Condition } from '../condition.ts';
import type { ConditionSyntax, DottedSyntax, OperandSyntax } from '../syntax/ast.ts';
import { linkCondition } from './condition.ts';
import { findConstantTruth } from './constant-condition.ts';
import { complain, type EntityInfo, type LinkContext } from './context.ts';
import { createReport } from './report.ts';
import type { UxPlace } from './ux-place.ts';

/** A condition of an attention or a scope, with a warning where it is always true or always false. */
export function linkSafeCondition(
  context: LinkContext,
  place: UxPlace,
  syntax: ConditionSyntax,
  label: string,
): Condition | null {
  if (!place.isKnown) return null;
  const entity = chooseEntity(context, place, syntax, label);
  if (entity === null) {
    complain(
      context,
      place.scope,
      'DZL176',
      syntax.span,
      `${label} has a condition, but ${place.owner} has no ${place.isWorkspace ? 'region with a source' : 'entity'} whose fields it could read`,
      place.isWorkspace ? 'give a region a source' : 'add a line such as "uses entity Task"',
    );
    return null;
  }
  const condition = linkCondition(context, { scope: place.scope, entity, label }, syntax);
  const truth = condition === null ? null : findConstantTruth(condition, entity);
  if (truth !== null) {
    complain(
      context,
      place.scope,
      truth ? 'DZL191' : 'DZL192',
      syntax.span,
      `${label} is always ${truth}: ${truth ? 'it holds for every record' : 'no record can meet it'}`,
      truth
        ? 'narrow the condition, or write "all" for a scope'
        : 'loosen the condition; "or" and "in [...]" allow several values',
    );
  }
  return condition;
}

/** The entity whose fields the condition reads: in a workspace the first source that can answer all of it. */
function chooseEntity(
  context: LinkContext,
  place: UxPlace,
  syntax: ConditionSyntax,
  label: string,
): EntityInfo | null {
  const { entities } = place;
  if (entities.length < 2) return entities[0] ?? null;
  const first = leftField(syntax)?.parts[0]?.text;
  const candidates = entities.filter((entity) => first === undefined || entity.fields.has(first));
  if (candidates.length < 2) return candidates[0] ?? entities[0]!;
  const isAnswered = (entity: EntityInfo): boolean => {
    const quiet = { ...context, report: createReport() };
    return linkCondition(quiet, { scope: place.scope, entity, label }, syntax) !== null;
  };
  return candidates.find(isAnswered) ?? candidates[0]!;
}

function leftField(syntax: ConditionSyntax): DottedSyntax | undefined {
  if (syntax.kind === 'not') return leftField(syntax.part);
  if (syntax.kind !== 'compare') {
    for (const part of syntax.parts) {
      const found = leftField(part);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return pathOf(syntax.left) ?? pathOf(syntax.right);
}

function pathOf(operand: OperandSyntax): DottedSyntax | undefined {
  return operand.kind === 'path' || operand.kind === 'elapsed' ? operand.path : undefined;
}
