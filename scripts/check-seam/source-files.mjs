// The TypeScript files below a folder of the repository.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every `.ts` file below `root/folder` as `{ file, text }`, sorted; `file` is relative to `root`, with slashes. */
export function sourceFiles(root, folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((place) => ({
      file: path.relative(root, place).split(path.sep).join('/'),
      text: readFileSync(place, 'utf8'),
    }));
}
