import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import type { Rename } from '../spec/rename.ts';
import type { FormatOutcome } from '../tree/format-tree.ts';
import type { Tree } from '../tree/tree.ts';
import type { Artifact, ArtifactKey, ArtifactReader } from './artifact.ts';
import type { BackendFacts, ExtraSchema } from './facts.ts';
import type { FileFormat } from './file-format.ts';

/** The value of an answer, in a type that `dazzle.toml` can keep. */
export type AnswerValue = string | number | boolean | readonly string[];

/** Answers to a backend's questions, by question name. Only a question that `when` turned off and that has no default is missing. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** A question of a backend's prompting phase, as data. A question without `default` must be answered. */
export interface Question {
  readonly name: string;
  readonly message: string;
  readonly type: 'text' | 'confirm' | 'select' | 'checkbox';
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly default?: AnswerValue;
  /** Returns what is wrong with the value, or undefined. */
  readonly check?: (value: AnswerValue) => string | undefined;
  /** Given the answers to the questions listed before, returns whether to ask this one; where it returns false, `default` is the answer. */
  readonly when?: (answers: Answers) => boolean;
}

/** Read-only look at what is on disk in the backend's folder before this build (empty on the first build). */
export interface ExistingFiles {
  /** Text of a file, or undefined where there is none. Paths as in the tree. */
  read(path: string): string | undefined;
  /** Names directly below a folder, sorted; empty where there is none. */
  list(folder: string): readonly string[];
}

/** What a backend states its facts from. The facts of other backends are not here, so that no fact depends on another's. */
export interface FactsContext<A extends object = Answers> {
  readonly spec: AppSpec;
  readonly answers: A;
  readonly backendName: string;
  /** POSIX path of the backend's folder, relative to the project. */
  readonly outputDir: string;
  /** The names of all backends in the stack, also of those that this build does not run. */
  readonly stack: readonly string[];
}

/** A backend of the stack, as the others know it. */
export interface StackMember {
  readonly name: string;
  /** POSIX path of its folder, relative to the project. */
  readonly outputDir: string;
  readonly answers: Answers;
  readonly facts: BackendFacts;
  /** False where the project's stack has it but this build does not run it; its answers are then those of `dazzle.toml`, or defaults. */
  readonly isBuilt: boolean;
}

/** What every generator and tree hook is given. */
export interface PhaseContext<A extends object = Answers> {
  readonly spec: AppSpec;
  readonly answers: A;
  readonly backendName: string;
  /** POSIX path of the backend's folder, relative to the project, e.g. `apps/django_micro`. */
  readonly outputDir: string;
  /** The facts of this backend; those of the others are in `stack`. */
  readonly facts: BackendFacts;
  /** The backends of the stack, this one too, in the order in which they run; those whose answers are not complete are left out. */
  readonly stack: readonly StackMember[];
  readonly artifacts: ArtifactReader;
  readonly existing: ExistingFiles;
  /** Renames declared in the spec (`was`) or confirmed when asked. */
  readonly renames: readonly Rename[];
  /** Names of this backend's disk hooks that will run after the commit, for instructions that mention them; empty under `--no-disk-hooks`. */
  readonly plannedDiskHooks: readonly string[];
  /** Reports something the person should know; an error stops the build before anything is written. */
  report(diagnostic: Diagnostic): void;
  readonly signal: AbortSignal;
}

/** What a generator is given: the spec, the answers, the facts of the stack, and the tree that it writes into. */
export interface GeneratorContext<A extends object = Answers> extends PhaseContext<A> {
  readonly tree: Tree;
}

/** What a generator gives back. `filesCreated` is filled in by the framework from the tree where it is absent. */
export interface GeneratorResult {
  readonly filesCreated?: readonly string[];
  readonly artifacts?: readonly Artifact[];
  readonly errors?: readonly Diagnostic[];
}

/** The artifacts that a generator or hook makes and reads. Makers run before readers; generators are ordered by nothing else. */
export interface Exchange {
  /** Keys of the artifacts that it returns whenever it succeeds: all of these and no others (DZL323). */
  readonly makes?: readonly ArtifactKey<unknown>[];
  /** Keys of the artifacts that it reads with `artifacts.get`; where a maker failed, it does not run. */
  readonly needs?: readonly ArtifactKey<unknown>[];
  /** Keys of the artifacts that it reads with `artifacts.find`, because their maker may be skipped. */
  readonly wants?: readonly ArtifactKey<unknown>[];
}

