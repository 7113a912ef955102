import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What a commit did. Paths are POSIX, relative to the project. */
export interface Receipt {
  /** The commit's number in the undo area; null: there was nothing to write. */
  readonly build: number | null;
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** Files that somebody saved while the commit ran: left as they are. */
  readonly open: readonly string[];
  /** Names the files saved meanwhile (DZL445, DZL446). */
  readonly diagnostics: readonly Diagnostic[];
}

/** The receipt of a commit that had nothing to do. */
export const nothingDone: Receipt = { build: null, written: [], deleted: [], open: [], diagnostics: [] };
