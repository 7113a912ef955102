import type {
  AppSpec,
  EntitySpec,
  FieldSpec,
  ListFilter,
  ListPage,
  TargetAddress,
} from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoNames } from '../naming.ts';
import { pageNames } from './page-names.ts';
import type { PageNames } from './page-names.ts';

/** A spec with its names in Django, as the code of the pages needs them. */
export interface WebScope {
  readonly spec: AppSpec;
  readonly names: DjangoNames;
  readonly pages: PageNames;
  entity(name: string): EntitySpec;
  field(entity: string, name: string): FieldSpec;
  /** The attribute of a field on its model. */
  attribute(entity: string, field: string): string;
}

/** Gathers the names of a spec; each is computed once for each spec. */
export function webScope(spec: AppSpec): WebScope {
  const names = djangoNames(spec);
  const entityOf = (name: string): EntitySpec => spec.entities.find((entity) => entity.name === name)!;
  return {
    spec,
    names,
    pages: pageNames(spec),
    entity: entityOf,
    field: (entity, name) => entityOf(entity).fields.find((field) => field.name === name)!,
    attribute: (entity, field) => names.field(entity, field).attribute,
  };
}

/**
 * The query parameter that carries a record's key: the attribute that it prefills, or `record` for a step.
 */
export function parameterOf(web: WebScope, query: NonNullable<TargetAddress['query']>): string {
  return query.entity === null ? query.name : web.attribute(query.entity, query.name);
}

/**
 * A filter's attribute on its form: the query parameter, or the model's attribute if Django renamed the
 * field.
 */
export function filterName(web: WebScope, page: ListPage, filter: ListFilter): string {
  const attribute = web.attribute(page.entity, filter.field);
  return attribute === filter.field ? filter.parameter : attribute;
}
