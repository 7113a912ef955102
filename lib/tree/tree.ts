/** Marks a file that is the user's after its first write: a `starter`, or a `secret`, whose contents the baseline never keeps. */
export type Once = 'starter' | 'secret';

/** What a writer says about a file besides its contents. */
export interface WriteOptions {
  /**
   * What the file is for, so that a rename in the spec can move it: `entity:Ticket`, `surface:ticket_list`,
   * `experience:checkout`. Absent for files that belong to the whole backend.
   */
  readonly subject?: string;
  /** Tells apart several files of one subject and writer, e.g. the template's name. Default: the file's base name. */
  readonly role?: string;
  readonly once?: Once;
  /**
   * Marks a file of dazzle's own that is made from its version on the disk, which the generator must read through `existing`. The
   * new version replaces it without a merge, and a build stops where somebody edited it (DZL376). `grows` allows other tools to
   * add entries to the lists of a JSON file. The file should say in its first key that it is dazzle's.
   */
  readonly absorbs?: boolean | 'grows';
  /** Permission bits; default 0o644. */
  readonly mode?: number;
  /** The text is formatted already: no formatter changes it. */
  readonly formatted?: boolean;
}

/** A file of the virtual tree. `path` is POSIX, relative to the backend's folder. */
export interface TreeFile extends WriteOptions {
  readonly path: string;
  readonly contents: string | Uint8Array;
  /** Name of the generator or hook that wrote it first. */
  readonly writer: string;
  readonly formatted: boolean;
}

/**
 * The virtual file system as one backend sees it: nothing here touches the disk. Paths are POSIX and relative to the
 * backend's folder; one that leaves it (`..`, absolute) or that some system cannot have (device names) is refused with DZL310.
 */
export interface Tree {
  /** Adds a file; a path that is written already is refused with DZL311, which names both writers. */
  write(path: string, contents: string | Uint8Array, options?: WriteOptions): void;
  /** Renders `template` (relative to the backend's template folder, with `.ejs`) with `values` as `it`, and writes the result. */
  render(template: string, path: string, values: object, options?: WriteOptions): void;
  /** Renders a template to text without writing it: for fragments. */
  renderText(template: string, values: object): string;
  /** Replaces the text of a file in the tree, whoever wrote it; throws DZL312 where there is none. */
  update(path: string, change: (contents: string) => string): void;
  /** Sets the permission bits of a file in the tree; throws DZL312 where there is none. */
  setMode(path: string, mode: number): void;
  remove(path: string): void;
  exists(path: string): boolean;
  /** The text of a file in the tree; throws DZL312 where there is none. */
  read(path: string): string;
  /** All files of this backend, sorted by path. */
  files(): readonly TreeFile[];
}
