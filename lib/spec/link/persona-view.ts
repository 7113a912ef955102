import type { Literal, PersonaViewSpec } from '../app-spec.ts';
import type { LiteralSyntax, NameSyntax, PairSyntax, PersonaViewSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type LinkContext, nearest } from './context.ts';
import { describeType, fitValue, mendValue, showLiteral } from './default-value.ts';
import { isLostField } from './entity-index.ts';
import { toLiteral } from './literal.ts';
import { metaOf } from './literal.ts';
import { findOnly, checkDistinct } from './once.ts';
import { linkPageAction } from './page-action.ts';
import { linkSafeCondition } from './safe-condition.ts';
import { checkFieldName, linkShown, type UxPlace } from './ux-place.ts';

/** What one persona sees (`for agent:`). */
export function linkPersonaView(
  context: LinkContext,
  place: UxPlace,
  view: PersonaViewSyntax,
): PersonaViewSpec {
  const { scope } = place;
  const label = `${view.persona.text} in ${place.owner}`;
  const only = <K extends PersonaViewSyntax['items'][number]['kind']>(kind: K) =>
    findOnly(context, scope, view.items, kind, `"for ${view.persona.text}" of ${place.owner}`);
  const scopeItem = only('scope');
  const show = only('show');
  const hide = only('hide');
  const showAggregate = only('show_aggregate');
  const focus = only('focus');
  const primary = only('action_primary');
  const defaults = only('defaults');
  const meta = metaOf(view.items);
  return {
    persona: view.persona.text,
    scope: linkScope(context, place, scopeItem?.scope ?? null, `the scope of ${label}`),
    purpose: only('purpose')?.value?.value ?? null,
    show:
      show === undefined
        ? null
        : linkShown(context, place, show.names, `${place.owner} shows ${view.persona.text}`),
    hide: hide === undefined ? null : checkSoftly(context, place, hide.names, 'hide', label),
    showAggregate:
      showAggregate === undefined
        ? null
        : checkSoftly(context, place, showAggregate.names, 'show_aggregate', label),
    focus: focus === undefined ? null : checkSoftly(context, place, focus.names, 'focus', label),
    actionPrimary:
      primary === undefined || primary.target === null
        ? null
        : linkPageAction(context, scope, primary.target, `action_primary of ${label}`),
    readOnly: only('read_only')?.value?.value ?? false,
    defaults: defaults === undefined ? {} : linkDefaults(context, place, defaults.items, label),
    place: placeOf(scope.file, view.persona.span),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  };
}

function linkScope(
  context: LinkContext,
  place: UxPlace,
  scope: Extract<PersonaViewSyntax['items'][number], { kind: 'scope' }>['scope'],
  label: string,
): PersonaViewSpec['scope'] {
  if (scope === null || scope === 'all') return scope;
  return linkSafeCondition(context, place, scope, label);
}

/** Names that do no harm where they name nothing: a warning. */
function checkSoftly(
  context: LinkContext,
  place: UxPlace,
  names: readonly NameSyntax[],
  directive: 'hide' | 'show_aggregate' | 'focus',
  label: string,
): string[] {
  const known = new Set(
    place.isWorkspace
      ? place.showsRegions
      : [...place.otherNames, ...place.entities.flatMap(({ fields }) => [...fields.keys()])],
  );
  for (const name of names) {
    const isLost = place.entities.some((entity) => isLostField(entity, name.text));
    if (known.has(name.text) || !place.isKnown || isLost || place.isLost(name.text)) continue;
    const near = nearest(context, name.text, known);
    complain(
      context,
      place.scope,
      'DZL184',
      name.span,
      `${directive} of ${label} names "${name.text}", which ${place.isWorkspace ? 'is neither a region nor an aggregate' : 'is not on it'}`,
      near === undefined ? 'remove it, or name something that exists' : `write "${near}"`,
    );
  }
  return names.map((name) => name.text);
}

function linkDefaults(
  context: LinkContext,
  place: UxPlace,
  items: readonly { readonly kind: string }[],
  label: string,
): PersonaViewSpec['defaults'] {
  const pairs = items.filter((item): item is PairSyntax => item.kind === 'pair');
  const distinct = checkDistinct(context, place.scope, pairs, (pair) => pair.name, 'default', label);
  const defaults: [string, Literal][] = [];
  for (const { name, value } of distinct) {
    const owner = checkFieldName(context, place, name, `the defaults of ${label} set`);
    const type = owner?.fields.get(name.text)?.type ?? null;
    if (value === null) continue;
    defaults.push([name.text, toLiteral(value)]);
    if (type === null || value.kind === 'null') continue;
    const fitted = takesReference(value, type.kind) ? fitReference(value) : fitValue(value, type);
    if (typeof fitted !== 'string') continue;
    complain(
      context,
      place.scope,
      'DZL163',
      value.span,
      `the default ${showLiteral(value)} does not fit field "${name.text}", ${describeType(type)}`,
      mendValue(context, value, type, fitted),
    );
  }
  return Object.fromEntries(defaults);
}

function takesReference(value: LiteralSyntax, kind: string): boolean {
  if (kind === 'ref' || kind === 'many' || kind === 'uuid') return true;
  return value.kind === 'current_user' && ['str', 'text', 'email'].includes(kind);
}

/** The key of a row may be written; a bare word may not. */
function fitReference(value: LiteralSyntax): string | null {
  const isKey = value.kind === 'string' || value.kind === 'number' || value.kind === 'current_user';
  return isKey ? null : 'write current_user, or the key of a row in quotes';
}
