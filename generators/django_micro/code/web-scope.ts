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

/** What the code of the pages is made from. */
export interface WebScope {
  readonly spec: AppSpec;
  readonly names: DjangoNames;
  readonly pages: PageNames;
  entity(name: string): EntitySpec;
  field(entity: string, name: string): FieldSpec;
  /** The attribute of a field on its model. */
  attribute(entity: string, field: string): string;
}

/** Looks up names for the pages of `spec`. */
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

/** What a page calls the parameter in which a record's key goes along. */
export function parameterOf(web: WebScope, query: NonNullable<TargetAddress['query']>): string {
  return query.entity === null ? query.name : web.attribute(query.entity, query.name);
}

/** The filter's attribute on its form: its parameter where Python allows it, else the model's attribute. */
export function filterName(web: WebScope, page: ListPage, filter: ListFilter): string {
  const attribute = web.attribute(page.entity, filter.field);
  return attribute === filter.field ? filter.parameter : attribute;
}
