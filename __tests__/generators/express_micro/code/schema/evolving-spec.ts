import fc from 'fast-check';

/** A field of a random spec, known by its identity whatever it is called. */
export interface RandomField {
  readonly id: number;
  readonly name: string;
  readonly was: string | null;
  readonly length: number;
  readonly modifier: '' | 'unique' | 'required';
  /** Identity of the entity that a reference names; null for text. */
  readonly target: number | null;
}

export interface RandomEntity {
  readonly id: number;
  readonly name: string;
  readonly was: string | null;
  readonly fields: readonly RandomField[];
}

/** Few names, so that they are freed, taken over, swapped and chained. */
const names = { entity: ['Ada', 'Bob', 'Cid', 'Dan'], field: ['one', 'two', 'tri', 'few'] } as const;

/** Versions of one spec, each of which removes, adds and renames entities and fields of the one before. */
export const randomVersions: fc.Arbitrary<readonly (readonly RandomEntity[])[]> = fc
  .infiniteStream(fc.nat(1_000_000))
  .map((stream) => {
    const pick = (bound: number): number => Number(stream.next().value) % bound;
    const versions: RandomEntity[][] = [];
    let ids = 0;
    for (let version = 0; version < 4; version++) {
      const before = versions.at(-1) ?? [];
      const entities = evolve(
        before,
        names.entity,
        pick,
        (entity) => entity,
        () => ({ id: (ids += 1), fields: [] }),
      );
      const known = new Set(entities.map(({ id }) => id));
      versions.push(
        entities.map((entity) => ({
          ...entity,
          fields: evolve(
            entity.fields.filter(({ target }) => target === null || known.has(target)),
            names.field,
            pick,
            (field) => ({ ...field, length: field.length + pick(2) * 10 }),
            () => ({
              id: (ids += 1),
              length: 40,
              modifier: (['', 'unique', 'required'] as const)[pick(3)]!,
              target: null,
            }),
          ).map((field) =>
            field.was === null && pick(4) === 0 && !entity.fields.some(({ id }) => id === field.id)
              ? { ...field, modifier: '', target: entities[pick(entities.length)]!.id }
              : field,
          ),
        })),
      );
    }
    return versions;
  });

interface Named {
  readonly id: number;
  readonly name: string;
  readonly was: string | null;
}

function evolve<T extends Named>(
  before: readonly T[],
  pool: readonly string[],
  pick: (bound: number) => number,
  change: (thing: T) => T,
  add: () => Omit<T, 'name' | 'was'>,
): T[] {
  const kept = before.filter((_, index) => pick(4) > 0 || index === 0);
  const free = [...pool];
  const take = (index: number): string => free.splice(index, 1)[0]!;
  const things = kept.map((thing): T => {
    const stays = pick(2) === 0 && free.includes(thing.name);
    const name = stays ? take(free.indexOf(thing.name)) : take(pick(free.length));
    const isRenamed = name !== thing.name;
    return { ...change(thing), name, was: isRenamed ? thing.name : pick(2) === 0 ? thing.was : null };
  });
  // "b was=a" a second time, for something else, reads as the first one that stays in the spec: no test of ours says which.
  const said = new Set(before.map(({ name, was }) => `${name} ${was}`));
  const isOld = ({ id, name, was }: T): boolean =>
    said.has(`${name} ${was}`) && before.some((old) => old.id === id && old.name !== name);
  for (let index = things.length - 1; index >= 0; index--) if (isOld(things[index]!)) things.splice(index, 1);
  // What is new under an old name is the old thing, changed: a spec has no words for another one.
  const open = free.filter((name) => !before.some((old) => old.name === name));
  const count = Math.min(open.length, things.length === 0 ? 2 : pick(2));
  for (let each = 0; each < count; each++)
    things.push({ ...add(), name: open.splice(pick(open.length), 1)[0]!, was: null } as unknown as T);
  return withoutFalseFormers(things, before);
}

/** An old "was" goes where the spec would refuse it: the name is in use, or something else had it. */
function withoutFalseFormers<T extends Named>(things: readonly T[], before: readonly T[]): T[] {
  const isNew = ({ id, name }: T): boolean => before.some((old) => old.id === id && old.name !== name);
  let result = [...things];
  for (let again = true; again;) {
    again = false;
    result = result.map((thing) => {
      if (thing.was === null || isNew(thing)) return thing;
      const holder = result.find(({ name }) => name === thing.was);
      const rival = result.some((other) => other !== thing && other.was === thing.was);
      if (!rival && (holder === undefined || holder.was !== null)) return thing;
      again = true;
      return { ...thing, was: null };
    });
  }
  return result;
}

/** The version in DSL. */
export function printVersion(entities: readonly RandomEntity[]): string {
  return entities
    .map(({ name, was, fields }) => {
      const lines = fields.map((field) => {
        const target = entities.find(({ id }) => id === field.target)?.name;
        const type = target === undefined ? `str(${field.length})` : `ref ${target}`;
        const former = field.was === null ? '' : ` was=${field.was}`;
        return `  ${field.name}: ${type} ${field.modifier}${former}`.trimEnd();
      });
      return [`entity ${name}${was === null ? '' : ` was ${was}`}:`, '  id: int pk', ...lines].join('\n');
    })
    .join('\n\n');
}
