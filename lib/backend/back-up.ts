import { posix } from 'node:path';
import type { Change, FileOperation } from '../plan/types.ts';

/**
 * Copies every file that `operations` replace or delete to `<folder>/<date and time>/`, for the hook `backup_existing`: gives the
 * writes that do it. Secrets are left out. `now` is only used for the folder's name.
 */
export function backUpReplaced(
  changes: readonly Change[],
  operations: readonly FileOperation[],
  folder: string,
  now: Date,
): FileOperation[] {
  const touched = new Set(operations.map(({ path }) => path));
  const stamp = now.toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '-');
  return changes.flatMap(({ path, from, disk, secret }): FileOperation[] => {
    if (disk === null || secret || !(touched.has(path) || (from !== undefined && touched.has(from))))
      return [];
    return [
      {
        kind: 'write',
        path: posix.join(folder, stamp, from ?? path),
        contents: disk,
        mode: 0o644,
        expect: 'any',
      },
    ];
  });
}
