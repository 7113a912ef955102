import type { FieldSpec } from '../../spec/app-spec.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { sampleShapes } from '../fields/sample-shapes.ts';
import { isNumber, maxLength } from '../fields/field-limits.ts';
import { numberRange } from '../fields/sample-limits.ts';
import type { CaseChoices, TypeName } from './case-choices.ts';

/** A value as it is written in a spec; a date or time in ISO form (`2024-01-31`, `12:00:00`). */
export type PlainValue = string | number | boolean;

/** What a test puts into a field of a record that it makes. */
export type GivenValue =
  | { readonly kind: 'value'; readonly type: TypeName; readonly value: PlainValue }
  /**
   * A reference to a record of `entity`. `text`: the value that a field of that record has; null: any record
   * will do. `isMany`: the field is a `many`, and so takes a list of records.
   */
  | {
      readonly kind: 'record';
      readonly entity: string;
      readonly isMany: boolean;
      readonly text: { readonly field: string; readonly value: string } | null;
    };

/** Text that would show as markup if it were not escaped. */
export const markup = `<b title="x">'bold' & more</b>`;

/** A text with `word` in it that is valid for the field; null where that is not sure, as with a pattern. */
export function textWith(field: FieldSpec, word: string): string | null {
  const { wordForm } = sampleShapes[fieldKind(field).samples];
  if (field.pattern !== null || wordForm === null) return null;
  const text = wordForm.replace('*', () => word);
  return text.length > (maxLength(field) ?? Infinity) ? null : text;
}

/** Two valid values of a field, the lower one first; null where it is not sure that there are two. */
export function valuePair(field: FieldSpec, choices: CaseChoices): readonly [PlainValue, PlainValue] | null {
  const { pair } = sampleShapes[fieldKind(field).samples];
  if (pair !== null) return pair;
  if (isNumber(field)) {
    const { least, most } = numberRange(field);
    return most > least ? [least, least + 1] : null;
  }
  if (field.type.kind === 'enum') return enumPair(field.type.values, choices.enumPair);
  const [first, second] = [textWith(field, 'first'), textWith(field, 'second')];
  return first === null || second === null ? null : [first, second];
}

/**
 * Two neighbouring values in the declared order; if there are any, two that the alphabet orders the other way
 * round. Null for fewer than two values.
 */
function enumPair(values: readonly string[], which: 'first' | 'last'): readonly [string, string] | null {
  const pairs = values.slice(1).map((value, index) => [values[index]!, value] as const);
  const unsorted = pairs.filter(([lower, upper]) => upper < lower);
  return unsorted.at(which === 'first' ? 0 : -1) ?? pairs[0] ?? null;
}
