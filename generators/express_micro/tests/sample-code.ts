import { inWords, isGenerated, isRequiredInput, js, sampleValue } from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';
import { objectCode } from '../javascript.ts';

/** How many texts are made up for a pattern. */
const patternSamples = 40;
const textKinds = ['str', 'text', 'email', 'url'];

/** Functions that sample values are written with, by name; each test file gets those it uses. */
export const sampleBuilders: Readonly<Record<string, string>> = {
  made: '(entity) => new Made(entity)',
  pick: '(values, n) => values[(n - 1) % values.length]',
  day: '(n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)',
  moment: '(n) => new Date(Date.UTC(2024, 0, 1, 12 + n))',
  timeOfDay: '(n) => new Date(Date.UTC(2024, 0, 1, n, n * 7)).toISOString().slice(11, 19)',
};

/** Entities of which no first record can be made, because what they need leads back to them. */
export function unmakeableEntities(entities: readonly EntitySpec[]): ReadonlySet<string> {
  const makeable = new Set<string>();
  for (let before = -1; before !== makeable.size;) {
    before = makeable.size;
    for (const entity of entities) {
      const waits = entity.fields.some(
        (field) =>
          (field.type.kind === 'ref' && !field.nullable && !makeable.has(field.type.entity)) ||
          (field.type.kind === 'many' && field.required && !makeable.has(field.type.entity)) ||
          (field.pattern !== null && isRequiredInput(field) && sampleValue(field, 1) === null),
      );
      if (!waits) makeable.add(entity.name);
    }
  }
  return new Set(entities.filter(({ name }) => !makeable.has(name)).map(({ name }) => name));
}

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
  if (isPatternText(field)) return patternTexts(field).length;
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
  if (isPatternText(field)) {
    const texts = patternTexts(field);
    return texts.length === 0 ? undefined : `pick(${js(texts)}, n)`;
  }
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

function isPatternText(field: FieldSpec): boolean {
  return field.pattern !== null && textKinds.includes(field.type.kind);
}

function patternTexts(field: FieldSpec): string[] {
  const texts = new Set<string>();
  for (let index = 1; index <= patternSamples; index++) {
    const text = sampleValue(field, index);
    if (text !== null) texts.add(text);
  }
  return [...texts];
}

function textLength(field: FieldSpec, limit: number): number {
  return Math.min(limit, field.max === null ? limit : Math.floor(Number(field.max)));
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
export function numberRange({ type, min, max }: FieldSpec): { least: number; most: number } {
  const ceiling = type.kind === 'decimal' ? 10 ** Math.min(9, type.precision - type.scale) - 1 : 1_000_000;
  const most = Math.floor(max === null ? Math.max(ceiling, Number(min ?? 0)) : Number(max));
  return { least: Math.ceil(min === null ? Math.min(0, most) : Number(min)), most };
}

function numberCode(field: FieldSpec): string {
  const { least, most } = numberRange(field);
  if (most < least) return field.min ?? '0';
  if (most === least) return String(least);
  return `${least === 0 ? '' : `${least} + `}(n % ${most - least + 1})`;
}
