import type { AppSpec, EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { isGenerated, targetOf } from '../fields/field-claims.ts';
import { hasSample, sampleRule } from './sample-rule.ts';

/**
 * How many sample records of an entity can exist at once, each with records of its own to refer to, before a
 * unique field or constraint runs out of sample values; `Infinity` where none does.
 */
export function countSamples(spec: AppSpec, name: string): number {
  const counts = [...sampleUse(spec, name)].map(([entity, uses]) => countOwn(entityOf(spec, entity)) / uses);
  return Math.floor(Math.min(...counts));
}

/** As `countSamples`, for samples that share the records they refer to, except where that must be unique. */
export function countAlike(spec: AppSpec, name: string, seen: readonly string[] = []): number {
  const entity = entityOf(spec, name);
  const unique = new Set(uniqueSets(entity).flat());
  const targets = neededRecords(entity)
    .filter((field) => unique.has(field) && !seen.includes(targetOf(field)!))
    .map((field) => countAlike(spec, targetOf(field)!, [...seen, name]));
  return Math.min(countOwn(entity), ...targets);
}

/** How many records of each entity one sample of `name` takes: itself, and the records it must refer to. */
export function sampleUse(spec: AppSpec, name: string, seen: readonly string[] = []): Map<string, number> {
  const uses = new Map([[name, 1]]);
  for (const field of neededRecords(entityOf(spec, name))) {
    const target = targetOf(field)!;
    if (target === name || seen.includes(target)) continue;
    for (const [entity, count] of sampleUse(spec, target, [...seen, name])) {
      uses.set(entity, (uses.get(entity) ?? 0) + count);
    }
  }
  return uses;
}

/** How many different sample values a field has; `Infinity` where there is no limit. */
function countValues(field: FieldSpec): number {
  const rule = sampleRule(field);
  switch (rule?.kind) {
    case 'pick':
      return rule.values.length;
    case 'number':
      return rule.span;
    case 'text':
      return rule.digits === null ? Infinity : 10 ** rule.digits - 1;
    case 'bool':
      return 2;
    case 'time':
      return 100;
    default:
      return Infinity;
  }
}

function countOwn(entity: EntitySpec): number {
  const counts = uniqueSets(entity).map((fields) =>
    // A null violates no unique constraint, and each sample of a ref refers to a new record.
    fields.some((field) => !hasSample(field)) ? Infinity : Math.max(...fields.map(countValues)),
  );
  return Math.min(Infinity, ...counts);
}

function uniqueSets(entity: EntitySpec): FieldSpec[][] {
  const alone = entity.fields.filter((field) => (field.unique || field.primaryKey) && !isGenerated(field));
  const together = entity.constraints
    .filter(({ kind }) => kind === 'unique')
    .map(({ fields }) => fields.map((key) => entity.fields.find((field) => field.name === key.field)!));
  return [...alone.map((field) => [field]), ...together];
}

/** The ref and many fields in which each sample record refers to a record. */
function neededRecords(entity: EntitySpec): FieldSpec[] {
  return entity.fields.filter((field) => ['ref', 'many'].includes(field.type.kind) && hasSample(field));
}

function entityOf(spec: AppSpec, name: string): EntitySpec {
  return spec.entities.find((candidate) => candidate.name === name)!;
}
