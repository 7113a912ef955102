import type { Literal } from '../app-spec.ts';
import type { Condition } from '../condition.ts';
import type { ConditionSyntax, DottedSyntax, OperandSyntax } from '../syntax/ast.ts';
import { linkAggregate } from './aggregate.ts';
import { findMismatch } from './comparable.ts';
import type { ConditionPlace } from './condition-place.ts';
import { complain, type LinkContext, nearest } from './context.ts';
import { followPath, isLostField } from './entity-index.ts';
import { asListValue, linkLiteral, reportUnknownValue } from './operand-literal.ts';
import { describeOperandType, type OperandType, type TypedOperand, typeOfField } from './operand-type.ts';

const moments = ['today', 'yesterday', 'now'] as const;

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

/** The left side: a bare word is a field. Null where it was reported. */
function linkLeft(context: LinkContext, place: ConditionPlace, syntax: OperandSyntax): TypedOperand | null {
  if (syntax.kind !== 'path') return linkPlain(context, place, syntax, null);
  return linkFieldPath(context, place, syntax.path);
}

/** The right side: a value of the left field's enum, then a field, then a moment. Null where it was reported. */
function linkRight(
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
        linkCondition,
      );
      if (linked === null) return null;
      const { aggregate, type } = linked;
      return { operand: { kind: 'aggregate', aggregate }, type, label: syntax.measure, span, nullable: true };
    }
  }
}
