import type { AppSpec, EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { isGenerated, targetOf } from '../fields/field-claims.ts';
import { hasSample, sampleRule } from './sample-rule.ts';

/** How many samples of an entity, each with records of its own to refer to, there can be at once; at most `Infinity`. */
export function countSamples(spec: AppSpec, name: string): number {
  const counts = [...sampleUse(spec, name)].map(([entity, uses]) => countOwn(entityOf(spec, entity)) / uses);
  return Math.floor(Math.min(...counts));
}

/** The same of samples that share the records they refer to, as far as they may. */
export function countAlike(spec: AppSpec, name: string, seen: readonly string[] = []): number {
  const entity = entityOf(spec, name);
  const unique = new Set(uniqueSets(entity).flat());
  const targets = neededRecords(entity)
    .filter((field) => unique.has(field) && !seen.includes(targetOf(field)!))
    .map((field) => countAlike(spec, targetOf(field)!, [...seen, name]));
  return Math.min(countOwn(entity), ...targets);
}

/** How many records of which entities one sample makes, itself among them. */
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

/** How many different values the samples of a field have; at most `Infinity`. */
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
    // Empty values never clash, and each sample of a ref is a record of its own.
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

/** Fields in which a sample always refers to a record. */
function neededRecords(entity: EntitySpec): FieldSpec[] {
  return entity.fields.filter((field) => ['ref', 'many'].includes(field.type.kind) && hasSample(field));
}

function entityOf(spec: AppSpec, name: string): EntitySpec {
  return spec.entities.find((candidate) => candidate.name === name)!;
}
