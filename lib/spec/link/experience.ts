import type { ExperienceSpec, StepSpec } from '../app-spec.ts';
import type { NameSyntax, StepSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, findDeclaration, type LinkContext, nearest } from './context.ts';
import { linkDeclared } from './entity.ts';
import { optionalMeta } from './literal.ts';
import { type Declaration, mayHaveLost, mayHaveMeant } from './module.ts';
import { findOnly, checkDistinct } from './once.ts';
import { checkIntegrationAction } from './surface.ts';
import { listNames } from '../../words/phrases.ts';

type Experience = Declaration<'experience'>;

/** An experience: its start, its steps and the ways between them. */
export function linkExperience(context: LinkContext, declaration: Experience): ExperienceSpec {
  const { syntax } = declaration;
  const owner = `experience ${syntax.name.text}`;
  const written = syntax.items.filter((item) => item.kind === 'step');
  const steps = checkDistinct(context, declaration, written, (step) => step.name, 'step', owner);
  const names = steps.map((step) => step.name.text);
  const start = findOnly(context, declaration, syntax.items, 'start', owner);
  if (start === undefined && !mayHaveMeant(declaration.file, syntax, 'start')) {
    complain(
      context,
      declaration,
      'DZL168',
      syntax.name.span,
      `${owner} does not say where it starts`,
      `add the line "start at step ${names[0] ?? 'first'}"`,
    );
  }
  if (start?.step) checkStep(context, declaration, start.step, names, `${owner} starts at`);
  const linked = steps.map((step) => linkStep(context, declaration, step, names, owner));
  const isWhole = linked.every((step) => step.transitions.every((way) => names.includes(way.step)));
  if (start?.step && names.includes(start.step.text) && isWhole && !syntax.broken) {
    checkWays(context, declaration, linked, start.step.text, owner);
  }
  return { ...linkDeclared(declaration), start: start?.step?.text ?? names[0] ?? '', steps: linked };
}

function checkStep(
  context: LinkContext,
  declaration: Experience,
  step: NameSyntax,
  names: readonly string[],
  subject: string,
): void {
  if (names.includes(step.text) || mayHaveLost(declaration.file, declaration.syntax, step.text)) return;
  const near = nearest(context, step.text, names);
  complain(
    context,
    declaration,
    'DZL169',
    step.span,
    `${subject} step "${step.text}", which does not exist`,
    near !== undefined
      ? `write "${near}"`
      : names.length === 0
        ? `add a block "step ${step.text}:"`
        : `write one of: ${listNames(names)}, or add a step ${step.text}`,
  );
}

function linkStep(
  context: LinkContext,
  declaration: Experience,
  step: StepSyntax,
  names: readonly string[],
  owner: string,
): StepSpec {
  const subject = `step ${step.name.text} of ${owner}`;
  const kindItem = findOnly(context, declaration, step.items, 'kind', subject);
  const surfaceItem = findOnly(context, declaration, step.items, 'surface', subject);
  const integrationItem = findOnly(context, declaration, step.items, 'integration', subject);
  const kind =
    kindItem?.value?.value ?? (surfaceItem ? 'surface' : integrationItem ? 'integration' : 'process');
  const asDotted = (name: NameSyntax) => ({ text: name.text, parts: [name], span: name.span });
  const surface = surfaceItem?.surface
    ? findDeclaration(
        context,
        declaration,
        'surface',
        asDotted(surfaceItem.surface),
        `${subject} shows surface`,
      )
    : null;
  const integration = integrationItem?.integration
    ? findDeclaration(
        context,
        declaration,
        'integration',
        asDotted(integrationItem.integration),
        `${subject} calls integration`,
      )
    : null;
  if (integration !== null && integrationItem?.action) {
    checkIntegrationAction(context, declaration, integration, integrationItem.action, subject);
  }
  const isMissing =
    (kind === 'surface' && surfaceItem === undefined) ||
    (kind === 'integration' && integrationItem === undefined);
  if (isMissing && !mayHaveLost(declaration.file, step, kind)) {
    complain(
      context,
      declaration,
      'DZL170',
      step.name.span,
      `${subject} is of kind ${kind} but names no ${kind}`,
      `add a line such as "${kind} ${kind === 'surface' ? 'task_list' : 'nightly_sync action import'}"`,
    );
  }
  return {
    name: step.name.text,
    kind,
    surface: surface?.name ?? null,
    integration: integration?.name ?? null,
    integrationAction: integrationItem?.action?.text ?? null,
    transitions: linkTransitions(context, declaration, step, names, subject),
    place: placeOf(declaration.file, step.name.span),
    ...optionalMeta(step.items),
  };
}

function linkTransitions(
  context: LinkContext,
  declaration: Experience,
  step: StepSyntax,
  names: readonly string[],
  subject: string,
): StepSpec['transitions'] {
  const seen = new Set<string>();
  return step.items.flatMap((item) => {
    if (item.kind !== 'transition' || item.step === null) return [];
    if (seen.has(item.on)) {
      const message = `${subject} says twice where "${item.on}" leads`;
      complain(context, declaration, 'DZL181', item.span, message, 'keep one of the two');
      return [];
    }
    seen.add(item.on);
    checkStep(context, declaration, item.step, names, `"${item.on}" of ${subject} leads to`);
    return [{ on: item.on, step: item.step.text }];
  });
}

/** Warns of steps that nothing leads to, and of circles that no run can finish. */
function checkWays(
  context: LinkContext,
  declaration: Experience,
  steps: readonly StepSpec[],
  start: string,
  owner: string,
): void {
  const next = new Map(steps.map((step) => [step.name, step.transitions.map((way) => way.step)]));
  const entered = context.enteredSteps.get(declaration) ?? new Set<string>();
  const reachable = follow([start, ...entered], next);
  const spanOf = new Map(
    declaration.syntax.items.flatMap((item) =>
      item.kind === 'step' ? [[item.name.text, item.name.span] as const] : [],
    ),
  );
  for (const step of steps) {
    if (reachable.has(step.name)) continue;
    complain(
      context,
      declaration,
      'DZL186',
      spanOf.get(step.name)!,
      `step ${step.name} of ${owner} cannot be reached`,
      `lead to it from another step ("on success -> ${step.name}"), or remove it`,
    );
  }
  const before = new Map<string, string[]>();
  for (const [name, targets] of next) {
    for (const target of targets) before.set(target, [...(before.get(target) ?? []), name]);
  }
  // A step ends the experience where it has no `on success`.
  const ends = steps.filter((step) => !step.transitions.some((way) => way.on === 'success'));
  const canEnd = follow(
    ends.map((step) => step.name),
    before,
  );
  const caught = steps.filter((step) => reachable.has(step.name) && !canEnd.has(step.name));
  if (caught.length === 0) return;
  const names = caught.map((step) => step.name);
  complain(
    context,
    declaration,
    'DZL187',
    spanOf.get(names[0]!)!,
    names.length === 1
      ? `step ${names[0]!} of ${owner} leads only to itself: no run ends`
      : `the steps ${listNames(names)} of ${owner} lead round in a circle: no run ends`,
    'let success of one of them lead to a last step, or remove its "on success"',
  );
}

function follow(from: readonly string[], ways: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set(from);
  for (const name of reached) for (const target of ways.get(name) ?? []) reached.add(target);
  return reached;
}
