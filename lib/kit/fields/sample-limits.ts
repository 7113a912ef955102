import type { EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { isRequiredInput } from './field-claims.ts';
import { isText } from './field-limits.ts';
import { sampleValue } from './samples.ts';

/** How many sample texts are made for a pattern. */
const patternSamples = 40;

/**
 * The names of entities of which no sample record can be made: their required refs or many lead back to
 * themselves or to such an entity, or no text was found for the pattern of a required field.
 */
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

/** Different texts that match a field's pattern, perhaps none; null for a field without a pattern. */
export function patternTexts(field: FieldSpec): readonly string[] | null {
  if (field.pattern === null || !isText(field)) return null;
  const texts = new Set<string>();
  for (let index = 1; index <= patternSamples; index++) {
    const text = sampleValue(field, index);
    if (text !== null) texts.add(text);
  }
  return [...texts];
}

/**
 * The least and the greatest whole number for samples of a field, within its bounds and what its type can
 * hold; `most` is less than `least` where there is none.
 */
export function numberRange({ type, min, max }: FieldSpec): {
  readonly least: number;
  readonly most: number;
} {
  const ceiling = type.kind === 'decimal' ? 10 ** Math.min(9, type.precision - type.scale) - 1 : 1_000_000;
  const most = Math.floor(max === null ? Math.max(ceiling, Number(min ?? 0)) : Number(max));
  return { least: Math.ceil(min === null ? Math.min(0, most) : Number(min)), most };
}
