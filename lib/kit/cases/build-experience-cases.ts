import { formInputs } from '../pages/entity-pages.ts';
import type { ExperiencePages, StepPage } from '../pages/experience-model.ts';
import { formEntries } from './build-form-cases.ts';
import { pageProtocol } from '../pages/page-protocol.ts';
import type { CaseScope } from './case-scope.ts';
import type { ExperienceCase, WalkedStep } from './experience-case.ts';

/** The cases of an experience: its start, each step and its cancelling, and the way through to the end. */
export function buildExperienceCases(
  scope: CaseScope,
  experience: ExperiencePages,
): readonly ExperienceCase[] {
  const { steps } = experience;
  const stepOf = (name: string | null): StepPage | null => steps.find((step) => step.name === name) ?? null;
  const start = stepOf(experience.start)!;
  const walk = walkFrom(scope, start, stepOf);
  return [
    { kind: 'needs-login' },
    { kind: 'starts-at-its-first-step', step: start },
    { kind: 'opens-each-step', steps },
    ...steps.map((step): ExperienceCase => ({ kind: 'cancels', step, target: stepOf(step.cancel) })),
    ...(walk === null ? [] : [{ kind: 'leads-through-to-the-end', walk } as const]),
  ];
}

/**
 * The steps in the order in which success leads through them; null where no sample record can be made for one
 * of them, or where they never end because they form a loop.
 */
function walkFrom(
  scope: CaseScope,
  start: StepPage,
  stepOf: (name: string | null) => StepPage | null,
): readonly WalkedStep[] | null {
  const walk: WalkedStep[] = [];
  const held = new Set<string>();
  for (let step: StepPage | null = start; step !== null; step = walk.at(-1)!.next) {
    const { entity } = step;
    if (walk.some((walked) => walked.step === step)) return null;
    if (entity !== null && !scope.isMakeable(entity)) return null;
    const choosesFirst = step.needsRecord && !held.has(entity!) ? entity : null;
    if (entity !== null) held.add(entity);
    walk.push({ step, choosesFirst, act: actOn(scope, step), next: stepOf(step.success) });
  }
  return walk;
}

function actOn(scope: CaseScope, step: StepPage): WalkedStep['act'] {
  const { form, pressed, outcomes } = pageProtocol;
  const page = step.surface === null ? undefined : scope.pages.bySurface[step.surface];
  if (page === undefined) return { kind: 'press', name: form.outcome, value: outcomes.success };
  if (page.kind === 'list' && step.choosesRecord) return { kind: 'choose', entity: page.entity };
  if (page.kind === 'list' || page.kind === 'view')
    return { kind: 'press', name: form.continue, value: pressed };
  const inputs = formInputs(page);
  return page.kind === 'free'
    ? { kind: 'send-texts', fields: inputs.map(({ field }) => field) }
    : { kind: 'send-entries', entries: formEntries(scope, page.entity, inputs) };
}
