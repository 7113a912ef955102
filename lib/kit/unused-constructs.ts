import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { AppSpec } from '../spec/app-spec.ts';

/** The constructs of the language that a backend does not support yet: true for each such construct. */
export interface UnusedConstructs {
  /** Personas, and what surfaces and workspaces do for one of them. */
  readonly personas?: boolean;
  /** The `attention` of surfaces, and of workspaces where those are made use of. */
  readonly attention?: boolean;
  readonly workspaces?: boolean;
  /** Services, foreign models and integrations. */
  readonly integrations?: boolean;
  /** Without their pages, links of the home page and actions that lead to an experience have to be left out too. */
  readonly experiences?: boolean;
}

/** One warning (DZL366), with name and place, for each use of a construct that the backend lacks. */
export function unusedConstructs(
  spec: AppSpec,
  backend: string,
  unused: UnusedConstructs,
): readonly Diagnostic[] {
  const warnings: Diagnostic[] = [];
  const add = (what: string, place: Place): void => {
    warnings.push(
      diagnose('DZL366', {
        message: `${what} is not made use of yet by ${backend}`,
        fix: 'nothing has to be done: the rest of the spec is built as it is',
        place,
      }),
    );
  };
  if (unused.personas) {
    for (const persona of spec.personas) add(`persona ${persona.name}`, persona.place);
  }
  for (const { ux, kind, name } of [
    ...spec.surfaces.map(({ ux, name }) => ({ ux, name, kind: 'surface' })),
    ...(unused.workspaces ? [] : spec.workspaces.map(({ ux, name }) => ({ ux, name, kind: 'workspace' }))),
  ]) {
    if (unused.attention) {
      for (const each of ux?.attention ?? []) add(`attention ${each.level} of ${kind} ${name}`, each.place);
    }
    if (unused.personas) {
      for (const view of ux?.personas ?? []) add(`"for ${view.persona}" of ${kind} ${name}`, view.place);
    }
  }
  if (unused.workspaces) {
    for (const workspace of spec.workspaces) add(`workspace ${workspace.name}`, workspace.place);
  }
  if (unused.integrations) {
    for (const service of spec.services) add(`service ${service.name}`, service.place);
    for (const model of spec.foreignModels) add(`foreign_model ${model.name}`, model.place);
    for (const integration of spec.integrations) add(`integration ${integration.name}`, integration.place);
  }
  if (unused.experiences) {
    for (const experience of spec.experiences) add(`experience ${experience.name}`, experience.place);
  }
  return warnings;
}
