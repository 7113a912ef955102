import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** What has happened to the disk so far: decides what is said when a command stops or fails. */
export type DiskState = 'untouched' | 'started' | 'committing' | 'committed';

/** What a command is given. */
export interface CommandContext {
  /** Absolute: `--cwd`, or the folder it was called in. */
  readonly cwd: string;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Written by the commands that build. */
  disk: DiskState;
  /** The project's folder, once it is known. */
  projectDir: string | null;
}

/** The values of a command's options, by their camel-cased long names. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** A command: its options and what it does. Heavy modules are imported in `run`. */
export interface CommandModule {
  /** Adds arguments, options and examples. */
  configure(command: Command): void;
  /** Resolves to the exit status. */
  run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<number>;
}

/** The arguments and options of one command as it was called. */
export interface Invocation {
  readonly module: CommandModule;
  readonly args: readonly string[];
  readonly options: OptionValues;
  readonly cwd: string | null;
}

/** A block of examples for the end of a help text. */
export function examples(...lines: readonly (readonly [command: string, does: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  const rows = lines.map(([command, does]) => `  ${command.padEnd(width)}  ${does}`);
  return `\nExamples:\n${rows.join('\n')}\n`;
}

/** Collects the values of a repeatable option. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** Splits `a,b` into its names. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
