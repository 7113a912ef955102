import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExistingFiles } from './types.ts';

/**
 * Looks at what is in `folder` (absolute) now; a file that cannot be read counts as missing. Where `restored` gives a text for a
 * file, that text is read in place of the file's own.
 */
export function lookAtFolder(
  folder: string,
  restored: (path: string) => string | undefined = () => undefined,
): ExistingFiles {
  return {
    read(path) {
      try {
        const text = readFileSync(join(folder, path), 'utf8');
        return restored(path) ?? text.replace(/^\uFEFF/, '');
      } catch {
        return undefined;
      }
    },
    list(path) {
      try {
        return readdirSync(join(folder, path)).sort();
      } catch {
        return [];
      }
    },
  };
}
