import * as disk from 'node:fs';
import { promisify } from 'node:util';

/** What a commit needs to know of a file. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'symlink' | 'special';
  readonly mode: number;
  readonly size: number;
  /** When it was last written to, in milliseconds since 1970. */
  readonly modified: number;
  /** Changes whenever the file is replaced or written to. */
  readonly stamp: string;
}

/** The few calls that a commit makes: nothing else touches the disk, so that tests can fail or stop each one. */
export interface FileSystem {
  stat(path: string): Promise<FileStat | null>;
  realPath(path: string): Promise<string>;
  list(path: string): Promise<readonly string[] | null>;
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a new file or replaces one's contents; `sync` waits until they are on the disk. */
  write(path: string, contents: Uint8Array, options: { mode: number; sync: boolean }): Promise<void>;
  setMode(path: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Absent files are no error. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Waits until the names in a folder are on the disk; an absent folder is no error. */
  syncFolder(path: string): Promise<void>;
}

/**
 * The real disk. The calls are synchronous beneath, for a commit makes many small ones, and the way through the thread
 * pool costs several times the call; only waiting for the disk itself is left to the pool.
 */
export const realFileSystem: FileSystem = {
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
    return { kind, mode, size: Number(stat.size), modified: Number(stat.mtimeMs), stamp };
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

/** What systems say that cannot wait for a folder, or for a file that is open for reading. */
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
