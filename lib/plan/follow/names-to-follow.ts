import { inWords } from '../../words/phrases.ts';
import { plural } from '../../words/plural.ts';
import { pascal } from '../../words/spellings.ts';
import { pairDefinitions } from './pair-definitions.ts';
import { listRelations } from './related-names.ts';
import type { EntityNames, FieldNames, SpecNames } from './spec-names.ts';
import type { SpecRename } from './spell-renames.ts';

/** The names that one build changes in the code of one backend, for following them in the user's own lines. */
export interface NamesToFollow extends SpecNames {
  /** The old name of the entity that the file is made for; null where it is made for none, or for several. */
  readonly subject: string | null;
  /** What modules define for others (classes, functions, constants) and call otherwise now. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Renames of fields that the code calls otherwise than the spec does. */
  readonly codeRenames?: readonly SpecRename[];
  /** New paths of the files that move, by their old ones. */
  readonly paths: ReadonlyMap<string, string>;
  /** Paths that the last build wrote; null where that is not known. */
  readonly files: ReadonlySet<string> | null;
}

/** What an instance of an entity has under a name. */
export interface Member {
  readonly to: string;
  /** The entity that it leads to, by its old name. */
  readonly target?: string;
  /** It leads to many instances. */
  readonly isMany?: boolean;
}

const known = new WeakMap<NamesToFollow['entities'], Map<string, ReadonlyMap<string, Member>>>();

/** The members of an entity's instances by their old names: fields, what Django makes of them, and relations back. */
export function membersOf({ entities }: NamesToFollow, entity: string): ReadonlyMap<string, Member> {
  let byEntity = known.get(entities);
  if (byEntity === undefined) known.set(entities, (byEntity = new Map()));
  let members = byEntity.get(entity);
  if (members === undefined) byEntity.set(entity, (members = listMembers(entities, entity)));
  return members;
}

function listMembers(entities: NamesToFollow['entities'], entity: string): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const add = (name: string, member: Member): void => {
    if (!members.has(name)) members.set(name, member);
  };
  const own = entities.get(entity)?.fields ?? new Map<string, FieldNames>();
  for (const [name, { to, target, isMany = false }] of own) {
    add(name, target === null ? { to } : { to, target, isMany });
  }
  for (const [name, { to, target, inSpec = [name, to] }] of own) {
    if (target !== null) add(`${name}_id`, { to: `${to}_id` });
    add(`get_${name}_display`, { to: `get_${to}_display` });
    add(pascal(inSpec[0]), { to: pascal(inSpec[1]) });
    for (const side of ['next', 'previous']) add(`get_${side}_by_${name}`, { to: `get_${side}_by_${to}` });
  }
  for (const { from, target, names } of listRelations(entities)) {
    if (target !== entity) continue;
    add(names[0], { to: names[1], target: from, isMany: true });
    add(`${flat(from)}_set`, { to: `${flat(entities.get(from)!.to)}_set`, target: from, isMany: true });
  }
  return members;
}

const flat = (name: string): string => name.toLowerCase();

/**
 * Makes what can be known from the renames and one file's own texts, where nobody gives the spec's names and the other
 * files.
 */
export function readNames(renames: readonly SpecRename[], base: string, next: string): NamesToFollow {
  const entities = new Map<string, EntityNames>();
  const entityOf = (from: string): { fields: Map<string, FieldNames> } & EntityNames => {
    const rename = renames.find((each) => each.kind === 'entity' && each.from === from);
    const to = rename?.to ?? from;
    let entity = entities.get(from) as ({ fields: Map<string, FieldNames> } & EntityNames) | undefined;
    const plurals = rename?.plurals ?? ([plural(inWords(from)), plural(inWords(to))] as const);
    if (entity === undefined) entities.set(from, (entity = { from, to, plurals, fields: new Map() }));
    return entity;
  };
  for (const rename of renames) {
    if (rename.kind === 'entity') entityOf(rename.from);
    if (rename.kind !== 'field' || rename.entity === undefined) continue;
    const owner = renames.find(({ kind, to }) => kind === 'entity' && to === rename.entity);
    entityOf(owner?.from ?? rename.entity).fields.set(rename.from, { to: rename.to, target: null });
  }
  return {
    entities,
    surfaces: new Map(),
    subject: null,
    definitions: pairDefinitions([{ base, next }], renames),
    paths: new Map(),
    files: null,
  };
}
