import type { IntegrationActionSyntax, ValueSyntax } from '../syntax/ast.ts';
import { type LinkContext, lookUp } from './context.ts';
import type { Declaration, Module } from './module.ts';

/** Notes what is used from afar: form fields that integrations read, and steps that outcomes enter. */
export function indexUses(context: LinkContext, reached: readonly Module[]): void {
  for (const module of reached) {
    for (const declaration of module.declarations) {
      if (declaration.kind === 'surface') indexOutcomes(context, declaration as Declaration<'surface'>);
      else if (declaration.kind === 'integration')
        indexForms(context, declaration as Declaration<'integration'>);
    }
  }
}

function indexOutcomes(context: LinkContext, surface: Declaration<'surface'>): void {
  for (const action of surface.syntax.items) {
    if (action.kind !== 'action') continue;
    for (const item of action.items) {
      if (item.kind !== 'on' || item.outcome === null) continue;
      const { outcome } = item;
      if (outcome.kind === 'experience' && outcome.step !== null) {
        const experience = lookUp(context, surface, 'experience', outcome.experience);
        if (experience !== null) addTo(context.enteredSteps, experience, [outcome.step.text]);
      } else if (outcome.kind === 'integration' && outcome.action !== null) {
        const integration = lookUp(context, surface, 'integration', outcome.integration);
        const called = integration?.syntax.items.find(
          (part): part is IntegrationActionSyntax =>
            part.kind === 'iaction' && part.name.text === outcome.action!.text,
        );
        if (called !== undefined) addTo(context.formNames, surface, listFormNames(called));
      }
    }
  }
}

function indexForms(context: LinkContext, integration: Declaration<'integration'>): void {
  for (const action of integration.syntax.items) {
    if (action.kind !== 'iaction') continue;
    for (const item of action.items) {
      if (item.kind !== 'when_surface' || item.surface === null) continue;
      const surface = lookUp(context, integration, 'surface', item.surface);
      if (surface !== null) addTo(context.formNames, surface, listFormNames(action));
    }
  }
}

function addTo(
  index: Map<Declaration, Set<string>>,
  declaration: Declaration,
  names: readonly string[],
): void {
  const known = index.get(declaration) ?? new Set();
  for (const name of names) known.add(name);
  index.set(declaration, known);
}

function listFormNames(action: IntegrationActionSyntax): string[] {
  return action.items.flatMap((item) =>
    'items' in item
      ? item.items.flatMap((line) => (line.kind === 'mapping' ? formName(line.value) : []))
      : [],
  );
}

function formName(value: ValueSyntax | null): string[] {
  if (value?.kind !== 'path' || value.path.parts[0]?.text !== 'form') return [];
  return value.path.parts.slice(1, 2).map((part) => part.text);
}
