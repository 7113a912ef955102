import { dirname, join } from 'node:path';
import { codeOf } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './journal.ts';
import { makeParents, moveFile, withoutLinks } from './move-file.ts';
import { besideOf, movedOf, note, targetOf, undoOf } from './underway.ts';
import type { Underway } from './underway.ts';

/** How giving a file its name ended: done; refused, as a file has the name already; or impossible, as its folder cannot be made. */
export type Placing = 'placed' | 'taken' | 'cut off';

/** Where a step's old file has been moved to; null: it was not moved. */
export async function findMoved(underway: Underway, index: number): Promise<string | null> {
  for (const path of [movedOf(underway, index), besideOf(underway, index)])
    if ((await underway.fs.stat(path)) !== null) return path;
  return null;
}

/** Moves what is at a step's path away and tells where to; null: nothing was there any more. */
export async function moveAway(underway: Underway, index: number): Promise<string | null> {
  const { fs } = underway;
  const target = targetOf(underway, index);
  for (const to of [movedOf(underway, index), besideOf(underway, index)]) {
    try {
      await fs.rename(target, to);
      return to;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOTDIR' || (code === 'ENOENT' && (await fs.stat(target)) === null)) return null;
      if (code !== 'EXDEV') throw error;
    }
  }
  return null;
}

/** Gives a file a second name (a hard link, or a copy on disks without links); never replaces a file. */
export async function setName(
  underway: Underway,
  index: number,
  from: string,
  to: string,
  mode: number | null,
): Promise<Placing> {
  const { fs } = underway;
  for (let tries = 0; tries < 3; tries++) {
    try {
      await fs.link(from, to);
      return 'placed';
    } catch (error) {
      const code = codeOf(error) ?? '';
      if (code === 'EEXIST') return await meetTaken(underway, index, from, to, mode);
      if (withoutLinks.has(code)) return await copyInto(underway, index, from, to, mode);
      if (code === 'ENOTDIR') return 'cut off';
      if (code !== 'ENOENT' || (await fs.stat(from)) === null) throw error;
    }
    if (!(await makeParents(fs, underway.projectDir, to))) return 'cut off';
  }
  return 'cut off';
}

/** The name is taken. If it is a copy that a killed process left half-made, it is made again; any other file stays. */
async function meetTaken(
  underway: Underway,
  index: number,
  from: string,
  to: string,
  mode: number | null,
): Promise<Placing> {
  if (underway.fresh || !underway.notes.copying.has(index)) return 'taken';
  if (!(await isBeginning(underway.fs, to, from))) return 'taken';
  return copyInto(underway, index, from, to, mode);
}

/** Copies a file to a free name, for disks without hard links. The journal notes it first, since a kill may leave half a copy. */
async function copyInto(
  underway: Underway,
  index: number,
  from: string,
  to: string,
  mode: number | null,
): Promise<Placing> {
  const { fs } = underway;
  const wasBegun = underway.notes.copying.has(index) && !underway.fresh;
  if (!underway.notes.copying.has(index)) await note(underway, { copying: index });
  if (wasBegun && (await isBeginning(fs, to, from))) {
    const part = join(undoOf(underway), 'before', `part-${index}`);
    await moveFile(fs, to, part);
    if (!(await isBeginning(fs, part, from))) {
      await restorePart(fs, part, to);
      return 'taken';
    }
    await fs.remove(part);
  }
  const contents = (await fs.read(from))!;
  const wanted = mode ?? (await fs.stat(from))!.mode;
  try {
    await fs.create(to, contents, { mode: wanted });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' || code === 'EISDIR') return 'taken';
    if (code === 'ENOTDIR') return 'cut off';
    if (code !== 'ENOENT') throw error;
    if (!(await makeParents(fs, underway.projectDir, to))) return 'cut off';
    await fs.create(to, contents, { mode: wanted });
  }
  return 'placed';
}

/** Puts back what turned out to be a save, unless another save is there by now. */
async function restorePart(fs: FileSystem, part: string, to: string): Promise<void> {
  if ((await fs.stat(to)) === null) await moveFile(fs, part, to);
}

/** Claims that a file is half a copy: it holds the first bytes of `whole`, and not all of them. */
export async function isBeginning(fs: FileSystem, path: string, whole: string): Promise<boolean> {
  if ((await fs.stat(path))?.kind !== 'file') return false;
  const [one, other] = [await fs.read(path), await fs.read(whole)];
  if (one === null || other === null || one.length >= other.length) return false;
  return Buffer.compare(one, other.subarray(0, one.length)) === 0;
}

/** Puts a save that was moved along back to its place; where a later save is there, it is kept in the undo area. */
export async function putBack(underway: Underway, index: number, moved: string): Promise<void> {
  const { fs } = underway;
  const target = targetOf(underway, index);
  const stat = await fs.stat(moved);
  if (stat === null) return;
  if (stat.kind === 'folder') {
    if ((await fs.stat(target)) === null) await fs.rename(moved, target);
    else await keepLate(underway, index, moved);
    return;
  }
  const read = stat.kind === 'file' ? await fs.read(moved) : null;
  const placing = await setName(underway, index, moved, target, stat.mode);
  if (placing !== 'placed' && !(await isSame(fs, moved, target))) {
    await keepLate(underway, index, moved);
    return;
  }
  const isCopy = (await fs.stat(target))?.inode !== stat.inode;
  const now = isCopy && read !== null ? await fs.read(moved) : read;
  if (read !== null && now !== null && sha256(read) !== sha256(now)) await keepLate(underway, index, moved);
  else await fs.remove(moved);
}

/** Claims that two paths are one file, or have equal contents. */
async function isSame(fs: FileSystem, one: string, other: string): Promise<boolean> {
  const [first, second] = [await fs.stat(one), await fs.stat(other)];
  if (first === null || second === null) return false;
  if (first.inode === second.inode) return true;
  if (first.kind !== 'file' || second.kind !== 'file') return false;
  const [here, there] = [await fs.read(one), await fs.read(other)];
  return here !== null && there !== null && Buffer.compare(here, there) === 0;
}

/** Moves a save whose path is taken to `late/PATH` in the commit's undo folder. */
export async function keepLate(underway: Underway, index: number, from: string): Promise<void> {
  const { fs, projectDir, journal } = underway;
  await keepLateAt(fs, projectDir, undoOf(underway), journal.steps[index]!.path, from);
}

/** As `keepLate`, into the given undo folder; returns where: POSIX, relative to the project. */
export async function keepLateAt(
  fs: FileSystem,
  projectDir: string,
  undo: string,
  path: string,
  from: string,
): Promise<string> {
  const wanted = join(undo, 'late', path);
  let to = wanted;
  for (let count = 2; (await fs.stat(to)) !== null; count++) to = `${wanted}.${count}`;
  await makeParents(fs, projectDir, to);
  await moveFile(fs, from, to);
  await fs.syncFolder(dirname(to));
  return to.slice(projectDir.length + 1).replaceAll('\\', '/');
}

/** The saves that `keepLate` has kept: POSIX, relative to the project. */
export async function listLate(underway: Underway): Promise<string[]> {
  const { fs, projectDir } = underway;
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const name of (await fs.list(folder)) ?? []) {
      const path = join(folder, name);
      if ((await fs.stat(path))?.kind === 'folder') await walk(path);
      else found.push(path.slice(projectDir.length + 1).replaceAll('\\', '/'));
    }
  };
  await walk(join(undoOf(underway), 'late'));
  return found;
}
