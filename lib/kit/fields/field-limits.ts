import type { FieldSpec } from '../../spec/app-spec.ts';
import { fieldKind } from './field-kinds.ts';

/** Greatest length of the field's text: that of a `str`, 254 of an `email`, 2000 of a `url`; else null. */
export function maxLength(field: FieldSpec): number | null {
  return field.type.kind === 'str' ? field.type.maxLength : fieldKind(field).maxLength;
}

/**
 * The greatest length of a text that is matched against a pattern where the field has no smaller limit, since
 * a regular expression can be slow on long text.
 */
export const longestMatched = 2000;

/** The `step` of a number input: `1`, `0.01` by a decimal's scale, `any`; null for other types. */
export function numberStep(field: FieldSpec): string | null {
  if (field.type.kind !== 'decimal') return fieldKind(field).step;
  return field.type.scale === 0 ? '1' : `0.${'0'.repeat(field.type.scale - 1)}1`;
}

/** Claims that `min` and `max` bound the value itself. */
export function isNumber(field: FieldSpec): boolean {
  return fieldKind(field).bounds === 'value';
}

/** Claims that `min` and `max` bound the length, and that `pattern` applies. */
export function isText(field: FieldSpec): boolean {
  return fieldKind(field).bounds === 'length';
}
