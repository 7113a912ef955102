import type { DefaultValue, FieldSpec } from '../../spec/app-spec.ts';
import { inWords } from '../../words/phrases.ts';
import { fieldKind } from './field-kinds.ts';

/** Claims that the program fills the field in by itself: `auto_*`, and keys that are made up (uuid, int). */
export function isGenerated(field: FieldSpec): boolean {
  return field.auto !== null || isGeneratedKey(field);
}

/** Claims that the field is a primary key that nobody enters. */
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

/** Claims that an input of the field is never empty: a form must ask for it, or it is a choice that has no empty one. */
export function isNeverEmptyInput(field: FieldSpec): boolean {
  return isRequiredInput(field) || (fieldKind(field).input === 'select' && !field.nullable);
}

/** What a record has in the field where nobody gave a value: its default, or false for a `bool` without one. */
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
