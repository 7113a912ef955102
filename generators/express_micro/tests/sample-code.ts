import { inWords, isGenerated, js, numberRange, patternTexts, textLength } from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';
import { objectCode } from '../javascript.ts';

/** Functions that sample values are written with, by name; each test file gets those it uses. */
export const sampleBuilders: Readonly<Record<string, string>> = {
  made: '(entity) => new Made(entity)',
  pick: '(values, n) => values[(n - 1) % values.length]',
  day: '(n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)',
  moment: '(n) => new Date(Date.UTC(2024, 0, 1, 12 + n))',
  timeOfDay: '(n) => new Date(Date.UTC(2024, 0, 1, n, n * 7)).toISOString().slice(11, 19)',
};

/** Code (of the number `n`) for the values of an entity's sample record. */
export function sampleRecordCode(entity: EntitySpec): string {
  return objectCode(
    Object.fromEntries(
      entity.fields.map((field) => [field.name, isGenerated(field) ? undefined : sampleCode(field)]),
    ),
  );
}

/** Claims that a sample record has a value in this field. */
export function hasSample(field: FieldSpec): boolean {
  return !isGenerated(field) && sampleCode(field) !== undefined;
}

/** How many different values the samples of a field have; at most `Infinity`. */
export function fieldRoom(field: FieldSpec): number {
  const { type } = field;
  const texts = patternTexts(field);
  if (texts !== null) return texts.length;
  switch (type.kind) {
    case 'bool':
      return 2;
    case 'enum':
      return type.values.length;
    case 'time':
      return 100;
    case 'int':
    case 'float':
    case 'decimal': {
      const { least, most } = numberRange(field);
      return Math.max(1, most - least + 1);
    }
    case 'str':
      return textLength(field, type.maxLength) >= 5 ? Infinity : 10 ** textLength(field, type.maxLength) - 1;
    default:
      return Infinity;
  }
}

/** An expression of the number `n` for a valid value; undefined where the record does without one. */
function sampleCode(field: FieldSpec): string | undefined {
  const { type } = field;
  const texts = patternTexts(field);
  if (texts !== null) return texts.length === 0 ? undefined : `pick(${js(texts)}, n)`;
  switch (type.kind) {
    case 'str':
      return textCode(field, type.maxLength);
    case 'text':
      return textCode(field, 10_000);
    case 'int':
    case 'float':
    case 'decimal':
      return numberCode(field);
    case 'email':
      return '`person${n}@example.com`';
    case 'url':
      return '`https://example.com/${n}`';
    case 'bool':
      return 'n % 2 === 1';
    case 'date':
      return 'day(n)';
    case 'datetime':
      return 'moment(n)';
    case 'time':
      return 'timeOfDay(n)';
    case 'uuid':
      return "`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`";
    case 'json':
      return '{ sample: n }';
    case 'enum':
      return `pick(${js(type.values)}, n)`;
    case 'ref':
      return field.nullable ? undefined : `made(${js(type.entity)})`;
    case 'many':
      return field.required ? `[made(${js(type.entity)})]` : undefined;
  }
}

function textCode(field: FieldSpec, limit: number): string {
  const length = textLength(field, limit);
  const least = field.min === null ? 0 : Math.ceil(Number(field.min));
  const label = inWords(field.name);
  const code =
    length >= label.length + 7
      ? `\`${label.replace(/[`$\\]/g, '')} \${n}\``
      : length >= 5
        ? 'String(n)'
        : `String(n).slice(-${length})`;
  return least > 5 ? `${code}.padEnd(${least}, 'x')` : least > 0 ? `${code}.padStart(${least}, '0')` : code;
}

/** Whole numbers within the bounds. */
function numberCode(field: FieldSpec): string {
  const { least, most } = numberRange(field);
  if (most < least) return field.min ?? '0';
  if (most === least) return String(least);
  return `${least === 0 ? '' : `${least} + `}(n % ${most - least + 1})`;
}
