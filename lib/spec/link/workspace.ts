import type { RegionSpec, WorkspaceSpec } from '../app-spec.ts';
import type { Condition, SortKey } from '../condition.ts';
import type { DottedSyntax, NameSyntax, OrderKeySyntax, RegionSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { linkExpression } from './aggregate.ts';
import { linkCondition } from './condition.ts';
import { complain, type EntityInfo, type LinkContext, lookUp, nearest, reportUnresolved } from './context.ts';
import { checkTitle, linkDeclared } from './entity.ts';
import { findField, isLostField } from './entity-index.ts';
import { optionalMeta } from './literal.ts';
import { type Declaration, mayHaveLost, type Scope } from './module.ts';
import { findOnly, checkDistinct } from './once.ts';
import { linkPageAction } from './page-action.ts';
import { resolveName } from './resolve-name.ts';
import { linkUx, reportUnsortable, toSortKey } from './ux.ts';

type Workspace = Declaration<'workspace'>;

interface Source {
  readonly entity: EntityInfo | null;
  readonly surface: string | null;
  /** False where the source is missing because of a mistake. */
  readonly isKnown: boolean;
}

/** A workspace: its regions and ux. */
export function linkWorkspace(context: LinkContext, declaration: Workspace): WorkspaceSpec {
  const { syntax } = declaration;
  const owner = `workspace ${syntax.name.text}`;
  checkTitle(context, declaration);
  const written = syntax.items.filter((item) => item.kind === 'region');
  const distinct = checkDistinct(context, declaration, written, (region) => region.name, 'region', owner);
  const sources = distinct.map((region) => linkSource(context, declaration, region, owner));
  const regions = distinct.map((region, index) =>
    linkRegion(context, declaration, region, sources[index]!, owner),
  );
  const ux = findOnly(context, declaration, syntax.items, 'ux', owner);
  const entities = [...new Set(sources.flatMap(({ entity }) => entity ?? []))];
  const names = regions.flatMap(({ name, aggregates }) => [name, ...aggregates.map((line) => line.name)]);
  return {
    ...linkDeclared(declaration),
    purpose: findOnly(context, declaration, syntax.items, 'purpose', owner)?.value?.value ?? null,
    engineHint: findOnly(context, declaration, syntax.items, 'engine_hint', owner)?.value?.value ?? null,
    regions,
    ux:
      ux === undefined
        ? null
        : linkUx(
            context,
            {
              scope: declaration,
              owner,
              entities,
              isKnown: sources.every(({ isKnown }) => isKnown),
              isLost: (name) => mayHaveLost(declaration.file, syntax, name),
              otherNames: new Set(),
              freeNames: new Set(),
              isWorkspace: true,
              showsRegions: new Set(names),
            },
            ux,
          ),
  };
}

function linkSource(context: LinkContext, scope: Scope, region: RegionSyntax, owner: string): Source {
  const label = `region ${region.name.text} of ${owner}`;
  const item = findOnly(context, scope, region.items, 'source', label);
  if (item === undefined) return { entity: null, surface: null, isKnown: !region.broken };
  if (item.source === null) return { entity: null, surface: null, isKnown: false };
  return resolveSource(context, scope, item.source, label);
}

/** An entity, or a surface that shows one. */
function resolveSource(context: LinkContext, scope: Scope, source: DottedSyntax, label: string): Source {
  const unknown: Source = { entity: null, surface: null, isKnown: false };
  const declaration = lookUp(context, scope, 'entity', source);
  if (declaration !== null) {
    const entity = context.entities.get(declaration) ?? null;
    return { entity, surface: null, isKnown: entity !== null };
  }
  const surface = lookUp(context, scope, 'surface', source);
  if (surface === null) {
    const asSurface = resolveName(context.modules, scope, 'surface', source);
    const asEntity = resolveName(context.modules, scope, 'entity', source);
    const resolution = asEntity.kind === 'unknown' ? asSurface : asEntity;
    const subject = `${label} takes its rows from`;
    reportUnresolved(context, scope, ['entity', 'surface'], source, resolution, subject, 'DZL105');
    return unknown;
  }
  const uses = surface.syntax.items.find((item) => item.kind === 'uses_entity');
  if (uses === undefined && !surface.syntax.broken) {
    complain(
      context,
      scope,
      'DZL105',
      source.span,
      `${label} takes its rows from surface "${source.text}", which has no entity`,
      'name an entity, or a surface that uses one',
    );
  }
  const named = uses?.entity ? lookUp(context, surface, 'entity', uses.entity) : null;
  const entity = named === null ? undefined : context.entities.get(named);
  return entity === undefined ? unknown : { entity, surface: surface.name, isKnown: true };
}

function linkRegion(
  context: LinkContext,
  scope: Workspace,
  region: RegionSyntax,
  source: Source,
  owner: string,
): RegionSpec {
  const label = `region ${region.name.text} of ${owner}`;
  const only = <K extends RegionSyntax['items'][number]['kind']>(kind: K) =>
    findOnly(context, scope, region.items, kind, label);
  const filter = only('filter');
  const sort = only('sort');
  const limit = only('limit')?.value ?? null;
  const action = only('action');
  const groupBy = only('group_by')?.field ?? null;
  const aggregate = only('aggregate');
  const lines = (aggregate?.items ?? []).filter((item) => item.kind === 'aggregate_line');
  const distinct = checkDistinct(context, scope, lines, (line) => line.name, 'aggregate', label);
  const names = new Set(distinct.map((line) => line.name.text));
  if (limit !== null && (!Number.isInteger(limit.value) || limit.value < 1)) {
    complain(
      context,
      scope,
      'DZL161',
      limit.span,
      `the limit of ${label} is ${limit.text}`,
      'write a whole number from 1',
    );
  }
  if (groupBy !== null) checkRegionField(context, scope, source, groupBy, `${label} groups by`);
  const isOverWrongSource = source.entity === null && !source.isKnown;
  const aggregates = isOverWrongSource
    ? []
    : distinct.flatMap((line) => {
        if (line.expression === null) return [];
        const place = { scope, source: source.entity, label: `"${line.name.text}" of ${label}` };
        const expression = linkExpression(context, place, line.expression, linkCondition);
        return expression === null ? [] : [{ name: line.name.text, expression }];
      });
  const condition = filter?.condition ?? null;
  return {
    name: region.name.text,
    entity: source.entity?.declaration.name ?? null,
    surface: source.surface,
    filter: condition === null ? null : linkFilter(context, scope, source, condition, label),
    sort:
      sort === undefined
        ? null
        : linkSort(context, scope, source, sort.keys, label, groupBy === null ? new Set() : names),
    limit: limit?.value ?? null,
    display: only('display')?.value?.value ?? null,
    action:
      action === undefined || action.target === null
        ? null
        : linkPageAction(context, scope, action.target, `the action of ${label}`),
    empty: only('empty')?.value?.value ?? null,
    groupBy: groupBy?.text ?? null,
    aggregates,
    place: placeOf(scope.file, region.name.span),
    ...optionalMeta(region.items),
  };
}

function linkFilter(
  context: LinkContext,
  scope: Scope,
  source: Source,
  condition: Parameters<typeof linkCondition>[2],
  label: string,
): Condition | null {
  if (source.entity !== null) {
    return linkCondition(
      context,
      { scope, entity: source.entity, label: `the filter of ${label}` },
      condition,
    );
  }
  if (source.isKnown) reportWithoutSource(context, scope, condition, `${label} filters`);
  return null;
}

function linkSort(
  context: LinkContext,
  scope: Scope,
  source: Source,
  keys: readonly OrderKeySyntax[],
  label: string,
  aggregates: ReadonlySet<string>,
): SortKey[] {
  for (const key of keys) {
    if (aggregates.has(key.field.text)) continue;
    const subject = `${label} sorts by`;
    if (source.entity !== null && aggregates.size > 0 && !source.entity.fields.has(key.field.text)) {
      const near = nearest(context, key.field.text, aggregates);
      if (near !== undefined && !isLostField(source.entity, key.field.text)) {
        const message = `${subject} "${key.field.text}", which is neither a field nor an aggregate`;
        complain(context, scope, 'DZL106', key.field.span, message, `write "${near}"`);
        continue;
      }
    }
    const field = checkRegionField(context, scope, source, key.field, subject);
    const kind = field?.type?.kind;
    if (kind === 'many' || kind === 'json') reportUnsortable(context, scope, key.field, subject, kind);
  }
  return keys.map(toSortKey);
}

function checkRegionField(
  context: LinkContext,
  scope: Scope,
  source: Source,
  name: NameSyntax,
  subject: string,
): ReturnType<typeof findField> {
  if (source.entity !== null) return findField(context, scope, source.entity, name, subject);
  if (source.isKnown) reportWithoutSource(context, scope, name, `${subject} "${name.text}"`);
  return null;
}

function reportWithoutSource(
  context: LinkContext,
  scope: Scope,
  at: { readonly span: NameSyntax['span'] },
  subject: string,
): void {
  complain(
    context,
    scope,
    'DZL177',
    at.span,
    `${subject}, but it has no source`,
    'add a line such as "source: Task"',
  );
}
