import { nameInCode, pairDefinitions } from './follow/index.ts';
import type { NamesToFollow, SpecNames, SpecRename } from './follow/index.ts';
import { readText } from './merge-file.ts';
import type { BaseEntry, NextFile } from './types.ts';

/** Tells what a build renames in one file of the last build. */
export type FollowNames = (entry: BaseEntry) => NamesToFollow;

/** The files of a build and of the one before it. */
export interface FollowedFiles {
  readonly entries: readonly BaseEntry[];
  readonly next: readonly NextFile[];
  /** Old entries by the new path of files that move. */
  readonly pairs: ReadonlyMap<string, BaseEntry>;
}

/** Finds what a build renames in the code of each backend; once a backend, and only when an edited file asks. */
export function followRenames(
  spec: SpecNames,
  renames: readonly SpecRename[],
  { entries, next, pairs }: FollowedFiles,
): FollowNames {
  const paths = new Map([...pairs].map(([path, entry]) => [entry.path, path]));
  const files = new Set(entries.map(({ path }) => path));
  const known = new Map<string, BackendNames>();
  const namesOf = (backend: string): BackendNames => {
    let found = known.get(backend);
    if (found === undefined) {
      const made = new Map(next.filter(({ once }) => !once).map((file) => [file.path, file]));
      const own = entries.filter((entry) => entry.backend === backend);
      const pairsOfFiles = own.map((entry) => {
        const path = paths.get(entry.path) ?? entry.path;
        const base = readCode(entry.path, entry.base.contents);
        const now = made.get(path)?.contents ?? null;
        made.delete(path);
        return { base, next: readCode(path, now) };
      });
      const fresh = [...made.values()].filter((file) => file.backend === backend);
      pairsOfFiles.push(...fresh.map((file) => ({ base: '', next: readCode(file.path, file.contents) })));
      const { names, renames: codeRenames } = nameInCode(
        spec,
        pairsOfFiles.map(({ base }) => base),
        pairsOfFiles.map((pair) => pair.next),
      );
      found = { ...names, codeRenames, definitions: pairDefinitions(pairsOfFiles, renames, spec) };
      known.set(backend, found);
    }
    return found;
  };
  return (entry) => ({ ...namesOf(entry.backend), subject: subjectOf(entry, spec), paths, files });
}

/** What a build renames in the code of one backend. */
type BackendNames = Omit<NamesToFollow, 'subject' | 'paths' | 'files'>;

function readCode(path: string, contents: Uint8Array | null): string {
  return /\.(?:py|[cm]?js)$/.test(path) ? readText(contents) : '';
}

/** The part of a spec that tells which entity a file is made for. */
interface SubjectNames {
  readonly entities: Pick<ReadonlyMap<string, unknown>, 'has'>;
  readonly surfaces: ReadonlyMap<string, { readonly entity: string | null }>;
}

/** The entity that a file is made for, by the file's identity: `…/entity:Offer/…`, `…/surface:offer_list/…`. */
export function subjectOf(
  { identity }: Pick<BaseEntry, 'identity'>,
  { entities, surfaces }: SubjectNames,
): string | null {
  const [kind, name = ''] = (identity.split('/')[2] ?? '').split(':');
  if (kind === 'entity') return entities.has(name) ? name : null;
  return kind === 'surface' ? (surfaces.get(name)?.entity ?? null) : null;
}
