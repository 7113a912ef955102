import type { BackendFacts } from '../../backend/facts.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec } from '../../spec/app-spec.ts';
import { plural } from '../../words/plural.ts';
import { serviceValues, type ServiceValues } from './service-values.ts';

/** The values that the template of an application's README is rendered with. */
export interface ReadmeValues extends ServiceValues {
  readonly title: string;
  /** Each entity: its title in the plural (`Tickets`), and its name in the code (`Ticket`). */
  readonly entities: readonly { readonly title: string; readonly name: string }[];
  readonly hasTests: boolean;
  readonly hasExperiences: boolean;
  /** One line for each name of the spec that is a different one in the code. */
  readonly renamed: readonly string[];
}

/**
 * The values for the template of a README. `renamed`: the diagnostics about names that are different in the
 * code; `nameOf`: the name of an entity in the code.
 */
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
