import type { EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { keyField, labelField } from '../fields/entity-fields.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { asTitle } from '../../words/phrases.ts';
import { buildFilter } from '../pages/build-list.ts';
import type { ListFilter } from '../pages/list-model.ts';

const mostColumns = 6;

/** How the admin area lists the records of an entity. */
export interface AdminScreen {
  /** The field whose value is the record's label: the first column. */
  readonly label: FieldSpec;
  /** The columns after the label. */
  readonly columns: readonly FieldSpec[];
  readonly filters: readonly ListFilter[];
  /** The fields that a search looks into: those with text, or the primary key where there are none. */
  readonly search: readonly FieldSpec[];
}

/**
 * Columns for up to six short fields besides the label, without the primary key; filters and search as on a
 * list whose surface names none.
 */
export function adminScreen(entity: EntitySpec): AdminScreen {
  const label = labelField(entity);
  const { fields } = entity;
  const searched = fields.filter((field) => fieldKind(field).isSearched);
  return {
    label,
    columns: fields
      .filter((field) => field !== label && !field.primaryKey && fieldKind(field).isListed)
      .slice(0, mostColumns),
    filters: fields
      .filter((field) => fieldKind(field).isFiltered)
      .map((field) => buildFilter(field, asTitle(field.name))),
    search: searched.length > 0 ? searched : [keyField(entity)],
  };
}
