import type { Aggregate, Condition, Expression } from '../condition.ts';
import type {
  AggregateSyntax,
  ConditionSyntax,
  DottedSyntax,
  ExpressionSyntax,
  NameSyntax,
} from '../syntax/ast.ts';
import { complain, type EntityInfo, type LinkContext, lookUp, reportUnresolved } from './context.ts';
import type { ConditionPlace } from './condition-place.ts';
import { findField, followPath, isLostField } from './entity-index.ts';
import type { Scope } from './module.ts';
import { describeOperandType, type OperandType, typeOfField } from './operand-type.ts';
import { resolveName } from './resolve-name.ts';

/** Where an aggregate stands; `source` is the entity whose rows bare names and `*` mean, null where there is none. */
export interface AggregatePlace {
  readonly scope: Scope;
  readonly source: EntityInfo | null;
  readonly label: string;
}

/** Links the condition behind `where`; handed in, because conditions hold aggregates in turn. */
export type LinkWhere = (
  context: LinkContext,
  place: ConditionPlace,
  syntax: ConditionSyntax,
) => Condition | null;

/** An aggregate with the type of its result; null where it was reported. */
export function linkAggregate(
  context: LinkContext,
  place: AggregatePlace,
  syntax: AggregateSyntax,
  linkWhere: LinkWhere,
): { aggregate: Aggregate; type: OperandType } | null {
  const { measure, distinct, argument } = syntax;
  const subject = `${measure}(${argument?.text ?? '*'}) in ${place.label}`;
  let rows = place.source;
  let entity: EntityInfo | null = null;
  let path: readonly NameSyntax[] = [];
  if (argument !== null) {
    const found = splitArgument(context, place, argument, subject);
    if (found === null) return null;
    entity = found.entity;
    path = found.path;
    rows = entity ?? rows;
  }
  if (rows === null) {
    complain(
      context,
      place.scope,
      'DZL177',
      syntax.span,
      `${subject} has no source whose rows it could take`,
      'name an entity, as in count(Ticket), or give the region a source',
    );
    return null;
  }
  const type = path.length > 0 ? typeOfPath(context, place, rows, path, subject) : null;
  const where =
    syntax.where === null
      ? null
      : linkWhere(context, { scope: place.scope, entity: rows, label: subject }, syntax.where);
  if ((path.length > 0 && type === null) || (where === null && syntax.where !== null)) return null;
  if (!checkMeasure(context, place, syntax, subject, type)) return null;
  return {
    aggregate: {
      measure,
      distinct,
      entity: entity?.declaration.name ?? null,
      path: path.length === 0 ? null : path.map((part) => part.text),
      where,
    },
    type: measure === 'min' || measure === 'max' ? (type ?? { kind: 'any' }) : { kind: 'number' },
  };
}

/** A field of the source first, then an entity, with or without a path of fields behind it. */
function splitArgument(
  context: LinkContext,
  place: AggregatePlace,
  argument: DottedSyntax,
  subject: string,
): { entity: EntityInfo | null; path: readonly NameSyntax[] } | null {
  const { parts } = argument;
  if (place.source?.fields.has(parts[0]!.text)) return { entity: null, path: parts };
  for (let length = parts.length; length > 0; length--) {
    const head = takeParts(argument, length);
    const declaration = lookUp(context, place.scope, 'entity', head);
    const entity = declaration === null ? undefined : context.entities.get(declaration);
    if (entity !== undefined) return { entity, path: parts.slice(length) };
  }
  if (place.source !== null && isLostField(place.source, parts[0]!.text)) return null;
  const looksLikeField = place.source !== null && /^[a-z]/.test(parts[0]!.text);
  if (looksLikeField) {
    findField(context, place.scope, place.source, parts[0]!, `${subject} names`);
    return null;
  }
  const head = takeParts(argument, 1);
  const resolution = resolveName(context.modules, place.scope, 'entity', head);
  reportUnresolved(context, place.scope, ['entity'], head, resolution, `${place.label} counts`, 'DZL105');
  return null;
}

function takeParts(dotted: DottedSyntax, length: number): DottedSyntax {
  const parts = dotted.parts.slice(0, length);
  const span = { start: parts[0]!.span.start, end: parts.at(-1)!.span.end };
  return { text: parts.map((part) => part.text).join('.'), parts, span };
}

function typeOfPath(
  context: LinkContext,
  place: AggregatePlace,
  rows: EntityInfo,
  path: readonly NameSyntax[],
  subject: string,
): OperandType | null {
  const found = followPath(context, place.scope, rows, path, `${subject} names`);
  return found === null ? null : typeOfField(found.field);
}

