import { countRenames } from './kit/count-renames.ts';
import { inWords, plural } from './kit/names.ts';
import type { EntityNames, FieldNames, SpecNames } from './plan/merge/names-to-follow.ts';
import type { Rename, SpecShape } from './spec/renames.ts';

/**
 * What this build renames in the spec; null where it renames nothing: a `was` of which an earlier build made a rename says
 * nothing new.
 *
 * @param previous the shape of the spec that the last build kept, or null
 * @param now the shape of the spec
 */
export function nameChanges(previous: unknown, now: SpecShape, renames: readonly Rename[]): SpecNames | null {
  if (previous === null || renames.length === 0) return null;
  const before = previous as SpecShape;
  const entityNames = count(before.entities, now.entities, renames, 'entity');
  const surfaceNames = count(before.surfaces, now.surfaces, renames, 'surface');
  let isPending = entityNames.size > 0 || surfaceNames.size > 0;
  const entities = new Map<string, EntityNames>();
  for (const [from, fields] of Object.entries(before.entities)) {
    const to = entityNames.get(from) ?? from;
    const own = renames.filter(({ entity }) => entity === to);
    const fieldNames = count(fields, now.entities[to] ?? {}, own, 'field');
    isPending ||= fieldNames.size > 0;
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
  if (!isPending) return null;
  const surfaces = Object.entries(before.surfaces).map(([name, text]) => {
    const entity = text.split(':')[0]!.split(' ')[1] ?? null;
    return [name, { to: surfaceNames.get(name) ?? name, entity }] as const;
  });
  return { entities, surfaces: new Map(surfaces) };
}

/** The plurals of an old and a new name, in words. */
export function pluralsOf({ from, to }: Pick<Rename, 'from' | 'to'>): readonly [from: string, to: string] {
  return [plural(inWords(from)), plural(inWords(to))];
}

/** The names of one kind that change, with their new ones. */
function count(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  renames: readonly Rename[],
  kind: Rename['kind'],
): Map<string, string> {
  const counted = countRenames(
    (name) => Object.hasOwn(before, name),
    (name) => Object.hasOwn(now, name),
    renames.filter((rename) => rename.kind === kind),
  );
  return new Map(counted.map(({ from, to }) => [from, to]));
}

/** Where a field of a type as written leads: `ref Seller`, `many Tag`. */
function targetOf(type: string): Omit<FieldNames, 'to'> {
  const [, kind, target] = /^(ref|many) (\S+)$/.exec(type) ?? [];
  return target === undefined ? { target: null } : { target, isMany: kind === 'many' };
}
