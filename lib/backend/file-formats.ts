import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MergeFormats } from '../plan/merge-file.ts';
import type { TreeStore } from '../tree/create-tree.ts';
import { formatLike } from '../tree/format-tree.ts';
import type { FormatterOf } from '../tree/format-tree.ts';
import type { FileFormat } from './file-format.ts';
import type { Backend } from './types.ts';

/** The format that a backend states for a file in its folder; undefined where it states none. */
type FindFormat = (backend: string, path: string) => FileFormat | undefined;

function findFormats(backends: readonly Backend[]): FindFormat {
  const byName = new Map(backends.map(({ name, formats = [] }) => [name, formats]));
  return (backend, path) =>
    byName.get(backend)?.find(({ files }) => files.some((end) => `/${path}`.endsWith(end)));
}

/** Finds the formatter that a backend states for one of its files. */
export function formattersOf(backends: readonly Backend[]): FormatterOf {
  const find = findFormats(backends);
  return ({ backend, path }) => find(backend, path)?.formatter;
}

/**
 * How the files of a build are formatted and read into parts for merging, by the formats that its backends state. Reports DZL319,
 * once for each file, where `readParts` throws or gives parts that cannot be used.
 */
export function mergeFormats(
  store: TreeStore,
  backends: readonly Backend[],
  report: (diagnostic: Diagnostic) => void,
): MergeFormats {
  const find = findFormats(backends);
  const told = new Set<string>();
  const tell = (path: string, backend: string, problem: string): void => {
    if (told.has(path)) return;
    told.add(path);
    report(
      diagnose('DZL319', {
        message: `the parts of ${path} for ${backend} cannot be used: ${problem}; it was merged by lines`,
        fix: 'mend readParts of its format; null is for a text that is not valid',
      }),
    );
  };
  return {
    normalise: formatLike(store, formattersOf(backends)),
    partsOf: (path) => {
      const file = store.find(path);
      const read = file && find(file.backend, file.path)?.readParts;
      return read && { read, tell: (problem) => tell(path, file.backend, problem) };
    },
  };
}
