import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import type { Rename } from '../spec/rename.ts';
import type { FormatOutcome } from '../tree/format-tree.ts';
import type { Tree } from '../tree/tree.ts';
import type { Artifact, ArtifactKey, ArtifactReader } from './artifact.ts';
import type { BackendFacts, ExtraSchema } from './facts.ts';
import type { FileFormat } from './file-format.ts';

/** The value of an answer as `dazzle.toml` keeps it. */
export type AnswerValue = string | number | boolean | readonly string[];

/** Answers to a backend's questions, by question name; each question has its answer (or default) here. */
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
  /** Asked only where this claims so of the answers before it; otherwise its default holds. */
  readonly when?: (answers: Answers) => boolean;
}

/** Read-only look at what is on disk in the backend's folder before this build (empty on the first build). */
export interface ExistingFiles {
  /** Text of a file, or undefined where there is none. Paths as in the tree. */
  read(path: string): string | undefined;
  /** Names directly below a folder, sorted; empty where there is none. */
  list(folder: string): readonly string[];
}

/** What a backend may look at to state its facts: never the facts of another. */
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
  /** False where it is in the project's stack, but this build leaves it out: it is known by its kept answers. */
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
  /** Every backend of the stack, this one too, in the order in which they run. */
  readonly stack: readonly StackMember[];
  readonly artifacts: ArtifactReader;
  readonly existing: ExistingFiles;
  /** Renames declared in the spec (`was`) or confirmed when asked. */
  readonly renames: readonly Rename[];
  /** Names the hooks that will run after the commit, so that instructions say only what is true. */
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

/** What a generator or hook hands on and waits for; the order of generators follows from it alone. */
export interface Exchange {
  /** The artifacts that it returns, each time. */
  readonly makes?: readonly ArtifactKey<unknown>[];
  /** The artifacts that it reads; without them it does not run. */
  readonly needs?: readonly ArtifactKey<unknown>[];
  /** Artifacts that it reads where they are: of makers that may be skipped. */
  readonly wants?: readonly ArtifactKey<unknown>[];
}

/** Writes one concern of one backend into the tree. */
export interface Generator<A extends object = Answers> extends Exchange {
  readonly name: string;
  /** One line for `--verbose` and docs. */
  readonly description: string;
  /**
   * What it says of the spec and the answers, looking at nothing else; a build adds it to what `generate` reports. Where one
   * generator of a backend has it, `dazzle validate` asks those alone; otherwise it lets all of them generate in memory.
   */
  checkSpec?(context: PhaseContext<A>): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  generate(context: GeneratorContext<A>): GeneratorResult | void | Promise<GeneratorResult | void>;
}

/** When a hook runs: before the generators, or after them. */
export type HookPhase = 'pre_build' | 'post_build';
/** What the failure of a hook does to the build: stop it, or only be told. */
export type FailurePolicy = 'abort' | 'warn';

/** How a hook ended; `message` is one line for the person. */
export interface HookResult {
  readonly success: boolean;
  readonly message: string;
  readonly artifacts?: readonly Artifact[];
  /** Lines for the person, shown at the end of the build in any case. */
  readonly displayToUser?: readonly string[];
  /** Details of a failure: shown beneath it. */
  readonly diagnostics?: readonly Diagnostic[];
  /** What a hook stood still at whose time was up: told in place of the advice to give it longer. */
  readonly stuck?: { readonly at: string; readonly fix: string };
}

/** The scalar options of a hook, from `[hooks.<name>]`; `timeout` (seconds) and `on_failure` exist on each hook by themselves. */
export interface HookOption {
  readonly type: 'string' | 'number' | 'boolean' | 'string[]';
  readonly description: string;
  readonly default?: AnswerValue;
  /** What is wrong with a value of the right type; told with its place wherever `dazzle.toml` is checked. */
  readonly check?: (value: AnswerValue) => Diagnostic | undefined;
}

/** The values of a hook's options; undefined where an option has neither a value in `dazzle.toml` nor a default. */
export type HookOptions = Readonly<Record<string, AnswerValue | undefined>>;

