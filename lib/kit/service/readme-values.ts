import type { BackendFacts } from '../../backend/facts.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec } from '../../spec/app-spec.ts';
import { plural } from '../../words/plural.ts';
import { serviceValues, type ServiceValues } from './service-values.ts';

/** What the README of an application is made from. */
export interface ReadmeValues extends ServiceValues {
  readonly title: string;
  /** Each entity as people call many of it, and as the code calls it. */
  readonly entities: readonly { readonly title: string; readonly name: string }[];
  readonly hasTests: boolean;
  readonly hasExperiences: boolean;
  /** A line for each name of the spec that is another one in the code. */
  readonly renamed: readonly string[];
}

/** The facts and the spec as the template of a README reads them; `nameOf` is what the code calls an entity. */
export function readmeValues(
  { spec, facts }: { readonly spec: AppSpec; readonly facts: BackendFacts },
  renamed: readonly Diagnostic[],
  nameOf: (entity: EntitySpec) => string,
): ReadmeValues {
  return {
    ...serviceValues(facts),
    title: spec.title,
    entities: spec.entities.map((entity) => ({ title: plural(entity.title), name: nameOf(entity) })),
    hasTests: spec.tests.length > 0,
    hasExperiences: spec.experiences.length > 0,
    renamed: renamed.map(({ message }) => message),
  };
}
