import type { FormFieldModel } from './form-model.ts';
import type { EntityPages, FormPage, FreePage, ListPage, ViewPage } from './page-model.ts';

/** The pages of an entity's surfaces: lists, forms that make a record, then those of one record. */
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

/** What is entered in a form, in all its sections. */
export function formInputs({ sections }: FormPage | FreePage): readonly FormFieldModel[] {
  return sections.flatMap(({ fields }) => fields.filter((field) => !field.isReadOnly));
}
