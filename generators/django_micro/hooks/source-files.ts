import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths (POSIX, relative to `folder`) of the files below `roots` that end in one of `endings`, sorted. */
export function sourceFiles(folder: string, roots: readonly string[], ...endings: string[]): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    let entries;
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== '__pycache__') walk(below);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(below);
    }
  };
  for (const root of roots) walk(root);
  return found.sort();
}
