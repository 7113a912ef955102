import type { Literal } from '../app-spec.ts';
import type { LiteralSyntax } from '../syntax/ast.ts';
import type { ConditionPlace } from './condition-place.ts';
import { complain, type EntityInfo, type LinkContext, nearest } from './context.ts';
import { showLiteral } from './default-value.ts';
import { isDate, isDateTime, isTime } from './iso-text.ts';
import { toLiteral } from './literal.ts';
import { describeOperandType, type OperandType, type TypedOperand } from './operand-type.ts';
import { listNames } from '../../words/phrases.ts';

/** Reports a word that is not among the values of the enum on the left. */
export function reportUnknownValue(
  context: LinkContext,
  { scope, label }: ConditionPlace,
  left: TypedOperand,
  word: string,
  at: { readonly span: LiteralSyntax['span'] },
): void {
  if (left.type.kind !== 'enum') return;
  const near = nearest(context, word, left.type.values);
  complain(
    context,
    scope,
    'DZL107',
    at.span,
    `${label} compares ${left.label} with "${word}", which is not one of its values`,
    near === undefined ? `write one of: ${listNames(left.type.values)}` : `write "${near}"`,
  );
}

/** A linked literal as one value of a list. */
export function asListValue(linked: TypedOperand, syntax: LiteralSyntax): Literal {
  if (linked.operand.kind === 'enum') return { kind: 'name', value: linked.operand.value };
  return linked.operand.kind === 'literal' ? linked.operand.value : toLiteral(syntax);
}

/** A literal; beside an enum its text is a value, beside dates an ISO text is a date. */
export function linkLiteral(
  context: LinkContext,
  place: ConditionPlace,
  literal: LiteralSyntax,
  left: TypedOperand | null,
  inList = false,
): TypedOperand | null {
  const value = toLiteral(literal);
  const base = { label: showLiteral(literal), span: literal.span, nullable: false };
  const word = wordOf(literal);
  if (left?.type.kind === 'enum' && word !== null && !(literal.kind === 'null')) {
    if (left.type.values.includes(word)) {
      return { ...base, operand: { kind: 'enum', value: word }, type: left.type };
    }
    reportUnknownValue(context, place, left, word, literal);
    return null;
  }
  const operand = { kind: 'literal', value } as const;
  const typed: TypedOperand = { ...base, operand, type: typeOfLiteral(literal, left?.type ?? null) };
  if (!inList || left === null) return typed;
  return checkListValue(context, place, typed, left, literal);
}

function checkListValue(
  context: LinkContext,
  place: ConditionPlace,
  typed: TypedOperand,
  left: TypedOperand,
  literal: LiteralSyntax,
): TypedOperand | null {
  if (literal.kind === 'name' && left.type.kind === 'text') {
    complain(
      context,
      place.scope,
      'DZL176',
      literal.span,
      `${place.label} compares ${left.label} with "${literal.value}", which is a word without quotes`,
      `write "${literal.value}" in quotes`,
    );
    return null;
  }
  const loose = [typed.type.kind, left.type.kind];
  const alike =
    loose.includes('any') ||
    loose.includes('null') ||
    typed.type.kind === left.type.kind ||
    (loose.includes('date') && loose.includes('datetime')) ||
    (loose.includes('current_user') && left.type.kind === 'ref') ||
    (loose.includes('uuid') && left.type.kind === 'ref');
  if (alike) return typed;
  complain(
    context,
    place.scope,
    'DZL175',
    literal.span,
    `${left.label} is ${describeOperandType(left.type)} and cannot be ${typed.label}, ${describeOperandType(typed.type)}`,
    'list values of the same kind',
  );
  return null;
}

function wordOf(literal: LiteralSyntax): string | null {
  if (literal.kind === 'string' || literal.kind === 'name') return literal.value;
  return literal.kind === 'bool' ? String(literal.value) : null;
}

function typeOfLiteral(literal: LiteralSyntax, beside: OperandType | null): OperandType {
  if (literal.kind === 'string') {
    if (beside?.kind === 'date' || beside?.kind === 'datetime') {
      return isDate(literal.value) || isDateTime(literal.value) ? beside : { kind: 'text' };
    }
    if (beside?.kind === 'time' && isTime(literal.value)) return beside;
    return { kind: beside?.kind === 'ref' || beside?.kind === 'uuid' ? 'uuid' : 'text' };
  }
  if (literal.kind === 'name') return { kind: 'any' };
  if (literal.kind === 'number' && beside?.kind === 'ref' && hasNumberKey(beside.target)) return beside;
  return { kind: literal.kind };
}

function hasNumberKey(entity: EntityInfo | null): boolean {
  if (entity === null) return true;
  return [...entity.fields.values()].some(
    (field) =>
      field.type?.kind === 'int' && field.syntax.modifiers.some((modifier) => modifier.kind === 'pk'),
  );
}
