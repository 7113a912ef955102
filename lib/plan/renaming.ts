import type { Rename } from '../spec/rename.ts';
import { specOf } from './baseline/spec-file.ts';
import type { SpecNames, SpecRename } from './follow/index.ts';
import { groupBy } from './group-by.ts';
import { pairRenames } from './pair-renames.ts';
import type { Base, BaseEntry, Baseline, NextFile } from './types.ts';

/** What a build renames in files of one earlier spec. */
export interface Renaming {
  readonly renames: readonly (Rename & SpecRename)[];
  /** Null where nothing is renamed, or where the earlier spec is not known. */
  readonly names: SpecNames | null;
}

/** Tells what is renamed since a spec of this shape (null: not known). */
export type FindRenaming = (shape: unknown) => Renaming;

/** Renames nothing since any spec. */
export const renameNothing = (): Renaming => ({ renames: [], names: null });

/** Files whose entries are of one spec. */
export interface SpecFiles {
  readonly shape: unknown;
  readonly renaming: Renaming;
  readonly entries: readonly BaseEntry[];
}

/** Sorts entries by the spec that they are of. */
export function sortBySpec(
  baseline: Pick<Baseline, 'behind' | 'shape'>,
  entries: readonly BaseEntry[],
  findRenaming: FindRenaming,
): SpecFiles[] {
  const sorted = groupBy(entries, (entry) => specOf(baseline, entry));
  return [...sorted].map(([shape, list]) => ({ shape, renaming: findRenaming(shape), entries: list }));
}

/** Finds the old entry of each file that has a new path, of whatever spec it is. */
export function pairFiles(files: readonly SpecFiles[], next: readonly NextFile[]): Map<string, BaseEntry> {
  const owners = new Map(files.flatMap((each) => each.entries.map(({ path }) => [path, each] as const)));
  return new Map(
    files.flatMap((each) => {
      const free = next.filter(({ path }) => (owners.get(path) ?? each) === each);
      return [...pairRenames(each.entries, free, each.renaming.renames)];
    }),
  );
}

/** The shape of the spec that each base is of, where something was renamed since. */
export function listBehind(files: readonly SpecFiles[]): Map<Base, unknown> {
  const renamed = files.filter(({ shape, renaming }) => shape !== null && renaming.renames.length > 0);
  return new Map(renamed.flatMap(({ shape, entries }) => entries.map(({ base }) => [base, shape] as const)));
}