interface HookBase extends Exchange {
  readonly name: string;
  readonly description: string;
  /** Hooks that come first, for what they do; what follows a failed one is skipped. */
  readonly after?: readonly string[];
  /** Hooks that come later, as if this one were in their `after`, except that they do not mind how it ends. */
  readonly before?: readonly string[];
  /** Default: `abort` in pre_build, `warn` in post_build. */
  readonly onFailure?: FailurePolicy;
  /** Seconds; default 60 on the tree, 600 on the disk. */
  readonly timeout?: number;
  readonly options?: Readonly<Record<string, HookOption>>;
  /** Variables of the shell that its commands are given besides the stated ones; `env` in `dazzle.toml` adds to them. */
  readonly env?: readonly string[];
  /** Runs even where a list in `dazzle.toml` leaves it out; only `skip` turns it off. */
  readonly essential?: boolean;
  /** Runs only where `dazzle.toml` names it. */
  readonly optIn?: boolean;
}

/** What a hook on the tree is given. */
export interface TreeHookContext<A extends object = Answers> extends PhaseContext<A> {
  readonly options: HookOptions;
  /** What its commands are given of the shell. */
  readonly environment: Readonly<Record<string, string>>;
  readonly tree: Tree;
  /** Absolute path of the project; pre-build hooks look at it, they never write. */
  readonly projectDir: string;
  /** Formats this backend's files in the tree; what could not be formatted is told. */
  format(): Promise<FormatOutcome>;
  /** Runs a command in the project's folder to look at the machine (a version); never one that writes. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
}

/** What a hook on the disk is given: the files are committed by now. */
export interface DiskHookContext<A extends object = Answers> extends PhaseContext<A> {
  readonly options: HookOptions;
  /** What its commands are given of the shell. */
  readonly environment: Readonly<Record<string, string>>;
  readonly projectDir: string;
  /** Absolute path of the backend's folder. */
  readonly folder: string;
  /** False where only its results have changed since it last succeeded (`mustExist`, `look`), and nothing that they are made from. */
  readonly inputsChanged: boolean;
  /** Results of the disk hooks that ran before, by name; hooks that were not needed are `skipped`. */
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
  /** What is shown of an output line, and kept in `lastLines`; null: nothing. Default: the line. */
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
  /** What it finds by looking at nothing but the spec and the answers: `dazzle validate` asks for it, and runs no hook. */
  checkSpec?(context: PhaseContext<A>): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  execute(context: TreeHookContext<A>): HookResult | Promise<HookResult>;
}

/** What decides whether a disk hook must run again. Paths in the backend's folder; a folder stands for all files below. */
export interface HookInputs {
  readonly files: readonly string[];
  readonly mustExist?: readonly string[];
  /**
   * A cheap look at results that other hands change too, such as the packages that are installed: where it gives another
   * text than after the last success, the hook runs again.
   */
  readonly look?: () => string;
  /** Claims that the hook runs this file as a program: a conflict in it holds the hook back only by its markers. */
  readonly loads?: (path: string) => boolean;
}

/** A hook that runs commands in the backend's folder, once the build is on the disk. */
export interface DiskHook<A extends object = Answers> extends HookBase {
  /** A `pre_build` one is among the first things on the disk, after the commit: nothing is written there before it. */
  readonly phase: HookPhase;
  readonly runsOn: 'disk';
  /**
   * Paths (in the backend's folder) whose contents decide whether the hook must run again, and paths that must exist
   * for it to be done. Absent: it runs after each build.
   */
  inputs?(context: Pick<DiskHookContext<A>, 'folder' | 'answers' | 'existing' | 'environment'>): HookInputs;
  /** Changes nothing, only tells: runs under `--no-disk-hooks` too, and after failures. */
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
  /** It changes nothing. */
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
  /** Backends whose disk hooks must run earlier where they share the stack. */
  readonly after?: readonly string[];
  questions(spec: AppSpec | null): readonly Question[];
  /** What the rest of the stack may know of it; absent parts are empty. */
  facts?(context: FactsContext<A>): Partial<BackendFacts>;
  /** The schemas of what plug-ins add to its facts, by their name. */
  readonly extraFacts?: Readonly<Record<string, ExtraSchema>>;
  /** Of two for one file, the first holds. */
  readonly formats?: readonly FileFormat[];
  readonly generators: readonly Generator<A>[];
  readonly hooks: readonly Hook<A>[];
}
