import * as disk from 'node:fs/promises';

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
}

/** The real disk. */
export const realFileSystem: FileSystem = {
  async stat(path) {
    try {
      const stat = await disk.lstat(path, { bigint: true });
      const kind = stat.isFile()
        ? 'file'
        : stat.isDirectory()
          ? 'folder'
          : stat.isSymbolicLink()
            ? 'symlink'
            : 'special';
      const stamp = `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
      return {
        kind,
        mode: Number(stat.mode) & 0o777,
        size: Number(stat.size),
        modified: Number(stat.mtimeMs),
        stamp,
      };
    } catch (error) {
      return unlessAbsent(error);
    }
  },
  realPath: (path) => disk.realpath(path),
  async list(path) {
    try {
      return (await disk.readdir(path)).sort();
    } catch (error) {
      return unlessAbsent(error);
    }
  },
  async read(path) {
    try {
      return await disk.readFile(path);
    } catch (error) {
      return unlessAbsent(error);
    }
  },
  async write(path, contents, { mode, sync }) {
    const file = await disk.open(path, 'w', mode);
    try {
      await file.writeFile(contents);
      if (sync) await file.sync();
    } finally {
      await file.close();
    }
  },
  setMode: (path, mode) => disk.chmod(path, mode),
  rename: (from, to) => disk.rename(from, to),
  link: (from, to) => disk.link(from, to),
  copy: (from, to) => disk.copyFile(from, to),
  remove: (path) => disk.rm(path, { force: true }),
  async makeFolder(path) {
    try {
      await disk.mkdir(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  },
  removeFolder: (path) => disk.rmdir(path),
};

/** The code of a failed call, such as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}

function unlessAbsent(error: unknown): null {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
}
