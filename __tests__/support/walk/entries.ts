import type { EntitySpec, FieldSpec, FormFieldModel, FormPage } from '../../../lib/index.ts';
import { sampleValue } from '../../../lib/kit/fields/samples.ts';
import type { Visit } from './browser.ts';
import { findControl, optionsOf } from './forms.ts';
import type { Entry } from './forms.ts';

/** What is entered for each label of a form, and the values by the spec's field. */
export interface FormEntries {
  readonly entries: Record<string, Entry>;
  readonly values: Record<string, Entry>;
  /** Why the form cannot be filled in, or null. */
  readonly impossible: string | null;
}

/** Fills in every input of a form with the `index`-th valid values; refs take the last record there is to choose. */
export function entriesFor(visit: Visit, page: FormPage, entity: EntitySpec, index: number): FormEntries {
  const entries: Record<string, Entry> = {};
  const values: Record<string, Entry> = {};
  let impossible: string | null = null;
  for (const field of inputsOf(page)) {
    const spec = entity.fields.find(({ name }) => name === field.field);
    const entry = entryFor(visit, field, spec, index);
    if (entry === null) {
      if (field.required) impossible ??= `there is nothing to enter for ${field.label}`;
      continue;
    }
    entries[field.label] = entry;
    values[field.field] = entry;
  }
  return { entries, values, impossible };
}

/** The inputs of a form that a person fills in. */
export function inputsOf(page: { readonly sections: FormPage['sections'] }): readonly FormFieldModel[] {
  return page.sections.flatMap(({ fields }) => fields.filter(({ isReadOnly }) => !isReadOnly));
}

function entryFor(
  visit: Visit,
  field: FormFieldModel,
  spec: FieldSpec | undefined,
  index: number,
): Entry | null {
  if (field.isFreeText || spec === undefined) return 'Some text';
  if (field.input === 'record' || field.input === 'records') {
    const control = findControl(visit, field.label);
    const options = control === undefined ? [] : optionsOf(control);
    const last = options.at(-1);
    if (last === undefined) return null;
    return field.input === 'record' ? last.text : options.slice(-2).map(({ text }) => text);
  }
  const sample = sampleValue(spec, index);
  if (sample === null) return null;
  if (field.input === 'checkbox') return sample === 'true';
  if (field.choices !== null) return field.choices.find(({ value }) => value === sample)?.label ?? null;
  return sample;
}