/** Writes one concern of one backend into the tree. */
export interface Generator<A extends object = Answers> extends Exchange {
  readonly name: string;
  /** One line for `--verbose` and docs. */
  readonly description: string;
  /**
   * Checks the spec and the answers, and reads nothing else. A build calls it before `generate`, and reports what both find.
   * `dazzle validate` calls only the `checkSpec` of a backend's generators; where none has one, it runs every `generate` in memory.
   */
  checkSpec?(context: PhaseContext<A>): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  generate(context: GeneratorContext<A>): GeneratorResult | void | Promise<GeneratorResult | void>;
}

/** When a hook runs: before the generators, or after them. */
export type HookPhase = 'pre_build' | 'post_build';
/** What the failure of a hook does: `abort` makes the build fail, `warn` only reports a warning. */
export type FailurePolicy = 'abort' | 'warn';

/** How a hook ended; `message` is one line for the person. */
export interface HookResult {
  readonly success: boolean;
  readonly message: string;
  readonly artifacts?: readonly Artifact[];
  /** Lines for the person, shown at the end of the build in any case. */
  readonly displayToUser?: readonly string[];
  /** Details of a failure, shown beneath `message`; of a hook that succeeded, all of them become warnings. */
  readonly diagnostics?: readonly Diagnostic[];
  /** For a hook that timed out: what it was waiting for (`at`), and the fix to show instead of the advice to raise `timeout`. */
  readonly stuck?: { readonly at: string; readonly fix: string };
}

/** An option of a hook, set below `[hooks.<name>]` in `dazzle.toml`. Every hook also has `timeout` (seconds), `on_failure` and `env`. */
export interface HookOption {
  readonly type: 'string' | 'number' | 'boolean' | 'string[]';
  readonly description: string;
  readonly default?: AnswerValue;
  /** Checks a value of the right type: returns what is wrong with it, which is reported at its place in `dazzle.toml`, or undefined. */
  readonly check?: (value: AnswerValue) => Diagnostic | undefined;
}

/** The values of a hook's options; undefined where an option has neither a value in `dazzle.toml` nor a default. */
export type HookOptions = Readonly<Record<string, AnswerValue | undefined>>;

/** What hooks on the tree and hooks on the disk have in common. */
export interface HookBase extends Exchange {
  readonly name: string;
  /** One line for `--verbose` and docs. */
  readonly description: string;
  /** Names of hooks of the same backend that run first; where one of them fails, this hook is skipped. */
  readonly after?: readonly string[];
  /** Names of hooks of the same backend that run later, even where this hook fails. */
  readonly before?: readonly string[];
  /** Default: `abort` in pre_build, `warn` in post_build. */
  readonly onFailure?: FailurePolicy;
  /** Seconds; default 60 on the tree, 600 on the disk. */
  readonly timeout?: number;
  readonly options?: Readonly<Record<string, HookOption>>;
  /** Names of shell variables that its commands get besides the usual ones (`PATH`, locale, proxies…); `env` in `dazzle.toml` adds to them. */
  readonly env?: readonly string[];
  /** Runs even where the list of its phase in `dazzle.toml` leaves it out; only `skip` or `--skip-hook` turns it off. */
  readonly essential?: boolean;
  /** Runs only where the list of its phase (`pre_build`, `post_build`) in `dazzle.toml` names it. */
  readonly optIn?: boolean;
}

