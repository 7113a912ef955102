import type { FormFieldModel } from './form-model.ts';
import type { EntityPages, FormPage, FreePage, ListPage, ViewPage } from './page-model.ts';

/** The pages of an entity's surfaces: lists, create forms, then the pages of a single record. */
export function surfacePages(entity: EntityPages): readonly (ListPage | ViewPage | FormPage)[] {
  return [...entity.lists, ...entity.creates, ...entity.views, ...entity.edits, ...entity.customs];
}

/** The forms of an entity. */
export function formPages(entity: EntityPages): readonly FormPage[] {
  return [...entity.creates, ...entity.edits, ...entity.customs];
}

/** Claims that the entity has a surface. */
export function hasPages(entity: EntityPages): boolean {
  return surfacePages(entity).length > 0;
}

/** The inputs of a form, in all its sections, without fields that are only shown. */
export function formInputs({ sections }: FormPage | FreePage): readonly FormFieldModel[] {
  return sections.flatMap(({ fields }) => fields.filter((field) => !field.isReadOnly));
}
