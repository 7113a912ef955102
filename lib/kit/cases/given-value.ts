import type { FieldSpec } from '../../spec/app-spec.ts';
import { numberRange } from '../sample-limits.ts';
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
export function textWith({ type, pattern }: FieldSpec, word: string): string | null {
  if (pattern !== null) return null;
  switch (type.kind) {
    case 'str':
      return word.length > type.maxLength ? null : word;
    case 'text':
      return word;
    case 'email':
      return `${word}@example.com`;
    case 'url':
      return `https://example.com/${word}`;
    default:
      return null;
  }
}

/** Two values of a field, the lower one first; null where no two are sure. */
export function valuePair(field: FieldSpec, choices: CaseChoices): readonly [PlainValue, PlainValue] | null {
  const { type } = field;
  switch (type.kind) {
    case 'enum': {
      const [lower, upper] = enumPair(type.values, choices.enumPair);
      return lower === undefined || upper === undefined ? null : [lower, upper];
    }
    case 'bool':
      return [false, true];
    case 'date':
      return ['2024-01-01', '2024-02-01'];
    case 'time':
      return ['01:00:00', '02:00:00'];
    case 'datetime':
      return ['2024-01-01T12:00Z', '2024-02-01T12:00Z'];
    case 'int':
    case 'float':
    case 'decimal': {
      const { least, most } = numberRange(field);
      return most > least ? [least, least + 1] : null;
    }
    case 'uuid':
      return ['10000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000002'];
    case 'str':
    case 'text':
    case 'email':
    case 'url': {
      const [first, second] = [textWith(field, 'first'), textWith(field, 'second')];
      return first === null || second === null ? null : [first, second];
    }
    default:
      return null;
  }
}

/** Two values in the order declared, which is not that of the alphabet if there are such. */
function enumPair(values: readonly string[], which: 'first' | 'last'): readonly string[] {
  const pairs = values
    .slice(1)
    .map((value, index) => [values[index]!, value])
    .filter(([lower, upper]) => upper! < lower!);
  return pairs.at(which === 'first' ? 0 : -1) ?? values.slice(0, 2);
}
