import * as disk from 'node:fs';
import { promisify } from 'node:util';
import type { FileSystem } from './file-calls.ts';
import { makePatient } from './patient.ts';

export type { FileStat, FileSystem } from './file-calls.ts';

/**
 * The disk through Node. The calls are the synchronous ones: a commit makes many small ones, and a way through the thread
 * pool costs several times the call. Only waiting for the disk (fsync) goes through the pool.
 */
const nodeFileSystem: FileSystem = {
  async stat(path) {
    const stat = lookAt(path);
    if (stat === null) return null;
    const kind = stat.isFile()
      ? 'file'
      : stat.isDirectory()
        ? 'folder'
        : stat.isSymbolicLink()
          ? 'symlink'
          : 'special';
    const stamp = `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
    const mode = Number(stat.mode) & 0o777;
    return {
      kind,
      mode,
      size: Number(stat.size),
      modified: Number(stat.mtimeMs),
      stamp,
      inode: `${stat.dev} ${stat.ino}`,
    };
  },
  async realPath(path) {
    return disk.realpathSync(path);
  },
  async list(path) {
    try {
      return disk.readdirSync(path).sort();
    } catch (error) {
      return unlessAbsent(error);
    }
  },
  async read(path) {
    try {
      return disk.readFileSync(path);
    } catch (error) {
      return unlessAbsent(error);
    }
  },
  async write(path, contents, { mode, sync }) {
    const file = disk.openSync(path, 'w', mode);
    try {
      disk.writeFileSync(file, contents);
      if (sync) await waitForDisk(file);
    } finally {
      disk.closeSync(file);
    }
  },
  async create(path, contents, { mode }) {
    await writeAll(path, 'wx', contents, mode, true);
  },
  async append(path, contents) {
    await writeAll(path, 'a', contents, 0o644);
  },
  async setMode(path, mode) {
    disk.chmodSync(path, mode);
  },
  async rename(from, to) {
    disk.renameSync(from, to);
  },
  async link(from, to) {
    disk.linkSync(from, to);
  },
  async copy(from, to) {
    disk.copyFileSync(from, to);
    const file = disk.openSync(to, 'r');
    try {
      await waitForDisk(file).catch(unlessUnsupported);
    } finally {
      disk.closeSync(file);
    }
  },
  async remove(path) {
    disk.rmSync(path, { force: true });
  },
  async makeFolder(path) {
    try {
      disk.mkdirSync(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  },
  async removeFolder(path) {
    disk.rmdirSync(path);
  },
  async syncFolder(path) {
    let folder: number;
    try {
      folder = disk.openSync(path, 'r');
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? undefined : unlessUnsupported(error);
    }
    try {
      await waitForDisk(folder).catch(unlessUnsupported);
    } finally {
      disk.closeSync(folder);
    }
  },
};

/** The real disk; on Windows, calls refused because another program has the file open are tried again. */
export const realFileSystem: FileSystem =
  process.platform === 'win32' ? makePatient(nodeFileSystem) : nodeFileSystem;

async function writeAll(
  path: string,
  flags: string,
  contents: Uint8Array,
  mode: number,
  exact = false,
): Promise<void> {
  const file = disk.openSync(path, flags, mode);
  try {
    if (exact) disk.fchmodSync(file, mode);
    disk.writeFileSync(file, contents);
    await waitForDisk(file);
  } finally {
    disk.closeSync(file);
  }
}

/** Error codes of systems that have no fsync for a folder, or for a file opened for reading. */
const withoutSync = new Set(['EACCES', 'EPERM', 'EINVAL', 'EISDIR', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP']);

function unlessUnsupported(error: unknown): void {
  if (!withoutSync.has(codeOf(error) ?? '')) throw error;
}

const waitForDisk = promisify(disk.fsync);

function lookAt(path: string): disk.BigIntStats | null {
  try {
    return disk.lstatSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch (error) {
    return unlessAbsent(error);
  }
}

/** The code of a failed call, such as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}

function unlessAbsent(error: unknown): null {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
}
