import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskHook, HookInputs } from './types.ts';

/**
 * The open conflicts that a disk hook has to wait for: those in its input files. Of files that it runs as a program (`loads`), only
 * those with conflict markers in them count, since without markers the user's version runs. A hook without `inputs`, or with
 * `onlyTells`, waits for every conflict of its backend.
 *
 * @param open paths relative to the backend's folder
 */
export function conflictsBefore(
  hook: Pick<DiskHook, 'onlyTells'>,
  inputs: HookInputs | undefined,
  open: readonly string[],
  folder: string,
): readonly string[] {
  if (hook.onlyTells === true || inputs === undefined) return open;
  const reads = (path: string): boolean =>
    inputs.files.some((each) => path === each || path.startsWith(`${each.replace(/\/$/, '')}/`));
  return open.filter((path) =>
    inputs.loads?.(path) === true ? hasMarkers(join(folder, path)) : reads(path),
  );
}

function hasMarkers(file: string): boolean {
  try {
    return /^(?:<{7}|>{7}) /m.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
