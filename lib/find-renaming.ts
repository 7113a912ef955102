import { certainRenames } from './kit/count-renames.ts';
import { listEffective, nameChanges, pluralsOf } from './name-changes.ts';
import { renameNothing } from './plan/renaming.ts';
import type { Renaming } from './plan/renaming.ts';
import { isKept, readRenames } from './spec/kept-renames.ts';
import type { Rename } from './spec/rename.ts';
import type { SpecShape } from './spec/renames.ts';

/**
 * What a build renames in files that were built from an earlier spec: the renames that today's spec declares with `was`, without
 * those that the earlier spec declared too.
 *
 * @param former the earlier spec's shape; null where it is not known
 * @param now the shape of today's spec with its renames; null: nothing is renamed
 */
export function findRenaming(former: unknown, now: unknown): Renaming {
  if (now === null) return renameNothing();
  const [before, after] = [former as SpecShape | null, now as SpecShape];
  const declared = readRenames(after.renames ?? {});
  if (before === null) return { renames: listCertain(declared, after).map(addPlurals), names: null };
  const fresh = listFresh(before, after, declared);
  return {
    renames: listEffective(before, after, fresh).map(addPlurals),
    names: nameChanges(before, after, fresh),
  };
}

function listCertain(declared: readonly Rename[], now: SpecShape): Rename[] {
  return certainRenames(declared, ({ kind, from, entity }) =>
    kind === 'field'
      ? Object.hasOwn(now.entities[entity!] ?? {}, from)
      : Object.hasOwn(kind === 'entity' ? now.entities : now.surfaces, from),
  );
}

/** The declared renames that the earlier spec did not declare yet. */
function listFresh({ renames }: SpecShape, now: SpecShape, declared: readonly Rename[]): Rename[] {
  if (renames === undefined) return listCertain(declared, now);
  const others = declared.filter((rename) => rename.kind !== 'field' && !isKept(renames, rename));
  const formerly = (entity: string | undefined): string | undefined =>
    others.find(({ kind, to }) => kind === 'entity' && to === entity)?.from ?? entity;
  const fields = declared.filter(
    (rename) => rename.kind === 'field' && !isKept(renames, rename, formerly(rename.entity)),
  );
  return [...others, ...fields];
}

/** Adds the plurals of both names, which generated code has too, so that a merge can follow the rename there. */
function addPlurals(rename: Rename): Renaming['renames'][number] {
  return { ...rename, plurals: pluralsOf(rename) };
}