/** What a hook on the tree is given. */
export interface TreeHookContext<A extends object = Answers> extends PhaseContext<A> {
  readonly options: HookOptions;
  /** The shell variables that its commands are given, by name. */
  readonly environment: Readonly<Record<string, string>>;
  readonly tree: Tree;
  /** Absolute path of the project, for reading only: a hook on the tree never writes there. */
  readonly projectDir: string;
  /** Formats this backend's files in the tree; the outcome has a DZL315 for each file that could not be formatted. */
  format(): Promise<FormatOutcome>;
  /** Runs a command in the project's folder to look at the machine, e.g. `python3 --version`; never one that writes. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
}

/** What a hook on the disk is given: the files are committed by now. */
export interface DiskHookContext<A extends object = Answers> extends PhaseContext<A> {
  readonly options: HookOptions;
  /** The shell variables that its commands are given, by name. */
  readonly environment: Readonly<Record<string, string>>;
  readonly projectDir: string;
  /** Absolute path of the backend's folder. */
  readonly folder: string;
  /** False where its files, options and variables are as at its last success, and it runs only for its results (`mustExist`, `look`). */
  readonly inputsChanged: boolean;
  /** Reports of this backend's disk hooks before this one, by hook name; those that did not run are `skipped`. */
  readonly earlier: ReadonlyMap<string, HookReport>;
  /** Runs a command in the backend's folder, streams its output lines as progress, stops it on timeout or abort. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Shows a line as the hook's progress. */
  progress(line: string): void;
}

/** How a command of a hook is run. */
export interface RunOptions {
  /**
   * Default `.`; relative to the backend's folder in disk hooks, and to the project's in tree hooks, which may run
   * before the backend's folder exists.
   */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Maps an output line to the text that is shown and kept in `lastLines`; null drops the line. Default: the line as it is. */
  readonly shows?: (line: string) => string | null;
}

/** How a command of a hook ended. */
export interface RunResult {
  /** The exit status; 127 where the command was not found, 124 where it timed out, 128 and the signal's number where it was killed. */
  readonly status: number;
  /** Standard output; stderr is in `lastLines` only. */
  readonly stdout: string;
  /** The last lines of both streams, for a failure report. */
  readonly lastLines: readonly string[];
}

/** A hook that sees and changes files in memory; nothing of the build is on the disk yet. */
export interface TreeHook<A extends object = Answers> extends HookBase {
  readonly phase: HookPhase;
  readonly runsOn: 'tree';
  /** Checks the spec and the answers, and reads nothing else. Only `dazzle validate` calls it, in place of running the hook. */
  checkSpec?(context: PhaseContext<A>): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  execute(context: TreeHookContext<A>): HookResult | Promise<HookResult>;
}

/** What decides whether a disk hook must run again. Paths are relative to the backend's folder; a folder stands for all files below it. */
export interface HookInputs {
  /** The hook runs again where the contents of these have changed since its last success. */
  readonly files: readonly string[];
  /** Results of the hook: it runs again where one of them is missing. */
  readonly mustExist?: readonly string[];
  /**
   * Describes results that other programs change too, such as the installed packages, as a text that is cheap to make. The
   * hook runs again where the text is another than after its last success.
   */
  readonly look?: () => string;
  /** Claims that the hook runs this file as a program: an open conflict in it holds the hook back only if conflict markers are in the file. */
  readonly loads?: (path: string) => boolean;
}

/** A hook that runs commands in the backend's folder, once the build is on the disk. */
export interface DiskHook<A extends object = Answers> extends HookBase {
  /** Disk hooks of both phases run after the commit; the `pre_build` ones of all backends run first. */
  readonly phase: HookPhase;
  readonly runsOn: 'disk';
  /** What the hook reads and makes, so that it runs only where that changed. Absent: it runs after every build. */
  inputs?(context: Pick<DiskHookContext<A>, 'folder' | 'answers' | 'existing' | 'environment'>): HookInputs;
  /** The hook changes nothing and only tells something: it runs last, also under `--no-disk-hooks` and after hooks that failed. */
  readonly onlyTells?: boolean;
  execute(context: DiskHookContext<A>): HookResult | Promise<HookResult>;
}

/** What a backend lists under `hooks`. */
export type Hook<A extends object = Answers> = TreeHook<A> | DiskHook<A>;

/** How one hook ended. */
export interface HookReport {
  readonly backend: string;
  readonly name: string;
  readonly phase: HookPhase;
  readonly runsOn: 'tree' | 'disk';
  /** It is a `DiskHook` with `onlyTells`. */
  readonly onlyTells?: true;
  readonly success: boolean;
  readonly skipped: boolean;
  /** Why it was skipped: its inputs did not change, a hook it follows failed, `--no-disk-hooks`, or conflicts are open. */
  readonly skippedBecause?: 'unchanged' | 'dependency' | 'turned_off' | 'conflicts';
  readonly message: string;
  readonly displayToUser: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds. */
  readonly took: number;
}

/** A kind of project that dazzle can make: a value made by `defineBackend`. */
export interface Backend<A extends object = Answers> {
  readonly name: string;
  readonly summary: string;
  /** Folder of its EJS templates. */
  readonly templates: URL;
  /** Names of backends that run before this one where the stack has them, so that their disk hooks are done first. */
  readonly after?: readonly string[];
  /** `spec` is null where there is no valid spec yet, as in `dazzle init`. */
  questions(spec: AppSpec | null): readonly Question[];
  /** States what its hooks, the other backends of the stack and dazzle may know of it; parts left out are those of `noFacts`. */
  facts?(context: FactsContext<A>): Partial<BackendFacts>;
  /** The schema of each part of its facts' `extra`, by the plug-in's name. */
  readonly extraFacts?: Readonly<Record<string, ExtraSchema>>;
  /** How its files are merged and formatted; where two formats fit a file, the first is used. */
  readonly formats?: readonly FileFormat[];
  readonly generators: readonly Generator<A>[];
  readonly hooks: readonly Hook<A>[];
}