function checkMeasure(
  context: LinkContext,
  place: AggregatePlace,
  syntax: AggregateSyntax,
  subject: string,
  type: OperandType | null,
): boolean {
  const { measure } = syntax;
  if (measure === 'count') return true;
  const say = (message: string, fix: string): false => {
    complain(context, place.scope, 'DZL177', syntax.span, message, fix);
    return false;
  };
  if (type === null) {
    return say(
      `${subject} does not say of which field`,
      `name a field, as in ${measure}(${syntax.argument?.text ?? 'Order'}.amount)`,
    );
  }
  const wanted =
    measure === 'min' || measure === 'max'
      ? ['number', 'date', 'datetime', 'time', 'enum', 'text', 'any']
      : ['number', 'any'];
  if (wanted.includes(type.kind)) return true;
  const fix =
    measure === 'sum' || measure === 'avg'
      ? 'name a field of numbers, or count the rows'
      : 'name a field that can be ordered';
  return say(`${subject} is over ${describeOperandType(type)}`, fix);
}

/** The arithmetic of one `aggregate:` line; null where it was reported. */
export function linkExpression(
  context: LinkContext,
  place: AggregatePlace,
  syntax: ExpressionSyntax,
  linkWhere: LinkWhere,
): Expression | null {
  switch (syntax.kind) {
    case 'number':
      return { kind: 'number', value: syntax.value.value, text: syntax.value.text };
    case 'arithmetic': {
      const left = linkNumeric(context, place, syntax.left, syntax.operator, linkWhere);
      const right = linkNumeric(context, place, syntax.right, syntax.operator, linkWhere);
      return left === null || right === null
        ? null
        : { kind: 'arithmetic', operator: syntax.operator, left, right };
    }
    case 'round': {
      const value = linkNumeric(context, place, syntax.value, 'round', linkWhere);
      return value === null ? null : { kind: 'round', value, digits: syntax.digits?.value ?? 0 };
    }
    case 'aggregate': {
      const linked = linkAggregate(context, place, syntax, linkWhere);
      return linked === null ? null : { kind: 'aggregate', aggregate: linked.aggregate };
    }
    case 'name':
      return linkBareField(context, place, syntax.name);
  }
}

function linkBareField(context: LinkContext, place: AggregatePlace, name: NameSyntax): Expression | null {
  if (place.source === null) {
    complain(
      context,
      place.scope,
      'DZL177',
      name.span,
      `${place.label} names "${name.text}", but the region has no source`,
      `write a function over an entity, as in count(Ticket), or give the region a source`,
    );
    return null;
  }
  const field = findField(context, place.scope, place.source, name, `${place.label} names`);
  return field === null ? null : { kind: 'field', field: name.text };
}

/** A part of arithmetic, which has to be a number. */
function linkNumeric(
  context: LinkContext,
  place: AggregatePlace,
  syntax: ExpressionSyntax,
  operator: string,
  linkWhere: LinkWhere,
): Expression | null {
  const linked = linkExpression(context, place, syntax, linkWhere);
  if (linked === null) return null;
  let type: OperandType = { kind: 'number' };
  if (linked.kind === 'field') type = typeOfField(place.source!.fields.get(linked.field)!);
  if (linked.kind === 'aggregate' && syntax.kind === 'aggregate')
    type = typeOfAggregate(context, place, linked.aggregate);
  if (type.kind === 'number' || type.kind === 'any') return linked;
  complain(
    context,
    place.scope,
    'DZL175',
    syntax.span,
    `${place.label} cannot be computed: "${operator}" needs numbers, and this is ${describeOperandType(type)}`,
    'compute with fields of numbers, or with count',
  );
  return null;
}

function typeOfAggregate(context: LinkContext, place: AggregatePlace, aggregate: Aggregate): OperandType {
  if (aggregate.path === null || (aggregate.measure !== 'min' && aggregate.measure !== 'max'))
    return { kind: 'number' };
  let owner = place.source;
  if (aggregate.entity !== null) {
    owner = [...context.entities.values()].find((info) => info.declaration.name === aggregate.entity) ?? null;
  }
  let type: OperandType = { kind: 'any' };
  for (const part of aggregate.path) {
    const field = owner?.fields.get(part);
    if (field === undefined) return { kind: 'any' };
    type = typeOfField(field);
    owner = field.target;
  }
  return type;
}
