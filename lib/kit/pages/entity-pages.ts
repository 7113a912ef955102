import type { EntityPages, FormPage, ListPage, ViewPage } from './page-model.ts';

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
