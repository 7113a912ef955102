import { pluralsOf, targetOf } from './name-changes.ts';
import type { GoneName, GoneNames } from './plan/gone-names.ts';
import type { SpecNames } from './plan/follow/index.ts';
import { entityOfSurface } from './spec/renames.ts';
import type { SpecShape } from './spec/renames.ts';

/**
 * The names that the last spec had and this build's spec does not: entities, surfaces, fields of entities that stay, and enum
 * values of fields that stay. Null where there are none, or the last spec is not known.
 *
 * @param previous the shape of the last build's spec; null where it is not known
 * @param now the shape of this build's spec
 * @param renamed the names that this build changes, which are not gone; null where it renames nothing
 */
export function namesGone(previous: unknown, now: SpecShape, renamed: SpecNames | null): GoneNames | null {
  if (previous === null) return null;
  const before = previous as SpecShape;
  const entityNow = (name: string): string => renamed?.entities.get(name)?.to ?? name;
  const typeNow = (entity: string, field: string): string | undefined =>
    now.entities[entityNow(entity)]?.[renamed?.entities.get(entity)?.fields.get(field)?.to ?? field];
  const entities = Object.keys(before.entities);
  const names: GoneName[] = [];
  const plain = { field: null, others: [], targets: [] };
  for (const entity of entities) {
    const fields = Object.entries(before.entities[entity]!);
    if (now.entities[entityNow(entity)] === undefined) {
      const targets = fields.flatMap(([, type]) => targetOf(type).target ?? []);
      names.push({ ...plain, kind: 'entity', word: entity, what: entity, entity, targets });
      continue;
    }
    for (const [word, type] of fields) {
      const what = `${entity}.${word}`;
      const after = typeNow(entity, word);
      const others = entities.filter((other) => other !== entity && typeNow(other, word) !== undefined);
      if (after === undefined) names.push({ ...plain, kind: 'field', word, what, entity, others });
      else {
        const values = new Set(valuesOf(after));
        for (const value of valuesOf(type)) {
          if (values.has(value)) continue;
          const holders = others.filter((other) => valuesOf(typeNow(other, word)!).includes(value));
          const ofField = { word: value, what: `"${value}" of ${what}`, field: word, others: holders };
          names.push({ ...plain, kind: 'value', entity, ...ofField });
        }
      }
    }
  }
  for (const word of Object.keys(before.surfaces)) {
    if (now.surfaces[renamed?.surfaces.get(word)?.to ?? word] !== undefined) continue;
    names.push({ ...plain, kind: 'surface', word, what: word, entity: null });
  }
  if (names.length === 0) return null;
  return {
    names,
    entities: new Map(entities.map((name) => [name, pluralsOf({ from: name, to: name })[0]])),
    surfaces: new Map(
      Object.entries(before.surfaces).map(([name, text]) => [name, { entity: entityOfSurface(text) }]),
    ),
  };
}

/** The values of an enum type as a shape has it (`enum[open,done]`); empty for other types. */
function valuesOf(type: string): string[] {
  return /^enum\[(.*)\]$/.exec(type)?.[1]?.split(',') ?? [];
}
