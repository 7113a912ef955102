import type { AnswerValue, FailurePolicy } from '../backend/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ConflictPolicy } from '../plan/types.ts';

/** A checked `dazzle.toml`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** The module whose app is built; null where the file does not say. */
  readonly root: string | null;
  readonly modulePaths: readonly string[];
  /** POSIX, relative to the project. */
  readonly outputDir: string;
  readonly stack: {
    readonly preset: string | null;
    readonly backends: readonly string[];
    /** What the file says of it is wrong, so that these backends are not what is meant. */
    readonly isGuess?: true;
  };
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;
  readonly hooks: HookSettings;
  /** Modules that add backends and hooks: paths from the project, or names of packages installed in it. */
  readonly plugins: readonly string[];
  /** Policies by glob, in the file's order. */
  readonly conflicts: readonly { readonly pattern: string; readonly policy: ConflictPolicy }[];
  /** Codes of warnings that have been seen and accepted. */
  readonly ignoredWarnings: readonly string[];
  readonly locate?: LocateKey;
}

/** Where a key of `dazzle.toml` stands, or one text in its list, or (`null`) its whole value; with the code frame. */
export type LocateKey = (
  path: readonly string[],
  item?: string | null,
) => Pick<Diagnostic, 'place' | 'frame'>;

/** `[hooks]`: null lists were not written. */
export interface HookSettings {
  readonly preBuild: readonly string[] | null;
  readonly postBuild: readonly string[] | null;
  readonly skip: readonly string[];
  readonly options: Readonly<Record<string, HookTable>>;
}

/** One `[hooks.<name>]` table. */
export interface HookTable {
  /** Seconds. */
  readonly timeout: number | null;
  readonly onFailure: FailurePolicy | null;
  /** Variables of the shell that its commands are given. */
  readonly env?: readonly string[];
  readonly values: Readonly<Record<string, AnswerValue>>;
}
