import type { ReadParts } from '../plan/merge/index.ts';
import type { Formatter } from '../tree/format-tree.ts';

/** How files of one kind are merged and formatted: where dazzle does not know their language, or not as well as the backend. */
export interface FileFormat {
  /** Ends of paths in the backend's folder: `.tf`, `/Caddyfile`. */
  readonly files: readonly string[];
  /** Lets edits and changes of neighbouring parts merge; without it such files are merged by lines. */
  readonly readParts?: ReadParts;
  /** Without it such files stay as they are written. */
  readonly formatter?: Formatter;
}
