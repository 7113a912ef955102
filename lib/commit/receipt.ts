/** What a commit did. Paths are POSIX, relative to the project. */
export interface Receipt {
  /** The build's number in the undo area; null where nothing had to be written. */
  readonly build: number | null;
  readonly written: readonly string[];
  readonly deleted: readonly string[];
}
