import type { AttentionSpec, UxSpec } from '../app-spec.ts';
import type { SortKey } from '../condition.ts';
import type { AttentionSyntax, NameSyntax, OrderKeySyntax, UxSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type LinkContext } from './context.ts';
import { metaOf, optionalMeta } from './literal.ts';
import type { Scope } from './module.ts';
import { findOnly, firstWord, checkDistinct } from './once.ts';
import { linkPersonaView } from './persona-view.ts';
import { linkPageAction } from './page-action.ts';
import { linkSafeCondition } from './safe-condition.ts';
import { type UxPlace, linkShown, linkNames, checkFieldName } from './ux-place.ts';

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
