import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest folder, from `from` upward, that has a `dazzle.toml`; null where there is none. */
export function findProject(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (statSync(join(folder, 'dazzle.toml'), { throwIfNoEntry: false })?.isFile() === true) return folder;
    if (dirname(folder) === folder) return null;
  }
}
