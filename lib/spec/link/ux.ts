import type { AttentionSpec, UxSpec } from '../app-spec.ts';
import type { SortKey } from '../condition.ts';
import type { AttentionSyntax, NameSyntax, OrderKeySyntax, UxSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type EntityInfo, type LinkContext, nearest } from './context.ts';
import { findField, isLostField } from './entity-index.ts';
import { metaOf, optionalMeta } from './literal.ts';
import type { Scope } from './module.ts';
import { findOnly, firstWord, checkDistinct } from './once.ts';
import { linkPersonaView } from './persona-view.ts';
import { linkPageAction } from './page-action.ts';
import { linkSafeCondition } from './safe-condition.ts';
import { listNames } from '../../words/phrases.ts';

/** Where a ux block stands, and the names that it can speak of. */
export interface UxPlace {
  readonly scope: Scope;
  /** `surface task_list`. */
  readonly owner: string;
  /** The surface's entity, or those behind the regions of a workspace. */
  readonly entities: readonly EntityInfo[];
  /** False where an entity is missing because of another mistake: names are not checked then. */
  readonly isKnown: boolean;
  /** Section and field names of a surface: `hide` and `focus` may name these too. */
  readonly otherNames: ReadonlySet<string>;
  /** Free text inputs of a surface. */
  readonly freeNames: ReadonlySet<string>;
  readonly isWorkspace: boolean;
  /** Claims that a name may have got lost in a line that was not understood. */
  readonly isLost: (name: string) => boolean;
  /** Regions and aggregates of a workspace. */
  readonly showsRegions: ReadonlySet<string>;
}

/** A ux block of a surface or a workspace. */
export function linkUx(context: LinkContext, place: UxPlace, ux: UxSyntax): UxSpec {
  const { scope, owner } = place;
  const only = <K extends UxSyntax['items'][number]['kind']>(kind: K) =>
    findOnly(context, scope, ux.items, kind, `the ux of ${owner}`);
  const show = only('show');
  const filter = only('filter');
  const search = only('search');
  const sort = only('sort');
  const views = ux.items.filter((item) => item.kind === 'for');
  return {
    purpose: only('purpose')?.value?.value ?? null,
    show: show === undefined ? null : linkShown(context, place, show.names, `${owner} shows`),
    filter: filter === undefined ? null : linkNames(context, place, filter.names, `${owner} filters by`),
    search: search === undefined ? null : linkNames(context, place, search.names, `${owner} searches`),
    sort: sort === undefined ? null : linkOrder(context, place, sort.keys, `${owner} sorts by`),
    empty: only('empty')?.value?.value ?? null,
    display: only('display')?.value?.value ?? null,
    attention: ux.items.flatMap((item) =>
      item.kind === 'attention' ? linkAttention(context, place, item) : [],
    ),
    personas: checkDistinct(
      context,
      scope,
      views,
      (view) => view.persona,
      '"for" block',
      `the ux of ${owner}`,
    ).map((view) => linkPersonaView(context, place, view)),
    place: placeOf(scope.file, firstWord(scope, ux.span)),
    ...optionalMeta(ux.items),
  };
}

/** Fields, or in a workspace regions and aggregates, each of which must exist. */
export function linkShown(
  context: LinkContext,
  place: UxPlace,
  names: readonly NameSyntax[],
  subject: string,
): string[] {
  if (!place.isWorkspace) return linkNames(context, place, names, subject);
  for (const name of names) {
    if (place.showsRegions.has(name.text) || !place.isKnown || place.isLost(name.text)) continue;
    const near = nearest(context, name.text, place.showsRegions);
    complain(
      context,
      place.scope,
      'DZL106',
      name.span,
      `${subject} "${name.text}", which is neither a region nor an aggregate of it`,
      near === undefined ? `write one of: ${listNames([...place.showsRegions])}` : `write "${near}"`,
    );
  }
  return names.map((name) => name.text);
}

/** Names of fields, each of which must exist in one of the entities. */
export function linkNames(
  context: LinkContext,
  place: UxPlace,
  names: readonly NameSyntax[],
  subject: string,
): string[] {
  for (const name of names) checkFieldName(context, place, name, subject);
  return names.map((name) => name.text);
}

/** Reports a name that no entity of the place has as a field. */
export function checkFieldName(
  context: LinkContext,
  place: UxPlace,
  name: NameSyntax,
  subject: string,
): EntityInfo | null {
  const owner = place.entities.find((entity) => entity.fields.has(name.text));
  if (owner !== undefined) return owner;
  if (!place.isKnown || place.freeNames.has(name.text)) return null;
  const [entity] = place.entities;
  if (entity !== undefined && place.entities.length === 1) {
    findField(context, place.scope, entity, name, subject);
  } else if (!place.entities.some((candidate) => isLostField(candidate, name.text))) {
    const names = [...place.freeNames, ...place.entities.flatMap(({ fields }) => [...fields.keys()])];
    const near = nearest(context, name.text, names);
    complain(
      context,
      place.scope,
      'DZL106',
      name.span,
      `${subject} "${name.text}", which is not a field of ${place.isWorkspace ? 'any source of it' : 'it'}`,
      near === undefined ? 'name a field that exists, or remove it' : `write "${near}"`,
    );
  }
  return null;
}

function linkOrder(
  context: LinkContext,
  place: UxPlace,
  keys: readonly OrderKeySyntax[],
  subject: string,
): SortKey[] {
  for (const key of keys) {
    const owner = checkFieldName(context, place, key.field, subject);
    const kind = owner?.fields.get(key.field.text)?.type?.kind;
    if (kind === 'many' || kind === 'json') reportUnsortable(context, place.scope, key.field, subject, kind);
  }
  return keys.map(toSortKey);
}

/** A key of an order, ascending where nothing is said. */
export function toSortKey(key: OrderKeySyntax): SortKey {
  return { field: key.field.text, direction: key.direction ?? 'asc' };
}

/** Reports a sort by something that has no order. */
export function reportUnsortable(
  context: LinkContext,
  scope: Scope,
  name: NameSyntax,
  subject: string,
  kind: 'many' | 'json',
): void {
  complain(
    context,
    scope,
    'DZL175',
    name.span,
    `${subject} "${name.text}", but a ${kind} has no order`,
    'sort by another field',
  );
}

function linkAttention(context: LinkContext, place: UxPlace, attention: AttentionSyntax): AttentionSpec[] {
  const { scope, owner } = place;
  const level = attention.level?.value ?? 'info';
  const label = `attention ${level} of ${owner}`;
  const when = findOnly(context, scope, attention.items, 'when', label);
  const message = findOnly(context, scope, attention.items, 'message', label);
  const action = findOnly(context, scope, attention.items, 'action', label);
  const target =
    action === undefined || action.target === null
      ? null
      : linkPageAction(context, scope, action.target, `the action of ${label}`);
  if (when === undefined) {
    if (!attention.broken) {
      complain(
        context,
        scope,
        'DZL180',
        firstWord(scope, attention.span),
        `${label} does not say when`,
        'add a line such as "when: status = open"',
      );
    }
    return [];
  }
  if (when.condition === null) return [];
  const condition = linkSafeCondition(context, place, when.condition, label);
  if (condition === null) return [];
  const meta = metaOf(attention.items);
  return [
    {
      level,
      when: condition,
      message: message?.value?.value ?? null,
      action: target,
      place: placeOf(scope.file, firstWord(scope, attention.span)),
      ...(Object.keys(meta).length === 0 ? {} : { meta }),
    },
  ];
}
