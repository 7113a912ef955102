import { countRenames } from './kit/count-renames.ts';
import { inWords } from './words/phrases.ts';
import { plural } from './words/plural.ts';
import type { EntityNames, FieldNames, SpecNames } from './plan/follow/index.ts';
import { entityOfSurface } from './spec/renames.ts';
import type { Rename } from './spec/rename.ts';
import type { SpecShape } from './spec/renames.ts';

/**
 * The old and new names of everything in an earlier spec, also where they are the same; null where no rename leads from that spec
 * to this one.
 *
 * @param previous the shape of the earlier spec; null where it is not known
 * @param now the shape of this build's spec
 */
export function nameChanges(previous: unknown, now: SpecShape, renames: readonly Rename[]): SpecNames | null {
  if (previous === null) return null;
  const before = previous as SpecShape;
  const effective = listEffective(before, now, renames);
  if (effective.length === 0) return null;
  const newNames = (kind: Rename['kind'], entity?: string): ReadonlyMap<string, string> =>
    new Map(
      effective
        .filter((rename) => rename.kind === kind && rename.entity === entity)
        .map(({ from, to }) => [from, to]),
    );
  const [entityNames, surfaceNames] = [newNames('entity'), newNames('surface')];
  const entities = new Map<string, EntityNames>();
  for (const [from, fields] of Object.entries(before.entities)) {
    const to = entityNames.get(from) ?? from;
    const fieldNames = newNames('field', to);
    const kept = new Set(Object.keys(fields).map((name) => fieldNames.get(name) ?? name));
    entities.set(from, {
      from,
      to,
      plurals: pluralsOf({ from, to }),
      fields: new Map(
        Object.entries(fields).map(([name, type]) => [
          name,
          { to: fieldNames.get(name) ?? name, ...targetOf(type) },
        ]),
      ),
      added: Object.keys(now.entities[to] ?? {}).filter((name) => !kept.has(name)),
    });
  }
  const surfaces = Object.entries(before.surfaces).map(([name, text]) => {
    return [name, { to: surfaceNames.get(name) ?? name, entity: entityOfSurface(text) }] as const;
  });
  return { entities, surfaces: new Map(surfaces) };
}

/** The renames that lead from one shape to the next: the earlier one has the old name, the later one the new name. */
export function listEffective(before: SpecShape, now: SpecShape, renames: readonly Rename[]): Rename[] {
  const count = (
    old: Readonly<Record<string, unknown>>,
    fresh: Readonly<Record<string, unknown>>,
    kind: Rename['kind'],
    entity?: string,
  ): Rename[] =>
    countRenames(
      (name) => Object.hasOwn(old, name),
      (name) => Object.hasOwn(fresh, name),
      renames.filter((rename) => rename.kind === kind && rename.entity === entity),
    );
  const entities = count(before.entities, now.entities, 'entity');
  const newNames = new Map(entities.map(({ from, to }) => [from, to]));
  const fields = Object.entries(before.entities).flatMap(([from, old]) => {
    const to = newNames.get(from) ?? from;
    return count(old, now.entities[to] ?? {}, 'field', to);
  });
  return [...entities, ...fields, ...count(before.surfaces, now.surfaces, 'surface')];
}

/** The plurals of an old and a new name, in words: `Support tickets` for `SupportTicket`. */
export function pluralsOf({ from, to }: Pick<Rename, 'from' | 'to'>): readonly [from: string, to: string] {
  return [plural(inWords(from)), plural(inWords(to))];
}

/** The entity that a field's type in a shape refers to: `Seller` for `ref Seller`, `Tag` for `many Tag`; null for other types. */
export function targetOf(type: string): Omit<FieldNames, 'to'> {
  const [, kind, target] = /^(ref|many) (\S+)$/.exec(type) ?? [];
  return target === undefined ? { target: null } : { target, isMany: kind === 'many' };
}
