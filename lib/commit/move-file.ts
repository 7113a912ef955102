import { codeOf } from './file-system.ts';
import type { FileSystem } from './file-system.ts';

const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/** Renames a file into place; between two disks it is copied beside its place first, so that it appears in one step. */
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

/** Keeps a file's present contents under another name, without copying where the disk has hard links. */
export async function keepFile(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error) ?? '')) throw error;
    await fs.copy(from, to);
  }
}

/** Makes a folder and what is missing above it. */
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
