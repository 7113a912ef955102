import type { FieldSpec, FieldType } from '../../spec/app-spec.ts';
import { fieldKinds } from '../fields/field-kinds.ts';
import { sampleShapes } from '../fields/sample-shapes.ts';
import { maxLength } from '../fields/field-limits.ts';
import type { FieldRules } from './field-rules.ts';
import { conversionOf, isNumeric, numberOf, textOf, tooManyDigits } from './value-conditions.ts';
import type { Misfit, RowsDialect } from './value-conditions.ts';

/**
 * Claims that no single value can fill the field in all existing rows: it is a required ref, or required and
 * unique, and has no default.
 */
export function lacksValue({ type, unique, nullable, default: value, auto }: FieldSpec): boolean {
  const needsOwn = type.kind === 'ref' || (unique && type.kind !== 'many');
  return needsOwn && !nullable && value === null && auto === null && type.kind !== 'bool';
}

/**
 * The value, in words, that a migration gives to rows without one: the field's default, else the empty value
 * of its type (`""`, `0` or the nearest bound, the first choice of an enum).
 */
export function valueForRows({ type, default: value, min, max }: FieldSpec): string {
  if (value !== null) {
    if (value.kind === 'now' || value.kind === 'today') return 'the time of the migration';
    return value.kind === 'number' ? value.text : JSON.stringify(value.value);
  }
  if (type.kind === 'enum') return JSON.stringify(type.values[0]);
  const { bounds, samples } = fieldKinds[type.kind];
  const { empty } = sampleShapes[samples];
  if (bounds !== 'value') return empty;
  return min !== null && Number(min) > 0 ? min : max !== null && Number(max) < 0 ? max : empty;
}

/**
 * The field's type in words where values of its former type are never converted to it; null where they may
 * be. A ref or many whose target table changed keeps its type here: its keys are checked against the new
 * table instead.
 */
export function lostType({ type }: FieldSpec, former: FieldRules): string | null {
  const isLink = (kind: FieldType['kind']): boolean => kind === 'ref' || kind === 'many';
  if (type.kind === former.type.kind) return null;
  const isLost = isLink(type.kind) || isLink(former.type.kind);
  return isLost || conversionOf(former.type.kind, type.kind) === null ? typeName(type) : null;
}

/**
 * The SQL conditions that are true for values that do not fit the field's rules as far as these changed since
 * the last build. `value` is the column as an SQL expression. Empty for refs and many.
 */
export function misfitsOf(
  dialect: RowsDialect,
  field: FieldSpec,
  former: FieldRules,
  value: string,
): Misfit[] {
  const { type } = field;
  const before = former.type;
  if (type.kind === 'ref' || type.kind === 'many') return [];
  const misfits: Misfit[] = [];
  const converted = conversionOf(before.kind, type.kind)?.(dialect, value) ?? null;
  if (converted !== null) misfits.push(converted);
  const length = maxLength(field);
  const formerLength = before.kind === 'enum' ? 0 : maxLength({ ...field, type: before });
  if (length !== null && (formerLength === null || length < formerLength)) {
    misfits.push({
      condition: `length(${textOf(value)}) > ${length}`,
      reason: `longer than ${length} ${length === 1 ? 'character' : 'characters'}`,
    });
  }
  // Text that is no number is reported once, and PostgreSQL fails where it casts such text to a number.
  const isGuarded = converted !== null && !isNumeric(before.kind);
  const guard = (condition: string): string =>
    isGuarded ? `case when ${converted.condition} then false else ${condition} end` : condition;
  if (type.kind === 'decimal' && !holdsAll(type, before)) {
    const { condition, reason } = tooManyDigits(value, type.precision, type.scale);
    misfits.push({ condition: guard(condition), reason });
  }
  if (isNumeric(type.kind)) {
    const isNew = !isNumeric(before.kind);
    const { min, max } = field;
    if (min !== null && (isNew || former.min === undefined || Number(min) > Number(former.min)))
      misfits.push({ condition: guard(`${numberOf(value)} < ${min}`), reason: `less than ${min}` });
    if (max !== null && (isNew || former.max === undefined || Number(max) < Number(former.max)))
      misfits.push({ condition: guard(`${numberOf(value)} > ${max}`), reason: `more than ${max}` });
  }
  if (type.kind === 'enum') {
    const lost = before.kind === 'enum' ? before.values.filter((each) => !type.values.includes(each)) : null;
    const list = type.values.map((each) => `'${each}'`).join(', ');
    if (lost === null || lost.length > 0) {
      const reason =
        lost === null ? `none of ${type.values.join(', ')}` : `${lost.join(' or ')} is no choice any more`;
      misfits.push({ condition: `${textOf(value)} not in (${list})`, reason });
    }
  }
  return misfits;
}

function holdsAll(type: FieldType & { kind: 'decimal' }, before: FieldType): boolean {
  if (before.kind !== 'decimal') return false;
  return type.scale >= before.scale && type.precision - type.scale >= before.precision - before.scale;
}

/** A type as a person calls it: `decimal(8,2)`, `ref User`. */
export function typeName(type: FieldType): string {
  switch (type.kind) {
    case 'str':
      return `str(${type.maxLength})`;
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'ref':
    case 'many':
      return `${type.kind} ${type.entity}`;
    default:
      return type.kind;
  }
}
