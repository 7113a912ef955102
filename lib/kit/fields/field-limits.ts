import type { FieldSpec } from '../../spec/app-spec.ts';
import { fieldKind } from './field-kinds.ts';

/** Length limits of stored text: a `str`'s own, 254 of an email, 2000 of a url; null where there is none. */
export function maxLength(field: FieldSpec): number | null {
  return field.type.kind === 'str' ? field.type.maxLength : fieldKind(field).maxLength;
}

/** Longest text that is held against a pattern where nothing shorter is said: an expression takes its time. */
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
