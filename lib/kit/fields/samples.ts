import type { FieldSpec } from '../../spec/app-spec.ts';
import { inWords } from '../../words/phrases.ts';
import { choicesOf } from './field-claims.ts';
import { fieldKind } from './field-kinds.ts';
import { sampleShapes } from './sample-shapes.ts';
import { isNumber, isText, longestMatched, maxLength } from './field-limits.ts';
import { samplePattern } from './sample-pattern.ts';

/**
 * The `index`-th (from 1) valid value of a field as a person would type it, the same each time and different
 * for each index where the field's type has room for that; null where none can be made (refs, many, and
 * patterns for which no text was found). Booleans are `true` and `false`; dates, times and datetimes are ISO
 * without a zone.
 */
export function sampleValue(field: FieldSpec, index: number): string | null {
  const { type, pattern } = field;
  const limit = maxLength(field);
  if (pattern !== null && isText(field)) return samplePattern(pattern, index - 1, limit ?? longestMatched);
  const { samples } = fieldKind(field);
  const day = `2024-${two(((index - 1) % 12) + 1)}-${two(((index - 1) % 28) + 1)}`;
  const time = `${two(index % 24)}:${two((index * 7) % 60)}`;
  switch (samples) {
    case 'text':
      return sampleText(field, index, limit ?? 10_000);
    case 'email':
      return `person${index}@example.com`;
    case 'url':
      return `https://example.com/${index}`;
    case 'integer':
    case 'double':
      return sampleNumber(field, index, samples === 'double');
    case 'decimal':
      return type.kind === 'decimal' ? sampleDecimal(field, index, type.precision, type.scale) : null;
    case 'bool':
      return index % 2 === 1 ? 'true' : 'false';
    case 'date':
      return day;
    case 'time':
      return time;
    case 'datetime':
      return `${day}T${time}`;
    case 'uuid':
      return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    case 'json':
      return `{"sample": ${index}}`;
    case 'pick': {
      const choices = choicesOf(field)!;
      return choices[(index - 1) % choices.length]!.value;
    }
    case 'record':
      return null;
  }
}

/** A value that the field refuses, and why: the words are the kind of the problem, not a message. */
export interface InvalidSample {
  readonly value: string;
  readonly problem: 'too long' | 'too small' | 'too large' | 'not a choice' | 'wrong pattern' | 'wrong form';
}

/** Values that a form must refuse for this field (an empty one for a required field comes on top). */
export function invalidSamples(field: FieldSpec): readonly InvalidSample[] {
  const samples: InvalidSample[] = [];
  const type = field.type;
  if (type.kind === 'str') samples.push({ value: 'x'.repeat(type.maxLength + 1), problem: 'too long' });
  const { samples: made } = fieldKind(field);
  const { wrong } = sampleShapes[made];
  if (wrong !== null)
    samples.push({ value: wrong, problem: made === 'pick' ? 'not a choice' : 'wrong form' });
  if (isNumber(field)) {
    if (field.min !== null) samples.push({ value: plusOne(field.min, -1n), problem: 'too small' });
    if (field.max !== null) samples.push({ value: plusOne(field.max, 1n), problem: 'too large' });
  }
  if (field.pattern !== null) {
    const wrong = ['?', '§ §', 'zz-00-zz', '0'].find((text) => !new RegExp(field.pattern!, 'u').test(text));
    if (wrong !== undefined) samples.push({ value: wrong, problem: 'wrong pattern' });
  }
  return samples;
}

function sampleText(field: FieldSpec, index: number, limit: number): string {
  const text = `${inWords(field.name)} ${index}`;
  if (text.length <= limit) return text;
  const code = index.toString(36);
  return code.length >= limit ? code.slice(-limit) : `${text.slice(0, limit - code.length)}${code}`;
}

function sampleNumber(field: FieldSpec, index: number, isBroken: boolean): string {
  const least = field.min === null ? null : Number(field.min);
  const most = field.max === null ? null : Number(field.max);
  const base = least !== null ? Math.ceil(least) : most !== null && most < 0 ? Math.floor(most) - 1000 : 0;
  const room = most === null ? 1_000_000 : Math.max(0, Math.floor(most) - base);
  const value = base + (room === 0 ? 0 : index % (room + 1));
  return isBroken && (most === null || value + 0.5 <= most) ? `${value}.5` : String(value);
}

function sampleDecimal(field: FieldSpec, index: number, precision: number, scale: number): string {
  const whole = precision - scale;
  const limit = whole === 0 ? 0 : 10 ** Math.min(whole, 9) - 1;
  if (limit === 0 && field.min === null)
    return scale === 0 ? '0' : `0.${String(index % 10).padStart(scale, '0')}`;
  const bounded = { ...field, max: field.max ?? String(limit) };
  const text = sampleNumber(bounded, index, false);
  return scale === 0 ? text : `${text}.${'0'.repeat(scale)}`;
}

/** A number just outside the bound, as text: 1 above `99.50` is `100.50`, 1 below it `98.50`. */
function plusOne(bound: string, by: bigint): string {
  const [whole = '0', fraction] = bound.split('.');
  if (!/^-?\d+$/.test(whole)) return String(Number(bound) + Number(by));
  const next = BigInt(whole) + by;
  // The fraction stays only where the sign does not change: otherwise it could bring the value back inside.
  if (fraction === undefined) return String(next);
  const isAway = whole.startsWith('-') === next < 0n;
  return isAway ? `${next}.${fraction}` : String(next + by);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
