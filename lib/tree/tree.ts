/** How long a file is dazzle's: `starter` files belong to the user after their first write, `secret` files too, and their bytes are never kept. */
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
   * A file of dazzle's own, made from what is on the disk now: it replaces that without a merge, and a build refuses to go on
   * where somebody edited it (DZL376). A list that another tool may add entries to `grows`. The generator must have read the
   * file through `existing`; the file should say in its first key whose it is.
   */
  readonly absorbs?: boolean | 'grows';
  /** Permission bits; default 0o644. */
  readonly mode?: number;
  /** The text is formatted already: the formatter leaves it alone. */
  readonly formatted?: boolean;
}

/** A file of the virtual tree. `path` is POSIX, relative to the backend's folder. */
export interface TreeFile extends WriteOptions {
  readonly path: string;
  readonly contents: string | Uint8Array;
  /** `<generator or hook name>` that wrote it first. */
  readonly writer: string;
  readonly formatted: boolean;
}

/**
 * One backend's face of the virtual file system: nothing on it touches the disk. Paths are POSIX and relative to
 * the backend's folder; one that leaves it (`..`, absolute, device names) is refused with DZL310.
 */
export interface Tree {
  /** Adds a file; a path that somebody else has written already is refused with DZL311, which names both writers. */
  write(path: string, contents: string | Uint8Array, options?: WriteOptions): void;
  /** Renders `template` (relative to the backend's template folder, with `.ejs`) with `values` as `it`, and writes the result. */
  render(template: string, path: string, values: object, options?: WriteOptions): void;
  /** Renders a template to text without writing it: for fragments. */
  renderText(template: string, values: object): string;
  /** Replaces the contents of a file that exists in the tree, whoever wrote it. */
  update(path: string, change: (contents: string) => string): void;
  /** Sets the permission bits of a file that exists in the tree. */
  setMode(path: string, mode: number): void;
  remove(path: string): void;
  exists(path: string): boolean;
  /** The text of a file in the tree; throws DZL312 where there is none. */
  read(path: string): string;
  /** All files, sorted by path. */
  files(): readonly TreeFile[];
}
