import { formInputs } from '../pages/entity-pages.ts';
import type { FormFieldModel } from '../pages/form-model.ts';
import type { FormPage, FreePage } from '../pages/page-model.ts';
import { invalidSamples } from '../fields/samples.ts';
import type { CaseScope } from './case-scope.ts';
import type { AskCase, FormCase, FormEntries, FreeCase } from './page-case.ts';
import { sampleUse } from './count-samples.ts';
import { hasSample } from './sample-rule.ts';

/** The cases of a form over a record: what it saves, and what it refuses. */
export function buildFormCases(scope: CaseScope, page: FormPage): readonly FormCase[] {
  const inputs = formInputs(page).filter((field) => !field.isFreeText);
  const entries = formEntries(scope, page.entity, inputs);
  const required = inputs.filter((field) => field.required).map(({ field }) => field);
  const buttons = page.actions.filter(({ control }) => control === 'submit');
  const cases: FormCase[] = [{ kind: 'needs-login' }, asks(inputs)];
  if (inputs.length > 0) {
    const earlier = entries.links
      .map(({ entity }) => sampleUse(scope.spec, entity).get(page.entity) ?? 0)
      .reduce((sum, count) => sum + count, 0);
    cases.push({ kind: 'saves', entries, action: buttons[0]?.name ?? null, earlier });
  }
  if (required.length > 0) cases.push({ kind: 'refuses-an-empty-form', required });
  for (const input of inputs) {
    const field = scope.field(page.entity, input.field);
    for (const sample of invalidSamples(field)) {
      cases.push({ kind: 'refuses', entries, field: field.name, sample });
    }
    const isTaken = field.unique || (field.primaryKey && page.kind === 'create');
    if (isTaken && hasSample(field) && scope.canMake(page.entity, 3)) {
      cases.push({ kind: 'refuses-what-is-taken', entries, field: field.name });
    }
  }
  if (page.kind !== 'create') cases.push({ kind: 'is-gone-with-the-record' });
  for (const { name, target } of buttons) {
    if (target.kind !== 'integration' || inputs.length === 0) continue;
    cases.push({ kind: 'is-not-connected', entries, action: name });
  }
  return cases;
}

/** The cases of a page without an entity: it asks for its fields, and each submit button gets a response. */
export function buildFreeCases(page: FreePage): readonly FreeCase[] {
  const inputs = formInputs(page);
  const fields = inputs.map(({ field }) => field);
  return [
    { kind: 'needs-login' },
    asks(inputs),
    ...page.actions
      .filter(({ control }) => control === 'submit')
      .map(({ name, target }): FreeCase => {
        const leadsTo =
          target.kind === 'integration' ? null : { path: target.path, routeName: target.routeName };
        return { kind: 'answers', fields, action: name, leadsTo };
      }),
  ];
}

/** Valid entries for the inputs of a form over a record of `entity`; free text inputs get none. */
export function formEntries(
  scope: CaseScope,
  entity: string,
  inputs: readonly FormFieldModel[],
): FormEntries {
  return {
    entity,
    fields: inputs.filter(({ isFreeText }) => !isFreeText).map(({ field }) => field),
    links: inputs.flatMap(({ field, input, entity: target, required }) =>
      input === 'records' && !required && scope.isMakeable(target!) ? [{ field, entity: target! }] : [],
    ),
  };
}

function asks(inputs: readonly FormFieldModel[]): AskCase {
  return { kind: 'asks-for-its-fields', labels: [...new Set(inputs.map(({ label }) => label))] };
}
