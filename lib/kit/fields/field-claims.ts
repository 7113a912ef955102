import type { DefaultValue, FieldSpec } from '../../spec/app-spec.ts';
import { inWords } from '../../words/phrases.ts';
import { fieldKind } from './field-kinds.ts';

/** Claims that the application fills the field in: `auto_*`, or a generated primary key (uuid, int). */
export function isGenerated(field: FieldSpec): boolean {
  return field.auto !== null || isGeneratedKey(field);
}

/** Claims that the field is a primary key that is generated (uuid, int), so that nobody enters it. */
export function isGeneratedKey(field: FieldSpec): boolean {
  return field.primaryKey && fieldKind(field).key !== 'text';
}

/** Claims that a form must ask for the field: it is required, and nothing else gives it a value. */
export function isRequiredInput(field: FieldSpec): boolean {
  return (
    (field.required || field.primaryKey) &&
    !isGenerated(field) &&
    fieldKind(field).input !== 'checkbox' &&
    field.default === null
  );
}

/** Claims that an input of the field is never empty: it is required, or a select without an empty option. */
export function isNeverEmptyInput(field: FieldSpec): boolean {
  return isRequiredInput(field) || (fieldKind(field).input === 'select' && !field.nullable);
}

/**
 * The value that a record gets in the field where none is given: its default, or false for a `bool` without
 * one; null where there is no default.
 */
export function defaultOf(field: FieldSpec): DefaultValue | null {
  const isUnchecked = field.default === null && fieldKind(field).storage === 'boolean';
  return isUnchecked ? { kind: 'bool', value: false } : field.default;
}

/** Claims that a record always has a value of the field. */
export function isNeverEmpty(field: FieldSpec): boolean {
  return !field.nullable || field.primaryKey;
}

/** An enum's values with their labels, in the order declared; null for other types. */
export function choicesOf(field: FieldSpec): readonly { value: string; label: string }[] | null {
  if (field.type.kind !== 'enum') return null;
  return field.type.values.map((value) => ({ value, label: inWords(value) }));
}

/** The entity that a `ref` or `many` refers to; null for other types. */
export function targetOf(field: FieldSpec): string | null {
  return field.type.kind === 'ref' || field.type.kind === 'many' ? field.type.entity : null;
}
