import type { Journal } from '../commit/journal.ts';
import type { Terminal } from './screen/terminal.ts';

/** What has happened to the disk so far: decides what is said when a command stops or fails. */
export type DiskState = 'untouched' | 'started' | 'committing' | 'committed';

/** What a command is given. */
export interface CommandContext {
  /** Absolute: `--cwd`, or the folder it was called in. */
  readonly cwd: string;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Set by the commands that write, as they go on. */
  disk: DiskState;
  /** The project's folder, once it is known. */
  projectDir: string | null;
  /** What kind of interrupted commit was finished when the project was opened; null: none. */
  recovered?: Journal['kind'] | null;
}

/** The values of a command's options, by their camel-cased long names. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** Runs a command; resolves to its exit status. `commands` are all that dazzle has, for the one that completes their words. */
export type CommandRun = (
  context: CommandContext,
  args: readonly string[],
  options: OptionValues,
  commands: readonly Command[],
) => Promise<number>;

/** A word that could stand next on the command line, and what it is. */
export interface Completion {
  readonly value: string;
  readonly about: string;
}

/** Finds the words that can stand in one place of the command line, in the folder `cwd`; a bare word needs no explanation. */
export type FindCompletions = (
  cwd: string,
) => readonly (string | Completion)[] | Promise<readonly (string | Completion)[]>;

/** An argument of a command. */
interface CommandArgument {
  /** As the help writes it: `[path...]`. */
  readonly name: string;
  readonly about?: string;
  readonly default?: string;
  /** Absent where it names files, which the shell completes. */
  readonly complete?: FindCompletions;
}

/** An option of a command. */
export interface CommandOption {
  /** As the help writes them: `-y, --yes`, `--out <dir>`, `--no-build`. */
  readonly flags: string;
  readonly about: string;
  /** May be given more than once: its value is the list of all. */
  readonly isRepeatable?: true;
  /** What its value can be; absent where it names a file or is free text. */
  readonly complete?: FindCompletions;
}

/**
 * A command as it is declared: the parser, the help and the completions of shells are made from this alone. The declarations of
 * all commands are loaded at every start, what a command does only when it runs.
 */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Heading in the help. */
  readonly group: 'Build' | 'Look' | 'Tools';
  readonly arguments?: readonly CommandArgument[];
  readonly options?: readonly CommandOption[];
  /** Command lines to learn from, and what each does. */
  readonly examples: readonly (readonly [typed: string, does: string])[];
  /** Works on the project around the current folder: hints write it with `--cwd` where the person is elsewhere. */
  readonly isOfProject?: true;
  /** Its `--json` document is that of a build, which has every key even where the command fails. */
  readonly tellsOfBuild?: true;
  load(): Promise<{ readonly run: CommandRun }>;
}
