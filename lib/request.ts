import type { HookReport, Question, AnswerValue } from './backend/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Change, ConflictPolicy, FileOperation, Settlement } from './plan/types.ts';
import type { Receipt } from './commit/receipt.ts';
import type { MergeOutcome } from './plan/merge/index.ts';
import type { Rename } from './spec/rename.ts';

/** What a command asks of a build; made from argv by `lib/cli`, or by a program that embeds dazzle. */
export interface BuildRequest {
  /** Absolute path of the folder with `dazzle.toml`. */
  readonly projectDir: string;
  /** Stop before the commit; disk hooks do not run. */
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly onConflict: ConflictPolicy;
  /** A preset, or a list of backends, that replaces the manifest's stack in this build; null where none was given. */
  readonly stack: string | null;
  readonly backends: readonly string[] | null;
  readonly out: string | null;
  /** `backend.key=value` answers given on the command line. */
  readonly set: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly skipHooks: readonly string[];
  readonly diskHooks: boolean;
  readonly restore: readonly string[];
  readonly prune: boolean;
  readonly signal: AbortSignal;
}

/** A conflict as a person is asked about it; `merge` is null where there is no merge, as for a binary file. */
export interface ConflictQuestion {
  readonly change: Change;
  readonly merge: MergeOutcome | null;
  /** Counts from 1. */
  readonly index: number;
  readonly total: number;
}

/** Asks the person questions, at the terminal or on a page. Each method may throw StoppedError. */
export interface Prompter {
  /** False where nobody can be asked: defaults and policies decide. */
  readonly interactive: boolean;
  answer(question: Question, backend: string): Promise<AnswerValue>;
  /** `settle` is called for every plan, also for one without conflicts. */
  readonly reviewsEveryPlan?: boolean;
  /** Asks about all conflicts of a plan, so that going back and "the same for the rest" work; gives a settlement for each, in order. */
  settle(conflicts: readonly ConflictQuestion[], plan: readonly Change[]): Promise<readonly Settlement[]>;
  /** Asks about likely renames, and gives those that the person confirms. */
  confirmRenames(candidates: readonly Rename[]): Promise<readonly Rename[]>;
  /** Asks whether to restore output folders that were deleted with all their files; absent: nobody is asked. */
  confirmRestore?(gone: readonly { readonly folder: string; readonly files: number }[]): Promise<boolean>;
}

/** Is told what happens, as it happens; the command line draws it. */
export interface Reporter {
  phase(
    name:
      'load' | 'prompting' | 'pre_build' | 'writing' | 'post_build' | 'plan' | 'settle' | 'commit' | 'disk',
  ): void;
  diagnostic(diagnostic: Diagnostic): void;
  /** The plan is settled; its changes are committed next, except on a dry run. */
  planned(changes: readonly Change[]): void;
  /** A generator or hook began or ended; `took` in milliseconds. */
  step(event: {
    readonly kind: 'generator' | 'hook';
    readonly backend: string;
    readonly name: string;
    readonly state: 'start' | 'end';
    readonly took?: number;
    readonly report?: HookReport;
  }): void;
  /** The last output line of the running hook. */
  progress(line: string): void;
}

/** Everything that a build did or would do. */
export interface BuildOutcome {
  /**
   * `incomplete`: the files are as they should be, but a hook that only warns has failed. `pending`: a dry run would change files.
   */
  readonly status: 'done' | 'incomplete' | 'conflicts' | 'error' | 'pending';
  readonly backends: readonly string[];
  readonly changes: readonly Change[];
  readonly unsettled: readonly string[];
  /** The writes and deletions of the settled plan in the user's files, without the baseline: what `diff` compares with the disk. */
  readonly operations: readonly FileOperation[];
  readonly hooks: readonly HookReport[];
  /** By backend and artifact name; secrets replaced by «secret». */
  readonly artifacts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly receipt: Receipt | null;
}
