import type { ExperienceSpec, StepSpec } from '../../spec/app-spec.ts';
import { asTitle } from '../../words/phrases.ts';
import { afterSave, home, experienceRoute } from './build-targets.ts';
import type { ExperiencePages, StepPage } from './experience-model.ts';
import type { PageScope } from './page-scope.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** The pages of each experience. */
export function buildExperiences(scope: PageScope): readonly ExperiencePages[] {
  return scope.spec.experiences.map((experience) => ({
    name: experience.name,
    title: experience.title,
    path: `/experiences/${experience.name}/`,
    routeName: experienceRoute(experience.name),
    start: experience.start,
    steps: experience.steps.map((step) => buildStep(scope, experience, step)),
  }));
}

function buildStep(scope: PageScope, experience: ExperienceSpec, step: StepSpec): StepPage {
  const surface = step.kind === 'surface' && step.surface !== null ? scope.surface(step.surface) : undefined;
  if (surface === undefined) warnOfButtons(scope, experience, step);
  const next = (on: 'success' | 'failure' | 'cancel'): string | null =>
    step.transitions.find((transition) => transition.on === on)?.step ?? null;
  const entity = surface?.entity ?? null;
  const isForm = surface !== undefined && surface.mode !== 'list' && surface.mode !== 'view';
  return {
    name: step.name,
    title: surface?.title ?? asTitle(step.name),
    path: `/experiences/${experience.name}/${step.name}/`,
    routeName: experienceRoute(experience.name, step.name),
    kind: surface === undefined && step.kind === 'surface' ? 'process' : step.kind,
    surface: surface?.name ?? null,
    page: surface === undefined ? null : surface.mode === 'custom' && entity === null ? 'free' : surface.mode,
    entity,
    needsRecord: surface !== undefined && scope.address(surface.name).takesId,
    choosesRecord: surface?.mode === 'list' && isNeededElsewhere(scope, experience, step, entity!),
    success: next('success'),
    failure: next('failure'),
    cancel: next('cancel'),
    prefills:
      isForm && entity !== null && surface.mode === 'create'
        ? prefillsOf(scope, experience, step, entity)
        : [],
    integration: step.integration,
    integrationAction: step.integrationAction,
    end:
      surface === undefined || surface.mode === 'list' || surface.mode === 'view'
        ? home
        : afterSave(scope, surface),
  };
}

/** Claims that another step works on, or refers to, a record of `entity`. */
function isNeededElsewhere(
  scope: PageScope,
  experience: ExperienceSpec,
  own: StepSpec,
  entity: string,
): boolean {
  return experience.steps.some((step) => {
    const surface = step === own || step.surface === null ? undefined : scope.surface(step.surface);
    if (surface === undefined || surface.entity === null) return false;
    if (scope.address(surface.name).takesId) return surface.entity === entity;
    return (
      surface.mode === 'create' &&
      scope
        .entity(surface.entity)
        .fields.some((field) => field.type.kind === 'ref' && field.type.entity === entity)
    );
  });
}

/**
 * The refs of a create form to entities whose records other steps of the experience work with, one ref for
 * each entity: they are prefilled with the run's record.
 */
function prefillsOf(
  scope: PageScope,
  experience: ExperienceSpec,
  own: StepSpec,
  entity: string,
): StepPage['prefills'] {
  const others = new Set(
    experience.steps
      .filter((step) => step !== own && step.surface !== null)
      .map((step) => scope.surface(step.surface!)?.entity),
  );
  const filled = new Set<string>();
  return scope.entity(entity).fields.flatMap((field) => {
    if (field.type.kind !== 'ref' || !others.has(field.type.entity) || filled.has(field.type.entity))
      return [];
    filled.add(field.type.entity);
    return [{ field: field.name, entity: field.type.entity }];
  });
}

function warnOfButtons(scope: PageScope, experience: ExperienceSpec, step: StepSpec): void {
  const what = step.kind === 'integration' ? `integration ${step.integration ?? ''}`.trim() : 'process';
  scope.report(
    diagnose('DZL365', {
      message: `step ${step.name} of experience ${experience.name} is a page with a button for each outcome: no code is made for its ${what} yet`,
      fix: 'write the step by hand in the page that is made for it',
      place: step.place,
    }),
  );
}
