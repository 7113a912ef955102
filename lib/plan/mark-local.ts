import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { matchPatterns } from './read-ignore.ts';
import type { Baseline, Change } from './types.ts';

/**
 * Marks the secrets that a build makes anew only because this copy of the project lacks them: dazzle wrote them before, and
 * git ignores them, so that nothing that is committed changes.
 */
export async function markLocal(
  changes: readonly Change[],
  { entries }: Pick<Baseline, 'entries'>,
  projectDir: string,
): Promise<readonly Change[]> {
  const marked: Change[] = [];
  for (const change of changes) {
    const isAgain = change.kind === 'create' && change.secret && entries.has(change.path);
    const isLocal = isAgain && (await isIgnoredByGit(projectDir, change.path));
    marked.push(isLocal ? { ...change, isLocal } : change);
  }
  return marked;
}

/** Reads the `.gitignore` of every folder on the way, the nearest last. */
async function isIgnoredByGit(projectDir: string, path: string): Promise<boolean> {
  const folders = path.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).join('/');
    const patterns = readPatterns(join(projectDir, folder, '.gitignore'));
    if (patterns !== '' && (await matchPatterns(patterns))(posix.relative(folder, path))) return true;
  }
  return false;
}

function readPatterns(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
