import type { ReadParts } from '../plan/merge/index.ts';
import type { Formatter } from '../tree/format-tree.ts';

/** How files of one kind are merged and formatted, for a language that dazzle does not know, or not as well as the backend does. */
export interface FileFormat {
  /** Ends of paths in the backend's folder: `.tf`, `/Caddyfile`. */
  readonly files: readonly string[];
  /**
   * Splits a text into parts, so that an edit and a new version merge where they change different parts, even neighbouring
   * ones. Absent: dazzle splits the languages that it knows, and merges other files by lines.
   */
  readonly readParts?: ReadParts;
  /** Absent: dazzle's own formatter, where it has one for such files; otherwise they stay as they are written. */
  readonly formatter?: Formatter;
}
