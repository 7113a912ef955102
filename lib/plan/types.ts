import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Once } from '../tree/tree.ts';
import type { GoneNames } from './gone-names.ts';
import type { ConflictChoice, MergeOutcome } from './merge/index.ts';
import type { DiskFile } from './read-disk.ts';

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
  /** Made from what is on the disk: replaces it without a merge; `grows` where another tool may add to it. */
  readonly absorbs?: boolean | 'grows';
  readonly backend: string;
  /** Stable identity: `<backend>/<writer>/<subject or ->/<role>`. */
  readonly identity: string;
}

/** What will happen to one path. Contents are null where there is no file, and for a secret, whose bytes nobody is shown. */
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
  /** What the path holds after the build, null: nothing; of an open conflict, with the user's lines staying. */
  readonly after?: Uint8Array | null;
  /** Of an open conflict: what is merged, and the hunks that are not. */
  readonly merge?: MergeOutcome;
  readonly binary: boolean;
  readonly secret: boolean;
  /** A secret that git ignores and that only this copy of the project lacks: nothing that is committed changes. */
  readonly isLocal?: boolean;
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
  | {
      readonly kind: 'delete';
      readonly path: string;
      readonly expect: string | null | 'any';
      /** The path that the file is renamed to in the same commit: where that fails, it is not deleted. */
      readonly becomes?: string;
    };

/** A file of the baseline as a commit found it and as it would leave it; null: no file. */
export interface BookChange {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/**
 * Makes the files of the baseline where some paths could not be written: those keep their old base, with the new version
 * pending. Gives the files that differ from what was planned.
 */
export type ReopenPaths = (
  books: readonly BookChange[],
  open: readonly string[],
) => Promise<ReadonlyMap<string, Uint8Array | null>>;

/**
 * How a conflict is settled: `later` leaves it open. `merged` carries text picked hunk by hunk or edited; `partly` has a
 * choice for each hunk, null for one that is left for later.
 */
export type Settlement =
  | { readonly kind: 'keep' | 'take' | 'markers' | 'later' | 'ignore' }
  | { readonly kind: 'partly'; readonly choices: readonly (ConflictChoice | null)[] }
  | { readonly kind: 'merged'; readonly text: string };

export type ConflictPolicy = 'ask' | 'keep' | 'take' | 'markers' | 'fail';

/** What dazzle wrote into a file, the base of its three-way merge: all bytes, only their sha256 (binary or large), or neither. */
export interface Base {
  readonly contents: Uint8Array | null;
  readonly sha256: string | null;
}

/** What the baseline keeps of one file that dazzle wrote, or has yet to settle. */
export interface BaseEntry {
  /** POSIX, relative to the project. */
  readonly path: string;
  readonly backend: string;
  /** POSIX folder of the backend, relative to the project. */
  readonly outputDir: string;
  readonly identity: string;
  readonly mode: number;
  readonly once: Once | null;
  readonly base: Base;
  /** The base that the other side of a git merge has instead, where git could not join the two. */
  readonly rival?: Base & { readonly branch: string };
  /** An unsettled newer version; `gone` where dazzle no longer makes the file. */
  readonly pending: { readonly contents: Uint8Array; readonly mode: number } | 'gone' | null;
  /** The user chose to keep a file that holds conflict markers. */
  readonly keepsMarkers: boolean;
}

/** Files and output folders whose entries are of an earlier spec than the last build's, from which something was renamed since. */
export interface Behind {
  readonly paths: readonly string[];
  readonly shape: unknown;
}

/** What dazzle wrote last time, read from `.dazzle/baseline`. */
export interface Baseline {
  readonly exists: boolean;
  readonly entries: ReadonlyMap<string, BaseEntry>;
  /** Paths whose entry is damaged: that dazzle wrote them is known, what it wrote is not. */
  readonly lost: ReadonlySet<string>;
  /** The stored files by path relative to the project, as they were read. */
  readonly stored: ReadonlyMap<string, Uint8Array>;
  /** The stored file of each entry, by the entry's path. */
  readonly packs: ReadonlyMap<string, string>;
  /** Stored files that hold something else than the entries read from them. */
  readonly damaged: ReadonlySet<string>;
  /** The previous spec's shape, a JSON value; null where unknown. */
  readonly shape: unknown;
  /** What is still of specs before the last build's. */
  readonly behind: readonly Behind[];
  /** The version of dazzle that wrote it; null where unknown. */
  readonly version: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A backend and the folder it writes to (POSIX, relative to the project). */
export interface Output {
  readonly backend: string;
  readonly outputDir: string;
}

/** What one path comes to, decided by the table or settled by a person or a policy. */
export interface PathOutcome {
  readonly change: Change;
  /** What the path holds afterwards: null removes it, undefined leaves the disk alone. */
  readonly result: { readonly contents: Uint8Array; readonly mode: number } | null | undefined;
  /** The baseline's entry afterwards. */
  readonly entry: BaseEntry | null;
  readonly unsettled: boolean;
}

/** A conflict that a person or a policy has to settle: the versions of the path, and their merge where there is one. */
export interface OpenConflict {
  readonly change: Change;
  readonly merge: MergeOutcome | null;
  readonly entry: BaseEntry | null;
  readonly outputDir: string;
  readonly diskMode: number;
  readonly next: NextFile | null;
}

/** Every path of a build decided, with its open conflicts. */
export interface Plan {
  readonly projectDir: string;
  /** One change a path, sorted by path; conflicts included. */
  readonly changes: readonly Change[];
  readonly decided: readonly PathOutcome[];
  readonly conflicts: readonly OpenConflict[];
  readonly baseline: Baseline;
  /** What was on the disk at each planned path: the sha256 of files that may be replaced is taken from here. */
  readonly disk: ReadonlyMap<string, DiskFile>;
  /** Paths of the baseline that this plan does not touch. */
  readonly untouched: readonly BaseEntry[];
  /** The baseline's operations where they are known beforehand (undo); null: the outcomes' entries make them. */
  readonly bookkeeping: readonly FileOperation[] | null;
  readonly shape: unknown;
  /** The shape of the earlier spec that a base is of, by the base (the object itself). */
  readonly basesBehind: ReadonlyMap<Base, unknown>;
  readonly version: string | null;
  /** What the spec has no more, where this plan is made from one. */
  readonly gone?: GoneNames | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** An earlier tree to go back to. */
export interface UndoRequest {
  readonly projectDir: string;
  readonly files: readonly {
    readonly path: string;
    /** What was there before; null: nothing. */
    readonly before: { readonly contents: Uint8Array; readonly mode: number } | null;
    /** What the build wrote; null: it deleted the file. */
    readonly after: (Base & { readonly mode: number }) | null;
  }[];
  readonly bookkeeping: readonly FileOperation[];
}

declare const settled: unique symbol;

/** A plan without open questions: the only thing that `commitPlan` accepts. */
export interface SettledPlan {
  readonly [settled]: true;
  readonly projectDir: string;
  readonly changes: readonly Change[];
  /** Conflicts left for later, by path. */
  readonly unsettled: readonly string[];
  /** Files of the user's project. */
  readonly operations: readonly FileOperation[];
  /** Files of the baseline under `.dazzle/`; written last: the commit point. */
  readonly bookkeeping: readonly FileOperation[];
  /** Where a save keeps a path from being written. */
  readonly reopen: ReopenPaths;
  readonly diagnostics: readonly Diagnostic[];
}
