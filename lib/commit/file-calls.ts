/** What a commit needs to know of a file, without reading it. */
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

/** The calls by which a commit reaches the disk, and no others, so that tests can let each one fail. Null: nothing is there. */
export interface FileSystem {
  stat(path: string): Promise<FileStat | null>;
  realPath(path: string): Promise<string>;
  list(path: string): Promise<readonly string[] | null>;
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a new file or replaces the contents of one; with `sync`, waits until they are on the disk. */
  write(path: string, contents: Uint8Array, options: { mode: number; sync: boolean }): Promise<void>;
  /** Writes a new file of exactly this mode and waits until it is on the disk; fails with EEXIST where the name is taken. */
  create(path: string, contents: Uint8Array, options: { mode: number }): Promise<void>;
  /** Appends to a file and waits until that is on the disk. */
  append(path: string, contents: Uint8Array): Promise<void>;
  setMode(path: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Absent files are no error. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Waits until the names in a folder are on the disk (fsync); an absent folder is no error. */
  syncFolder(path: string): Promise<void>;
}
