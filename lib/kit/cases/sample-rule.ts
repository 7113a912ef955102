import type { FieldSpec } from '../../spec/app-spec.ts';
import { inWords } from '../../words/phrases.ts';
import { choicesOf, isGenerated, targetOf } from '../fields/field-claims.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { maxLength } from '../fields/field-limits.ts';
import { numberRange, patternTexts } from '../fields/sample-limits.ts';

/** How the value of a field in the n-th sample record (from 1) is made. */
export type SampleRule =
  /** The n-th of these values, starting over after the last. */
  | { readonly kind: 'pick'; readonly values: readonly string[] }
  /**
   * `label` and n (`Title 3`); `label` null: n alone. `digits`: only so many of the last digits of n; null:
   * all of them.
   */
  | { readonly kind: 'text'; readonly label: string | null; readonly digits: number | null }
  /**
   * The whole numbers from `least` on, starting over after `span` of them. `fixed`: the one number to use
   * where no whole number lies between the bounds; null otherwise.
   */
  | {
      readonly kind: 'number';
      readonly type: 'integer' | 'double' | 'decimal';
      readonly least: number;
      readonly span: number;
      readonly fixed: string | null;
    }
  /** A value of this type made from n; dates and times get later as n grows. */
  | { readonly kind: 'email' | 'url' | 'bool' | 'date' | 'datetime' | 'time' | 'uuid' | 'json' }
  /** A new record of `entity`, made together with the sample; `isMany`: a list with that record. */
  | { readonly kind: 'record'; readonly entity: string; readonly isMany: boolean };

/** The rule for a field; null where samples leave it empty, or the application fills it in. */
export function sampleRule(field: FieldSpec): SampleRule | null {
  if (isGenerated(field)) return null;
  const texts = patternTexts(field);
  if (texts !== null) return texts.length === 0 ? null : { kind: 'pick', values: texts };
  const { samples } = fieldKind(field);
  switch (samples) {
    case 'text':
      return textRule(field, maxLength(field) ?? 10_000);
    case 'integer':
    case 'double':
    case 'decimal': {
      const { least, most } = numberRange(field);
      const fixed = most < least ? (field.min ?? '0') : null;
      return { kind: 'number', type: samples, least, span: Math.max(1, most - least + 1), fixed };
    }
    case 'pick':
      return { kind: 'pick', values: choicesOf(field)!.map(({ value }) => value) };
    case 'record': {
      const isMany = fieldKind(field).storage === 'links';
      const isNeeded = isMany ? field.required : !field.nullable;
      return isNeeded ? { kind: 'record', entity: targetOf(field)!, isMany } : null;
    }
    default:
      return { kind: samples };
  }
}

/** Claims that a sample record is given a value for this field. */
export function hasSample(field: FieldSpec): boolean {
  return sampleRule(field) !== null;
}

function textRule(field: FieldSpec, length: number): SampleRule {
  const label = inWords(field.name);
  return {
    kind: 'text',
    label: length >= label.length + 7 ? label : null,
    digits: length >= 5 ? null : length,
  };
}
