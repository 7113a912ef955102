/** What a commit needs to know of a file. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'symlink' | 'special';
  readonly mode: number;
  readonly size: number;
  /** When it was last written to, in milliseconds since 1970. */
  readonly modified: number;
  /** Changes whenever the file is replaced or written to. */
  readonly stamp: string;
  /** Tells files apart: two names with the same one are the same file. */
  readonly inode: string;
}

/** The few calls that a commit makes: nothing else touches the disk, so that tests can fail or stop each one. */
export interface FileSystem {
  stat(path: string): Promise<FileStat | null>;
  realPath(path: string): Promise<string>;
  list(path: string): Promise<readonly string[] | null>;
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a new file or replaces one's contents; `sync` waits until they are on the disk. */
  write(path: string, contents: Uint8Array, options: { mode: number; sync: boolean }): Promise<void>;
  /** Writes a file of exactly this mode where nothing is, and waits until it is on the disk; fails with EEXIST where something is. */
  create(path: string, contents: Uint8Array, options: { mode: number }): Promise<void>;
  /** Adds to the end of a file, and waits until that is on the disk. */
  append(path: string, contents: Uint8Array): Promise<void>;
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
