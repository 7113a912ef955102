import type { FileFormats } from '../plan/merge-file.ts';
import type { TreeStore } from '../tree/create-tree.ts';
import { formatLike } from '../tree/format-tree.ts';
import type { FormatterOf } from '../tree/format-tree.ts';
import type { FileFormat } from './file-format.ts';
import type { Backend } from './types.ts';

/** The format that a backend states for a file in its folder; undefined where it leaves that to dazzle. */
type FindFormat = (backend: string, path: string) => FileFormat | undefined;

function findFormats(backends: readonly Backend[]): FindFormat {
  const byName = new Map(backends.map(({ name, formats = [] }) => [name, formats]));
  return (backend, path) =>
    byName.get(backend)?.find(({ files }) => files.some((end) => `/${path}`.endsWith(end)));
}

/** The formatters that backends bring along. */
export function formattersOf(backends: readonly Backend[]): FormatterOf {
  const find = findFormats(backends);
  return ({ backend, path }) => find(backend, path)?.formatter;
}

/** How the files of a build are formatted and read for merging, by what its backends state. */
export function fileFormats(store: TreeStore, backends: readonly Backend[]): FileFormats {
  const find = findFormats(backends);
  const byPath = new Map(store.files().map((file) => [file.projectPath, file]));
  return {
    normalise: formatLike(store, formattersOf(backends)),
    readPartsOf: (path) => {
      const file = byPath.get(path);
      return file && find(file.backend, file.path)?.readParts;
    },
  };
}
