import type { Literal } from '../app-spec.ts';
import type { DottedSyntax, LiteralSyntax, OperandSyntax } from '../syntax/ast.ts';
import { linkAggregate } from './aggregate.ts';
import { complain, type EntityInfo, type LinkContext, nearest } from './context.ts';
import { showLiteral } from './default-value.ts';
import { followPath, isLostField } from './entity-index.ts';
import { isDate, isDateTime, isTime } from './iso-text.ts';
import { toLiteral } from './literal.ts';
import type { Scope } from './module.ts';
import { describeOperandType, type OperandType, type TypedOperand, typeOfField } from './operand-type.ts';
import { listNames } from '../../words/phrases.ts';

/** Where a condition stands: whose fields it reads, and how messages call it. */
export interface ConditionPlace {
  readonly scope: Scope;
  readonly entity: EntityInfo;
  /** `the scope for agent of surface ticket_list`. */
  readonly label: string;
}

const moments = ['today', 'yesterday', 'now'] as const;

/** The left side: a bare word is a field. Null where it was reported. */
export function linkLeft(
  context: LinkContext,
  place: ConditionPlace,
  syntax: OperandSyntax,
): TypedOperand | null {
  if (syntax.kind !== 'path') return linkPlain(context, place, syntax, null);
  return linkFieldPath(context, place, syntax.path);
}

/** The right side: a value of the left field's enum, then a field, then a moment. Null where it was reported. */
export function linkRight(
  context: LinkContext,
  place: ConditionPlace,
  syntax: OperandSyntax,
  left: TypedOperand,
): TypedOperand | null {
  if (syntax.kind !== 'path') return linkPlain(context, place, syntax, left);
  const { span } = syntax;
  const word = syntax.path.text;
  if (syntax.path.parts.length > 1) return linkFieldPath(context, place, syntax.path);
  if (left.type.kind === 'enum' && left.type.values.includes(word)) {
    return { operand: { kind: 'enum', value: word }, type: left.type, label: word, span, nullable: false };
  }
  if (place.entity.fields.has(word)) return linkFieldPath(context, place, syntax.path);
  const moment = moments.find((candidate) => candidate === word);
  if (moment !== undefined) {
    const type: OperandType = { kind: moment === 'now' ? 'datetime' : 'date' };
    return { operand: { kind: moment }, type, label: moment, span, nullable: false };
  }
  if (left.operand.kind === 'current_user' || left.type.kind === 'any') {
    const value: Literal = { kind: 'name', value: word };
    return { operand: { kind: 'literal', value }, type: { kind: 'any' }, label: word, span, nullable: false };
  }
  if (!isLostField(place.entity, word)) reportUnknownWord(context, place, syntax.path, left);
  return null;
}

function reportUnknownWord(
  context: LinkContext,
  place: ConditionPlace,
  path: DottedSyntax,
  left: TypedOperand,
): void {
  const { scope, entity } = place;
  const word = path.text;
  if (left.type.kind === 'enum') {
    reportUnknownValue(context, place, left, word, path);
    return;
  }
  const near = nearest(context, word, [...entity.fields.keys(), ...moments]);
  const quoted = left.type.kind === 'text' ? `write "${word}" in quotes` : undefined;
  complain(
    context,
    scope,
    'DZL176',
    path.span,
    `${place.label} compares ${left.label} with "${word}", which is not a field of entity ${entity.declaration.syntax.name.text}`,
    near === undefined
      ? (quoted ?? 'name a field, or write a value')
      : `write "${near}"${quoted === undefined ? '' : `, or ${quoted}`}`,
  );
}

function reportUnknownValue(
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

function linkFieldPath(context: LinkContext, place: ConditionPlace, path: DottedSyntax): TypedOperand | null {
  const found = followPath(context, place.scope, place.entity, path.parts, `${place.label} names`);
  if (found === null) return null;
  return {
    operand: { kind: 'field', path: path.parts.map((part) => part.text) },
    type: typeOfField(found.field),
    label: path.text,
    span: path.span,
    nullable: found.nullable,
  };
}

function linkPlain(
  context: LinkContext,
  place: ConditionPlace,
  syntax: Exclude<OperandSyntax, { kind: 'path' }>,
  left: TypedOperand | null,
): TypedOperand | null {
  const { span } = syntax;
  switch (syntax.kind) {
    case 'literal':
      return linkLiteral(context, place, syntax.value, left);
    case 'list': {
      const values: Literal[] = [];
      for (const value of syntax.values) {
        const linked = left === null ? null : linkLiteral(context, place, value, left, true);
        if (linked !== null) values.push(asListValue(linked, value));
      }
      return {
        operand: { kind: 'list', values },
        type: { kind: 'any' },
        label: 'the list',
        span,
        nullable: false,
      };
    }
    case 'current_user': {
      const path = syntax.path.map((part) => part.text);
      const type: OperandType = { kind: path.length === 0 ? 'current_user' : 'any' };
      const label = ['current_user', ...path].join('.');
      return { operand: { kind: 'current_user', path }, type, label, span, nullable: true };
    }
    case 'ago': {
      const operand = { kind: 'ago', amount: syntax.amount, unit: syntax.unit } as const;
      const type: OperandType = { kind: syntax.unit === 'days' ? 'date' : 'datetime' };
      return { operand, type, label: `${syntax.amount}_${syntax.unit}_ago`, span, nullable: false };
    }
    case 'elapsed': {
      const found = followPath(context, place.scope, place.entity, syntax.path.parts, `${place.label} names`);
      if (found === null) return null;
      const type = typeOfField(found.field);
      if (type.kind !== 'date' && type.kind !== 'datetime' && type.kind !== 'any') {
        complain(
          context,
          place.scope,
          'DZL175',
          syntax.path.span,
          `${syntax.measure} needs a date or datetime, and ${syntax.path.text} is ${describeOperandType(type)}`,
          'name a field of type date or datetime',
        );
        return null;
      }
      const path = syntax.path.parts.map((part) => part.text);
      return {
        operand: { kind: 'elapsed', measure: syntax.measure, path },
        type: { kind: 'number' },
        label: `${syntax.measure}(${syntax.path.text})`,
        span,
        nullable: found.nullable,
      };
    }
    case 'aggregate': {
      const linked = linkAggregate(
        context,
        { scope: place.scope, source: place.entity, label: place.label },
        syntax,
      );
      if (linked === null) return null;
      const { aggregate, type } = linked;
      return { operand: { kind: 'aggregate', aggregate }, type, label: syntax.measure, span, nullable: true };
    }
  }
}

function asListValue(linked: TypedOperand, syntax: LiteralSyntax): Literal {
  if (linked.operand.kind === 'enum') return { kind: 'name', value: linked.operand.value };
  return linked.operand.kind === 'literal' ? linked.operand.value : toLiteral(syntax);
}

/** A literal; beside an enum its text is a value, beside dates an ISO text is a date. */
function linkLiteral(
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
