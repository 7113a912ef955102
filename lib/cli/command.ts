import type { Command } from 'commander';
import type { CommitRecord } from '../commit/record.ts';
import type { Terminal } from './screen/terminal.ts';
import { hangText, padText } from './screen/text.ts';

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
  /** What kind of interrupted commit was finished when the project was opened; null: none. */
  recovered?: CommitRecord['kind'] | null;
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

/** Terminals that are narrower, or leave less room beside the terms, show what is said of a term beneath it. */
const narrow = 60;
const roomFor = 28;

/** A term of a help text and what is said of it, in at most `helpWidth` columns. */
export function formatTerm(term: string, termWidth: number, does: string, helpWidth: number): string {
  if (helpWidth >= narrow && helpWidth - termWidth >= roomFor) {
    const first = `  ${padText(term, termWidth)}  `;
    return does === '' ? `  ${term}` : hangText(first, does, helpWidth, termWidth + 4).join('\n');
  }
  return [
    ...hangText('  ', term, helpWidth, 4),
    ...(does === '' ? [] : hangText('      ', does, helpWidth, 6)),
  ].join('\n');
}

/** A block of examples for the end of a help text; beneath one another where the terminal is narrow. */
export function examples(
  ...lines: readonly (readonly [command: string, does: string])[]
): (context: { readonly command: Command }) => string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return ({ command }) => {
    const helpWidth = command.configureOutput().getOutHelpWidth?.() ?? 80;
    const rows = lines.map(([typed, does]) => formatTerm(typed, width, does, helpWidth));
    return `\nExamples:\n${rows.join('\n')}\n`;
  };
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
