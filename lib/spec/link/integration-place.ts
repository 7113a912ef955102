import type { DottedSyntax } from '../syntax/ast.ts';
import { complain, type EntityInfo, findDeclaration, type LinkContext, lookUp } from './context.ts';
import { type Declaration, mayHaveLost, mayHaveLostLine } from './module.ts';

/** What the parts of one integration share. */
export interface IntegrationPlace {
  readonly declaration: Declaration<'integration'>;
  /** `integration vat_check`. */
  readonly owner: string;
  readonly services: ReadonlySet<Declaration<'service'>>;
  readonly foreignModels: ReadonlySet<Declaration<'foreign_model'>>;
}

/** Names that a mapping may use, and whether a further one may have got lost in a line that was not understood. */
export interface KnownNames {
  readonly names: readonly string[];
  readonly isLost: (name: string) => boolean;
}

/** The service that is called, which has to be among those the integration uses. */
export function findUsedService(
  context: LinkContext,
  place: IntegrationPlace,
  name: DottedSyntax,
  subject: string,
): Declaration<'service'> | null {
  return findUsed(context, place, 'service', name, place.services, `${subject} calls service`);
}

/** The foreign model that is read, which has to be among those the integration uses where it names any. */
export function findUsedForeignModel(
  context: LinkContext,
  place: IntegrationPlace,
  name: DottedSyntax,
  subject: string,
): Declaration<'foreign_model'> | null {
  return findUsed(
    context,
    place,
    'foreign_model',
    name,
    place.foreignModels,
    `${subject} reads foreign_model`,
  );
}

function findUsed<K extends 'service' | 'foreign_model'>(
  context: LinkContext,
  { declaration, owner }: IntegrationPlace,
  kind: K,
  name: DottedSyntax,
  used: ReadonlySet<Declaration<K>>,
  subject: string,
): Declaration<K> | null {
  const found = findDeclaration(context, declaration, kind, name, subject);
  const mustBeUsed = kind === 'service' || used.size > 0;
  if (found === null || used.has(found) || !mustBeUsed) return found;
  const usesLine = new RegExp(`^\\s*uses\\b.*\\b${name.parts.at(-1)!.text}\\b`, 'm');
  if (mayHaveLostLine(declaration.file, declaration.syntax, usesLine)) return found;
  complain(
    context,
    declaration,
    'DZL174',
    name.span,
    `${subject} "${name.text}", which ${owner} does not use`,
    `add the line "uses ${kind} ${name.text}"`,
  );
  return found;
}

/** Field names of a foreign model; null where it tells none. */
export function namesOfForeignModel(declaration: Declaration<'foreign_model'> | null): KnownNames | null {
  if (declaration === null) return null;
  const { file, syntax } = declaration;
  const names = syntax.items.flatMap((item) => (item.kind === 'field' ? item.name.text : []));
  return names.length === 0 ? null : { names, isLost: (name) => mayHaveLost(file, syntax, name) };
}

/** The entity that a surface shows, or null. */
export function entityOfSurface(context: LinkContext, surface: Declaration<'surface'>): EntityInfo | null {
  const uses = surface.syntax.items.find((item) => item.kind === 'uses_entity');
  const entity = uses?.entity ? lookUp(context, surface, 'entity', uses.entity) : null;
  return entity === null ? null : (context.entities.get(entity) ?? null);
}
