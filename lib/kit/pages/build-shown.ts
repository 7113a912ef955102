import type { EntitySpec, FieldSpec, SurfaceSpec } from '../../spec/app-spec.ts';
import { isGeneratedKey, isNeverEmpty, targetOf } from '../fields/field-claims.ts';
import type { ShownField, ShownSection } from './shown-model.ts';
import { asTitle } from '../../words/phrases.ts';
import type { PageScope } from './page-scope.ts';

/** How a page shows the value of a field. */
export function showField(scope: PageScope, field: FieldSpec, label: string): ShownField {
  const target = targetOf(field);
  return {
    field: field.name,
    label,
    kind: field.type.kind,
    isNeverEmpty: isNeverEmpty(field),
    scale: field.type.kind === 'decimal' ? field.type.scale : null,
    targetPage: target === null ? null : scope.recordPage(target),
  };
}

/** The sections of a view page; a surface that names no fields shows all but a generated primary key. */
export function buildShownSections(
  scope: PageScope,
  surface: SurfaceSpec,
  entity: EntitySpec,
): readonly ShownSection[] {
  const sections = surface.sections.map((section) => ({
    name: section.name,
    title: section.title,
    fields: section.fields.flatMap((item) => {
      const field = scope.field(entity.name, item.name);
      return field === undefined ? [] : [showField(scope, field, item.label)];
    }),
  }));
  const shown = sections.filter((section) => section.fields.length > 0);
  if (shown.length > 0) return shown;
  return [
    {
      name: 'main',
      title: entity.title,
      fields: entity.fields
        .filter((field) => !isGeneratedKey(field))
        .map((field) => showField(scope, field, asTitle(field.name))),
    },
  ];
}
