import type { EntitySpec, FieldSpec, SurfaceSpec } from '../../spec/app-spec.ts';
import type { SortKey } from '../../spec/condition.ts';
import { keyField, labelField } from '../fields/entity-fields.ts';
import { choicesOf, isGeneratedKey, targetOf } from '../fields/field-claims.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { inSentence } from '../../words/phrases.ts';
import { plural } from '../../words/plural.ts';
import { showField } from './build-shown.ts';
import { pageSize } from './list-limits.ts';
import type { ListColumn, ListFilter, ListModel, OrderKey, SearchKey, SortOption } from './list-model.ts';
import { pageProtocol } from './page-protocol.ts';
import { labelOf } from './page-scope.ts';
import type { PageScope } from './page-scope.ts';

const { search, sort, page } = pageProtocol.query;
const listParameters = new Set<string>([search, sort, page]);

/** Decides what a list shows and how it is filtered, searched and ordered. */
export function buildList(scope: PageScope, surface: SurfaceSpec, entity: EntitySpec): ListModel {
  const fields = columnFields(surface, entity);
  const ux = surface.ux;
  const columns = fields.map((field, index): ListColumn => ({
    ...showField(scope, field, labelOf(surface, field.name)),
    isLink: index === 0,
    sort: fieldKind(field).isSortable ? field.name : null,
  }));
  const filtered = ux?.filter ?? fields.filter((field) => fieldKind(field).isFiltered).map((f) => f.name);
  const searched = ux?.search ?? fields.filter((field) => fieldKind(field).isSearched).map((f) => f.name);
  const sortable = unique([
    ...fields.filter((field) => fieldKind(field).isSortable),
    ...namedFields(entity, ux?.sort?.map((key) => key.field) ?? []),
  ]).filter((field) => fieldKind(field).isSortable);
  const noun = inSentence(plural(entity.title));
  return {
    columns,
    filters: namedFields(entity, filtered).map((field) => buildFilter(field, labelOf(surface, field.name))),
    search: namedFields(entity, searched).map((field) => searchKey(scope, field)),
    sorts: sortable.map((field): SortOption => ({
      ...orderKey(scope, { field: field.name, direction: 'asc' }, entity),
      parameter: field.name,
      label: labelOf(surface, field.name),
    })),
    order:
      ux?.sort === null || ux?.sort === undefined
        ? defaultOrder(scope, entity)
        : ux.sort
            .filter((key) => scope.field(entity.name, key.field) !== undefined)
            .map((key) => orderKey(scope, key, entity)),
    pageSize,
    emptyText: ux?.empty ?? `There are no ${noun} yet.`,
    joins: fields.filter((field) => field.type.kind === 'ref').map((field) => field.name),
    prefetches: fields.filter((field) => field.type.kind === 'many').map((field) => field.name),
  };
}

/** By the first `auto_add` field, newest first; without one, by the primary key. */
export function defaultOrder(scope: PageScope, entity: EntitySpec): readonly OrderKey[] {
  const added = entity.fields.find((field) => field.auto === 'add');
  if (added !== undefined) return [orderKey(scope, { field: added.name, direction: 'desc' }, entity)];
  return [orderKey(scope, { field: keyField(entity).name, direction: 'asc' }, entity)];
}

function columnFields(surface: SurfaceSpec, entity: EntitySpec): readonly FieldSpec[] {
  const shown = surface.ux?.show;
  const named = shown ?? surface.sections.flatMap((section) => section.fields.map((field) => field.name));
  const fields = unique(namedFields(entity, named));
  if (fields.length > 0) return fields;
  return entity.fields.filter((field) => !isGeneratedKey(field) && fieldKind(field).isListed);
}

function namedFields(entity: EntitySpec, names: readonly string[]): readonly FieldSpec[] {
  return unique(
    names.flatMap((name) => {
      const field = entity.fields.find((candidate) => candidate.name === name);
      return field === undefined ? [] : [field];
    }),
  );
}

function unique<T>(things: readonly T[]): readonly T[] {
  return [...new Set(things)];
}

/** How a list filters by a field. */
export function buildFilter(field: FieldSpec, label: string): ListFilter {
  return {
    field: field.name,
    label,
    parameter: listParameters.has(field.name) ? `f_${field.name}` : field.name,
    ...fieldKind(field).filter,
    input: fieldKind(field).input,
    choices: choicesOf(field),
    entity: targetOf(field),
  };
}

function searchKey(scope: PageScope, field: FieldSpec): SearchKey {
  const target = targetOf(field);
  return {
    field: field.name,
    through: target === null ? null : labelField(scope.entity(target)).name,
  };
}

function orderKey(scope: PageScope, key: SortKey, entity: EntitySpec): OrderKey {
  const field = scope.field(entity.name, key.field)!;
  return {
    field: key.field,
    direction: key.direction,
    enumOrder: field.type.kind === 'enum' ? field.type.values : null,
    through: field.type.kind === 'ref' ? labelField(scope.entity(field.type.entity)).name : null,
  };
}
