import { dirname } from 'node:path';
import { codeOf } from './file-system.ts';
import type { FileSystem } from './file-system.ts';

/** Error codes of disks that cannot make a hard link, or not this one. */
export const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
]);

/** Moves a file. Between two devices it is copied beside its new place first, so that it appears there whole. */
export async function moveFile(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    const beside = `${to}.dazzle-new`;
    await fs.copy(from, beside);
    await fs.rename(beside, to);
    await fs.remove(from);
  }
}

/** Makes the missing folders above a path of the project; false where a file has the name of one. */
export async function makeParents(fs: FileSystem, projectDir: string, path: string): Promise<boolean> {
  const missing: string[] = [];
  for (let folder = dirname(path); folder !== projectDir; folder = dirname(folder)) {
    if ((await fs.stat(folder)) !== null) break;
    missing.unshift(folder);
  }
  try {
    for (const folder of missing) await fs.makeFolder(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  for (const folder of missing) await fs.syncFolder(dirname(folder));
  return true;
}

/** Makes folders in the order given; those that are there are no error. */
export async function makeFolders(fs: FileSystem, folders: Iterable<string>): Promise<void> {
  for (const folder of folders) await fs.makeFolder(folder);
}

/** Removes a folder and everything in it. */
export async function removeTree(fs: FileSystem, folder: string): Promise<void> {
  const names = await fs.list(folder);
  if (names === null) return;
  for (const name of names) {
    const path = `${folder}/${name}`;
    const stat = await fs.stat(path);
    if (stat?.kind === 'folder') await removeTree(fs, path);
    else await fs.remove(path);
  }
  await fs.removeFolder(folder);
}

/** Removes a folder if it is empty; an absent one is no error. */
export async function removeFolderIfEmpty(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.removeFolder(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
  }
}
