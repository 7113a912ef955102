import { listNames } from '../../words/phrases.ts';
import type { NameSyntax } from '../syntax/ast.ts';
import { complain, type EntityInfo, type LinkContext, nearest } from './context.ts';
import { findField, isLostField } from './entity-index.ts';
import type { Scope } from './module.ts';

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
