import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The design that app backends share: a style sheet, an icon, and a script that pages can do without. */
export type KitAsset = 'icon.svg' | 'site.css' | 'site.js';

const read = new Map<KitAsset, string>();

/**
 * The text of a shared asset, to be written into the application as it is. The classes that pages may use are listed at
 * the head of `site.css`.
 */
export function kitAsset(name: KitAsset): string {
  let text = read.get(name);
  if (text === undefined) read.set(name, (text = readFileSync(find(name), 'utf8')));
  return text;
}

/** Looks for `templates/kit` in each parent folder: the source and the bundle differ in depth. */
function find(name: KitAsset): string {
  for (let folder = new URL('.', import.meta.url); ;) {
    const path = fileURLToPath(new URL(`templates/kit/${name}`, folder));
    if (existsSync(path)) return path;
    const parent = new URL('..', folder);
    if (parent.href === folder.href) throw new Error(`dazzle is installed without templates/kit/${name}`);
    folder = parent;
  }
}
