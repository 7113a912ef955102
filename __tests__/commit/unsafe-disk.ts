import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';
import { Killed } from './faulty-file-system.ts';

/** A change of names in a folder that is not on the disk yet. */
interface Unsaved {
  readonly folder: string;
  readonly takeBack: () => void;
}

/**
 * The real disk of a machine that loses its power at the call of the given number (from 0): `losePower` then empties
 * each file whose contents nobody waited for, and takes back each change of names in a folder that nobody waited for.
 */
export function makeUnsafe(
  at: number,
  graveDir: string,
): { fs: FileSystem; calls: () => number; losePower: () => void } {
  let calls = 0;
  let unsaved: Unsaved[] = [];
  const unsavedFiles = new Map<number, string>();
  const graves = mkdtempSync(join(graveDir, 'graves-'));
  let dug = 0;
  const bury = (path: string): string => {
    const grave = join(graves, String(dug++));
    linkSync(path, grave);
    return grave;
  };
  const note = (path: string, takeBack: () => void): void => {
    unsaved.push({ folder: dirname(path), takeBack });
  };
  const noteFile = (path: string, saved: boolean): void => {
    const { ino } = statSync(path);
    if (saved) unsavedFiles.delete(ino);
    else unsavedFiles.set(ino, bury(path));
  };
  const noteRemoval = (path: string): void => {
    if (!existsSync(path)) return;
    const grave = bury(path);
    note(path, () => linkSync(grave, path));
  };
  const fs: FileSystem = {
    ...realFileSystem,
    async write(path, contents, options) {
      const isNew = !existsSync(path);
      await realFileSystem.write(path, contents, options);
      if (isNew) note(path, () => rmSync(path));
      noteFile(path, options.sync);
    },
    async rename(from, to) {
      const replaced = existsSync(to) && statSync(to).isFile() ? bury(to) : null;
      await realFileSystem.rename(from, to);
      note(to, () => {
        renameSync(to, from);
        if (replaced !== null) linkSync(replaced, to);
      });
    },
    async create(path, contents, options) {
      await realFileSystem.create(path, contents, options);
      note(path, () => rmSync(path));
    },
    async link(from, to) {
      await realFileSystem.link(from, to);
      note(to, () => rmSync(to));
    },
    async remove(path) {
      noteRemoval(path);
      await realFileSystem.remove(path);
    },
    async makeFolder(path) {
      if (existsSync(path)) return;
      await realFileSystem.makeFolder(path);
      note(path, () => rmSync(path, { recursive: true }));
    },
    async removeFolder(path) {
      await realFileSystem.removeFolder(path);
      note(path, () => mkdirSync(path));
    },
    async syncFolder(path) {
      await realFileSystem.syncFolder(path);
      unsaved = unsaved.filter(({ folder }) => folder !== path);
    },
  };
  const counted = Object.entries(fs).map(([name, call]) => [
    name,
    async (...values: unknown[]) => {
      if (calls++ >= at) throw new Killed();
      return (call as (...args: unknown[]) => unknown)(...values);
    },
  ]);
  return {
    fs: Object.fromEntries(counted) as FileSystem,
    calls: () => calls,
    losePower() {
      for (const file of unsavedFiles.values()) truncateSync(file, 0);
      for (const { takeBack } of unsaved.reverse()) takeBack();
      rmSync(graves, { recursive: true });
    },
  };
}
