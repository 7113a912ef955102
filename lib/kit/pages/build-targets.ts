import type { ActionSpec, ExperienceSpec, OutcomeSpec, SurfaceSpec } from '../../spec/app-spec.ts';
import type { ActionModel, HomeTarget, PageTarget, Target } from './target-model.ts';
import type { PageScope } from './page-scope.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** The target of whatever leads to the home page. */
export const home: HomeTarget = { kind: 'home', path: '/', routeName: 'home' };

/**
 * The route name of an experience (`experience-checkout`) or of one of its steps (`experience-checkout-pay`);
 * no surface can have such a name.
 */
export function experienceRoute(experience: string, step?: string): string {
  return step === undefined ? `experience-${experience}` : `experience-${experience}-${step}`;
}

/** The actions of a surface, with the targets that they lead to. */
export function buildActions(scope: PageScope, surface: SurfaceSpec): readonly ActionModel[] {
  return surface.actions.map((action) => buildAction(scope, surface, action));
}

function buildAction(scope: PageScope, surface: SurfaceSpec, action: ActionSpec): ActionModel {
  const isForm = surface.mode !== 'list' && surface.mode !== 'view';
  const target = targetOfAction(scope, surface, action);
  const isOnRow = surface.mode === 'list' && needsRecord(target);
  return {
    name: action.name,
    label: action.title,
    control:
      !isForm || action.trigger === 'click' ? 'link' : action.trigger === 'submit' ? 'submit' : 'after-save',
    scope: isOnRow ? 'row' : 'page',
    target,
  };
}

function needsRecord(target: Target): boolean {
  if (target.kind === 'page') return target.record !== null || target.prefill !== null;
  return target.kind === 'experience' && target.carriesRecord;
}

/**
 * Where a form leads once it is saved: as its first `submit` or `auto` action that calls no integration, else
 * to the first view, else to the first list, else home.
 */
export function afterSave(scope: PageScope, surface: SurfaceSpec): Target {
  const action = surface.actions.find(
    (candidate) => candidate.trigger !== 'click' && candidate.outcome.kind !== 'integration',
  );
  if (action !== undefined) return targetOfAction({ ...scope, report: () => undefined }, surface, action);
  const entity = surface.entity;
  if (entity === null) return home;
  const view = scope.surfacesOf(entity, 'view')[0];
  if (view !== undefined) return pageTarget(scope, view, { kind: 'self' });
  const list = scope.surfacesOf(entity, 'list')[0];
  return list === undefined ? home : pageTarget(scope, list, null);
}

function targetOfAction(scope: PageScope, surface: SurfaceSpec, action: ActionSpec): Target {
  const outcome = action.outcome;
  if (outcome.kind === 'integration') return integrationTarget(scope, surface, action, outcome);
  const entity = hasRecord(surface, action) ? surface.entity : null;
  if (outcome.kind === 'experience') return experienceTarget(scope, surface, outcome, entity);
  const target = scope.surface(outcome.surface);
  if (target === undefined) return home;
  if (!scope.address(target.name).takesId) {
    const isOther = entity !== null && target.mode === 'create' && target.entity !== entity;
    return {
      ...pageTarget(scope, target, null),
      prefill: isOther ? refTo(scope, target.entity!, entity) : null,
    };
  }
  if (entity !== null && entity === target.entity) return pageTarget(scope, target, { kind: 'self' });
  const ref = entity === null ? null : refTo(scope, entity, target.entity!);
  if (ref !== null) return pageTarget(scope, target, { kind: 'ref', field: ref });
  const list = scope.surfacesOf(target.entity!, 'list')[0];
  scope.report(
    diagnose('DZL363', {
      message: `action "${action.name}" of surface ${surface.name} leads to ${target.name}, which shows one ${target.entity}, but there is none at hand; it leads to ${list === undefined ? 'the home page' : `the list ${list.name}`}`,
      fix: `lead to a list, or to a surface of an entity that ${surface.entity ?? 'the surface'} refers to`,
      place: action.place,
    }),
  );
  return list === undefined ? home : pageTarget(scope, list, null);
}

function experienceTarget(
  scope: PageScope,
  surface: SurfaceSpec,
  outcome: Extract<OutcomeSpec, { kind: 'experience' }>,
  entity: string | null,
): Target {
  const experience = scope.spec.experiences.find((candidate) => candidate.name === outcome.experience);
  if (experience === undefined) return home;
  const step = outcome.step ?? experience.start;
  const isAtStart = outcome.step === null;
  return {
    kind: 'experience',
    experience: experience.name,
    step,
    path: isAtStart ? `/experiences/${experience.name}/` : `/experiences/${experience.name}/${step}/`,
    routeName: experienceRoute(experience.name, isAtStart ? undefined : step),
    carriesRecord:
      entity !== null && (surface.mode !== 'list' || worksOn(scope, experience, step) === entity),
  };
}

function integrationTarget(
  scope: PageScope,
  surface: SurfaceSpec,
  action: ActionSpec,
  outcome: Extract<OutcomeSpec, { kind: 'integration' }>,
): Target {
  scope.report(
    diagnose('DZL364', {
      message: `action "${action.name}" of surface ${surface.name} calls integration ${outcome.integration}, for which no code is made yet; its button says so`,
      fix: 'write the call by hand in the page that is made for the surface',
      place: action.place,
    }),
  );
  return { kind: 'integration', integration: outcome.integration, action: outcome.action };
}

/**
 * Claims that there is a current record when the person follows the action: not on a page without an entity,
 * and not on a create form before it is saved.
 */
function hasRecord(surface: SurfaceSpec, action: ActionSpec): boolean {
  return surface.entity !== null && !(surface.mode === 'create' && action.trigger === 'click');
}

/** The entity whose record a step shows or changes; null where the step needs no record. */
function worksOn(scope: PageScope, experience: ExperienceSpec, stepName: string): string | null {
  const step = experience.steps.find((candidate) => candidate.name === stepName);
  const surface = step?.surface ? scope.surface(step.surface) : undefined;
  return surface !== undefined && scope.address(surface.name).takesId ? surface.entity : null;
}

/** The ref field of `from` that targets `to`: the first required one, else the first; null: there is none. */
function refTo(scope: PageScope, from: string, to: string): string | null {
  const refs = scope
    .entity(from)
    .fields.filter((field) => field.type.kind === 'ref' && field.type.entity === to);
  return (refs.find((field) => field.required) ?? refs[0])?.name ?? null;
}

function pageTarget(scope: PageScope, surface: SurfaceSpec, record: PageTarget['record']): PageTarget {
  const { path, routeName, takesId } = scope.address(surface.name);
  return {
    kind: 'page',
    surface: surface.name,
    entity: surface.entity,
    path,
    routeName,
    takesId,
    record,
    prefill: null,
  };
}
