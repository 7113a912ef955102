import type { EntitySpec, FieldSpec, SectionFieldSpec, SurfaceSpec } from '../../spec/app-spec.ts';
import {
  choicesOf,
  isGenerated,
  isNeverEmptyInput,
  isRequiredInput,
  targetOf,
} from '../fields/field-claims.ts';
import { claimName } from '../claim-name.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { maxLength, numberStep } from '../fields/field-limits.ts';
import { showField } from './build-shown.ts';
import { asTitle, withArticle } from '../../words/phrases.ts';
import type { FormFieldModel } from './form-model.ts';
import type { FormSection } from './page-model.ts';
import type { PageScope } from './page-scope.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** The sections of a form over a record of `entity`. */
export function buildFormSections(
  scope: PageScope,
  surface: SurfaceSpec,
  entity: EntitySpec,
): readonly FormSection[] {
  const isCreate = surface.mode === 'create';
  const seen = new Set<string>();
  const sections: FormSection[] = surface.sections.map((section) => ({
    name: section.name,
    title: section.title,
    fields: section.fields.flatMap((item) => {
      if (seen.has(item.name)) return [];
      seen.add(item.name);
      const field = scope.field(entity.name, item.name);
      if (field === undefined) return [freeInput(item)];
      const input = buildInput(scope, field, item, isCreate);
      return isCreate && input.isReadOnly ? [] : [input];
    }),
  }));
  const filled = sections.filter((section) => section.fields.length > 0);
  if (surface.sections.length === 0 && surface.mode !== 'custom') {
    const fields = entity.fields.filter((field) => !isGenerated(field));
    filled.push({
      name: 'main',
      title: entity.title,
      fields: fields
        .map((field) => buildInput(scope, field, null, isCreate))
        .filter((field) => !isCreate || !field.isReadOnly),
    });
    for (const field of fields) seen.add(field.name);
  }
  if (isCreate) addMissing(scope, surface, entity, seen, filled);
  return uniqueSectionNames(filled);
}

/** The sections of a custom surface without an entity: text inputs. */
export function buildFreeSections(surface: SurfaceSpec): readonly FormSection[] {
  const seen = new Set<string>();
  return uniqueSectionNames(
    surface.sections.map((section) => ({
      name: section.name,
      title: section.title,
      fields: section.fields.flatMap((item) => {
        if (seen.has(item.name)) return [];
        seen.add(item.name);
        return [freeInput(item)];
      }),
    })),
  );
}

/** Adds a section with the required fields that the surface leaves out, so that it can be saved (DZL362). */
function addMissing(
  scope: PageScope,
  surface: SurfaceSpec,
  entity: EntitySpec,
  seen: ReadonlySet<string>,
  sections: FormSection[],
): void {
  const missing = entity.fields.filter((field) => isRequiredInput(field) && !seen.has(field.name));
  if (missing.length === 0) return;
  sections.push({
    name: 'required_fields',
    title: 'Also required',
    fields: missing.map((field) => ({ ...buildInput(scope, field, null, true), isAdded: true })),
  });
  const names = missing.map((field) => `"${field.name}"`).join(', ');
  const isOne = missing.length === 1;
  scope.report(
    diagnose('DZL362', {
      message: `surface ${surface.name} creates ${withArticle(entity.name)} without ${names}, which ${isOne ? 'is' : 'are'} required and without a default; the form asks for ${isOne ? 'it' : 'them'} at its end`,
      fix: `name ${isOne ? 'it' : 'them'} in a section of ${surface.name}, or give ${isOne ? 'it a default' : 'them defaults'} in entity ${entity.name}`,
      place: surface.place,
    }),
  );
}

function buildInput(
  scope: PageScope,
  field: FieldSpec,
  item: SectionFieldSpec | null,
  isCreate: boolean,
): FormFieldModel {
  const label = item?.label ?? asTitle(field.name);
  const isReadOnly = isGenerated(field) || (field.primaryKey && !isCreate);
  return {
    field: field.name,
    label,
    help: item?.help ?? field.help,
    placeholder: item?.placeholder ?? null,
    input: fieldKind(field).input,
    required: isNeverEmptyInput(field),
    isAdded: false,
    isReadOnly,
    shown: isReadOnly ? showField(scope, field, label) : null,
    isFreeText: false,
    initial: field.default,
    choices: choicesOf(field),
    entity: targetOf(field),
    maxLength: maxLength(field),
    min: field.min,
    max: field.max,
    step: numberStep(field),
    pattern: field.pattern,
  };
}

function freeInput(item: SectionFieldSpec): FormFieldModel {
  return {
    field: item.name,
    label: item.label,
    help: item.help,
    placeholder: item.placeholder,
    input: 'text',
    required: false,
    isAdded: false,
    isReadOnly: false,
    shown: null,
    isFreeText: true,
    initial: null,
    choices: null,
    entity: null,
    maxLength: null,
    min: null,
    max: null,
    step: null,
    pattern: null,
  };
}

/** Puts a number behind a section's name that is taken (`main_2`), so that each can be an element's id. */
function uniqueSectionNames(sections: readonly FormSection[]): readonly FormSection[] {
  const taken = new Set<string>();
  return sections.map((section) => {
    const name = claimName(taken, section.name);
    return name === section.name ? section : { ...section, name };
  });
}
