import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Once } from '../tree/tree.ts';

export type ChangeKind =
  'create' | 'update' | 'merge' | 'identical' | 'kept' | 'delete' | 'rename' | 'conflict';

export type ChangeReason =
  'foreign' | 'edited' | 'deleted' | 'orphaned' | 'once' | 'ignored' | 'pending' | 'mode' | 'policy';

/** A file of the finished virtual tree, with its path relative to the project (POSIX). */
export interface NextFile {
  readonly path: string;
  readonly contents: Uint8Array;
  readonly mode: number;
  readonly once: Once | null;
  readonly backend: string;
  /** Stable identity: `<backend>/<writer>/<subject or ->/<role>`. */
  readonly identity: string;
}

/** What will happen to one path. `text` fields are only there where a person may look at them. */
export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  readonly why?: ChangeReason;
  readonly from?: string;
  /** Conflicting hunks left in it. */
  readonly hunks?: number;
  readonly backend: string;
  readonly base: Uint8Array | null;
  readonly disk: Uint8Array | null;
  readonly next: Uint8Array | null;
  readonly binary: boolean;
  readonly secret: boolean;
}

/** A step of a commit. `expect` is the sha256 of what must still be on the disk (null: nothing), or else the path is planned again. */
export type FileOperation =
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly contents: Uint8Array;
      readonly mode: number;
      readonly expect: string | null | 'any';
    }
  | { readonly kind: 'delete'; readonly path: string; readonly expect: string | null | 'any' };

/** How a conflict is settled: `later` leaves it recorded. `merged` carries text picked hunk by hunk or edited. */
export type Settlement =
  | { readonly kind: 'keep' | 'take' | 'markers' | 'later' | 'ignore' }
  | { readonly kind: 'merged'; readonly text: string };

export type ConflictPolicy = 'ask' | 'keep' | 'take' | 'markers' | 'fail';

declare const settled: unique symbol;

/** A plan without open questions: the only thing that `commitPlan` accepts. */
export interface SettledPlan {
  readonly [settled]: true;
  readonly projectDir: string;
  readonly changes: readonly Change[];
  /** Conflicts recorded for later, by path. */
  readonly unsettled: readonly string[];
  /** Files of the user's project. */
  readonly operations: readonly FileOperation[];
  /** Files of the baseline under `.dazzle/`; written last: the commit point. */
  readonly bookkeeping: readonly FileOperation[];
  readonly diagnostics: readonly Diagnostic[];
}
