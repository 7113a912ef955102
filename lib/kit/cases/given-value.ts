import type { FieldSpec } from '../../spec/app-spec.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { sampleShapes } from '../fields/sample-shapes.ts';
import { isNumber, maxLength } from '../fields/field-limits.ts';
import { numberRange } from '../fields/sample-limits.ts';
import type { CaseChoices, TypeName } from './case-choices.ts';

/** A value as it is written in a spec; of dates and times in ISO form. */
export type PlainValue = string | number | boolean;

/** What a record of a case is given in a field. */
export type GivenValue =
  | { readonly kind: 'value'; readonly type: TypeName; readonly value: PlainValue }
  /** Another record, which has this text in its field; null: any record. */
  | {
      readonly kind: 'record';
      readonly entity: string;
      readonly isMany: boolean;
      readonly text: { readonly field: string; readonly value: string } | null;
    };

/** Text that would show as markup if it were not escaped. */
export const markup = `<b title="x">'bold' & more</b>`;

/** A text for the field that holds `word` and passes its checks; null where that is not sure. */
export function textWith(field: FieldSpec, word: string): string | null {
  const { wordForm } = sampleShapes[fieldKind(field).samples];
  if (field.pattern !== null || wordForm === null) return null;
  const text = wordForm.replace('*', () => word);
  return text.length > (maxLength(field) ?? Infinity) ? null : text;
}

/** Two values of a field, the lower one first; null where no two are sure. */
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

/** Two values in the order declared, which is not that of the alphabet if there are such. */
function enumPair(values: readonly string[], which: 'first' | 'last'): readonly [string, string] | null {
  const pairs = values.slice(1).map((value, index) => [values[index]!, value] as const);
  const unsorted = pairs.filter(([lower, upper]) => upper < lower);
  return unsorted.at(which === 'first' ? 0 : -1) ?? pairs[0] ?? null;
}
