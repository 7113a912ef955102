import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiskFile } from './read-disk.ts';
import type { NextFile } from './types.ts';

/** A name as disks see it that do not tell case or accents apart. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * Finds the files and folders that dazzle did not write, and that would be one with a file about to be created on disks
 * that do not tell case apart (DZL404). Costs one look at each folder into which something new comes.
 *
 * @param ours paths that dazzle wrote: a build may respell them
 */
export function findClashes(
  projectDir: string,
  next: readonly Pick<NextFile, 'path'>[],
  disk: ReadonlyMap<string, DiskFile>,
  ours: Iterable<string>,
): Diagnostic[] {
  const fresh = next.filter(({ path }) => !disk.has(path));
  if (fresh.length === 0) return [];
  const known = new Set<string>();
  for (const path of ours)
    for (let at = path; at !== '.' && !known.has(at); at = posix.dirname(at)) known.add(at);
  const folders = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const list = (folder: string): ReadonlyMap<string, readonly string[]> => {
    const listed = folders.get(folder) ?? readNames(posix.join(projectDir, folder));
    folders.set(folder, listed);
    return listed;
  };
  const found = new Map<string, Diagnostic>();
  for (const { path } of fresh) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const names = list(folder).get(foldName(parts[depth]!)) ?? [];
      for (const name of names) {
        const there = folder === '' ? name : `${folder}/${name}`;
        if (name === parts[depth] || known.has(there) || found.has(there)) continue;
        found.set(there, clash(there, parts.slice(0, depth + 1).join('/')));
      }
      if (!names.includes(parts[depth]!)) break;
    }
  }
  return [...found.values()];
}

/** The names in a folder by what they fold to; none where there is no such folder. */
function readNames(folder: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  try {
    for (const name of readdirSync(folder)) {
      const folded = foldName(name);
      names.set(folded, [...(names.get(folded) ?? []), name]);
    }
  } catch {
    // A folder that is not there, or cannot be read, is reported where a file of it is.
  }
  return names;
}

function clash(there: string, wanted: string): Diagnostic {
  return diagnose('DZL404', {
    message: `${there}, which dazzle did not write, and ${wanted} are one on disks that do not tell case or accents apart`,
    fix: `rename ${there}, or the thing that ${wanted} is made from in the spec`,
  });
}
