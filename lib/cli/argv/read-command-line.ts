import { CommanderError } from 'commander';
import type { Command, OptionValues } from '../command.ts';
import type { Terminal } from '../screen/terminal.ts';
import { addCommand, addDetails, createProgram } from './create-program.ts';
import { unknownCommand, usageError } from './usage-error.ts';

/** A command as it was called. */
interface Invocation {
  readonly command: Command;
  readonly args: readonly string[];
  readonly options: OptionValues;
  readonly cwd: string | null;
}

/** Finds the word of argv that names the command: the first that is no option nor the value of `--cwd`. */
export function findCommandWord(argv: readonly string[]): string | null {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!;
    if (word === '--cwd') index++;
    else if (word === '--') return argv[index + 1] ?? null;
    else if (!word.startsWith('-')) return word;
  }
  return null;
}

/**
 * Reads argv with commander; null where help or the version was all that was asked for, and has been shown.
 * @throws DazzleError for unknown commands, options and wrong arguments.
 */
export async function readCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<Invocation | null> {
  const word = findCommandWord(argv);
  const wanted = word === 'help' ? findCommandWord(argv.slice(argv.indexOf('help') + 1)) : word;
  const names = commands.map(({ name }) => name);
  if (wanted !== null && !names.includes(wanted)) throw unknownCommand(wanted, names);

  const program = createProgram(terminal);
  let current = program;
  let invocation: Invocation | null = null;
  for (const command of commands) {
    const parser = addCommand(program, command);
    if (command.name !== wanted) continue;
    addDetails(parser, command);
    current = parser;
    parser.action(() => {
      const { cwd, ...options } = parser.optsWithGlobals() as { cwd?: string } & OptionValues;
      invocation = { command, args: parser.args, options, cwd: cwd ?? null };
    });
  }
  if (argv.length === 0) {
    program.outputHelp();
    return null;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return null;
    throw usageError(error, current);
  }
  return invocation;
}
