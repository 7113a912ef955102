import { snake } from '../../words/spellings.ts';
import type { EntityNames } from './spec-names.ts';

/** A reference, and what the instances that it leads to call those that hold it. */
interface Relation {
  /** The old names of the entity that holds the reference, and of the one that it leads to. */
  readonly from: string;
  readonly target: string;
  readonly names: readonly [old: string, fresh: string];
}

/**
 * Lists the relations back as Django's models have them: `visits`, or `guest_visits` where the reference is not called for
 * its target. Such a name may change although only the name of the target does.
 */
export function listRelations(entities: ReadonlyMap<string, EntityNames>): Relation[] {
  const [before, after] = [nameRelations(entities, 0), nameRelations(entities, 1)];
  return before.map(({ name, ...relation }, at) => ({ ...relation, names: [name, after[at]!.name] }));
}

/** @param side 0 for the last build, 1 for the next */
function nameRelations(
  entities: ReadonlyMap<string, EntityNames>,
  side: 0 | 1,
): (Pick<Relation, 'from' | 'target'> & { readonly name: string })[] {
  const named = (old: string, fresh: string): string => (side === 0 ? old : fresh);
  const taken = new Map<string, Set<string>>();
  for (const { from, fields } of entities.values()) {
    const names = [...fields].map(([field, { to }]) => named(field, to));
    taken.set(from, new Set(names.flatMap((name) => [name, `${name}_id`])));
  }
  return [...entities.values()].flatMap(({ from, plurals, fields }) =>
    [...fields].flatMap(([field, { to, target }]) => {
      const owner = target === null ? undefined : entities.get(target);
      if (owner === undefined) return [];
      const attribute = named(field, to);
      const many = snake(plurals[side]);
      const isPlain = [named(owner.from, owner.to), owner.plurals[side]].some(
        (name) => snake(name) === attribute,
      );
      let wanted = isPlain && owner.from !== from ? many : `${attribute}_${many}`;
      if (owner.from === from && attribute === 'parent') wanted = 'children';
      const names = taken.get(owner.from)!;
      let name = wanted;
      for (let count = 1; names.has(name); count++) name = `${wanted}_set${count === 1 ? '' : `_${count}`}`;
      names.add(name);
      return [{ from, target: owner.from, name }];
    }),
  );
}
