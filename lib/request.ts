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
  /** A preset or list that replaces the manifest's for this build. */
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

/** A conflict as it is put to a person; `merge` is null for binary, foreign and orphaned ones. */
export interface ConflictQuestion {
  readonly change: Change;
  readonly merge: MergeOutcome | null;
  /** Counts from 1. */
  readonly index: number;
  readonly total: number;
}

/** Asks the person; the command line has the terminal's, tests a fake. Each may throw StoppedError. */
export interface Prompter {
  /** False where nobody can be asked: defaults and policies decide. */
  readonly interactive: boolean;
  answer(question: Question, backend: string): Promise<AnswerValue>;
  /** Is shown every plan, one without conflicts too: `settle` is called with none then. */
  readonly reviewsEveryPlan?: boolean;
  /** All conflicts of a plan at once, so that going back and "the same for the rest" work; one settlement a conflict. */
  settle(conflicts: readonly ConflictQuestion[], plan: readonly Change[]): Promise<readonly Settlement[]>;
  /** Which of the likely renames are meant. */
  confirmRenames(candidates: readonly Rename[]): Promise<readonly Rename[]>;
  /** Whether output folders that were deleted are to come back, with all their files; absent: nobody is asked. */
  confirmRestore?(gone: readonly { readonly folder: string; readonly files: number }[]): Promise<boolean>;
}

/** Is told what happens, as it happens; the command line draws it. */
export interface Reporter {
  phase(
    name:
      'load' | 'prompting' | 'pre_build' | 'writing' | 'post_build' | 'plan' | 'settle' | 'commit' | 'disk',
  ): void;
  diagnostic(diagnostic: Diagnostic): void;
  /** The plan is settled: about to be committed, or, on a dry run, what would be. */
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
  /** `incomplete`: the files are as they should be, but a hook that only warns has failed. */
  readonly status: 'done' | 'incomplete' | 'conflicts' | 'error' | 'pending';
  readonly backends: readonly string[];
  readonly changes: readonly Change[];
  readonly unsettled: readonly string[];
  /** The user's files as the settled plan writes or deletes them: what `diff` compares with the disk. */
  readonly operations: readonly FileOperation[];
  readonly hooks: readonly HookReport[];
  /** By backend and artifact name; secrets replaced by «secret». */
  readonly artifacts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly receipt: Receipt | null;
}
