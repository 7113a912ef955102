import type { AppSpec, EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { buildPages } from '../pages/build-pages.ts';
import type { PageModel } from '../pages/page-model.ts';
import { unmakeableEntities } from '../fields/sample-limits.ts';
import type { CaseChoices } from './case-choices.ts';
import { countAlike, countSamples } from './count-samples.ts';

/** What cases are built from: the spec, its pages, the choices of the backend, and look-ups by name. */
export interface CaseScope {
  readonly spec: AppSpec;
  readonly pages: PageModel;
  readonly choices: CaseChoices;
  entity(name: string): EntitySpec;
  field(entity: string, name: string): FieldSpec;
  /** Claims that tests can make a sample record of the entity. */
  isMakeable(entity: string): boolean;
  /**
   * Claims that `count` sample records can exist at once, each with records of its own to refer to. Always
   * true where the choices are not cautious.
   */
  canMake(entity: string, count: number): boolean;
  /** As `canMake`, for records that share the records they refer to. */
  canMakeAlike(entity: string, count: number): boolean;
}

/** The scope of a spec's cases. */
export function createCaseScope(spec: AppSpec, choices: CaseChoices): CaseScope {
  const unmakeable = unmakeableEntities(spec.entities);
  const entities = new Map(spec.entities.map((entity) => [entity.name, entity]));
  const isFine = (has: () => boolean): boolean => !choices.isCautious || has();
  return {
    spec,
    pages: buildPages(spec),
    choices,
    entity: (name) => entities.get(name)!,
    field: (entity, name) => entities.get(entity)!.fields.find((field) => field.name === name)!,
    isMakeable: (entity) => !unmakeable.has(entity),
    canMake: (entity, count) => isFine(() => countSamples(spec, entity) >= count),
    canMakeAlike: (entity, count) => isFine(() => countAlike(spec, entity) >= count),
  };
}
