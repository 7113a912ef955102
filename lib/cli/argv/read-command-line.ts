import { Command, CommanderError, type OutputConfiguration } from 'commander';
import { formatTerm, type CommandModule, type OptionValues } from '../command.ts';
import { commandTable, findCommand } from '../commands/table.ts';
import { packageVersion } from '../package-root.ts';
import type { Terminal } from '../screen/terminal.ts';
import { hangText } from '../screen/text.ts';
import { unknownCommand, usageError } from './usage-error.ts';

/** A command to run, or the exit status where help or the version was all that was asked for. */
export type Reading =
  | {
      readonly kind: 'run';
      readonly module: CommandModule;
      readonly args: readonly string[];
      readonly options: OptionValues;
      readonly cwd: string | null;
    }
  | { readonly kind: 'shown' };

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
 * Reads argv with commander; loads the module of the one command that it names.
 * @throws DazzleError for unknown commands, options and wrong arguments.
 */
export async function readCommandLine(argv: readonly string[], terminal: Terminal): Promise<Reading> {
  let chosen: Reading = { kind: 'shown' };
  const word = findCommandWord(argv);
  const helpFor = word === 'help' ? findCommandWord(argv.slice(argv.indexOf('help') + 1)) : null;
  const wanted = helpFor ?? (word === 'help' ? null : word);
  if (wanted !== null && findCommand(wanted) === undefined) throw unknownCommand(wanted);

  const program = createProgram(terminal);
  let current: Command | undefined = program;
  for (const row of commandTable) {
    const command = program.command(row.name).summary(row.summary).description(row.summary);
    command
      .helpGroup(`${row.group}:`)
      .helpOption('-h, --help', 'show this help')
      .copyInheritedSettings(program);
    if (row.name !== wanted) continue;
    const { command: module } = await row.load();
    module.configure(command);
    current = command;
    command.action(() => {
      const { cwd, ...options } = command.optsWithGlobals() as { cwd?: string } & OptionValues;
      chosen = { kind: 'run', module, args: command.args, options, cwd: cwd ?? null };
    });
  }
  if (argv.length === 0) {
    program.outputHelp();
    return chosen;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return { kind: 'shown' };
    throw usageError(error, current);
  }
  return chosen;
}

const starts = [
  ['dazzle init shop', 'answer a few questions, get a running application'],
  ['dazzle init shop --yes', 'the same without questions'],
] as const;

function createProgram(terminal: Terminal): Command {
  const output: OutputConfiguration = {
    writeOut: (text) => terminal.out.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => Math.min(100, terminal.out.isTerminal ? terminal.out.width : 100),
    getOutHasColors: () => terminal.out.colours.isColorSupported,
  };
  const help = new Command('help')
    .argument('[command]')
    .description('show the help of a command')
    .helpOption(false)
    .helpGroup('Tools:');
  return new Command('dazzle')
    .addHelpCommand(help)
    .description('Describe an application in a few readable files, get complete projects, keep every edit.')
    .version(packageVersion(), '-V, --version', "show dazzle's version")
    .option('--cwd <dir>', 'work in this folder instead of the current one')
    .helpOption('-h, --help', 'show this help')
    .configureOutput(output)
    .configureHelp({
      sortSubcommands: false,
      showGlobalOptions: true,
      styleTitle: terminal.out.colours.bold,
      styleUsage: (usage) => hangText(' '.repeat(7), usage, output.getOutHelpWidth!(), 7).join('\n').slice(7),
      formatItem: (term, termWidth, description, helper) =>
        formatTerm(term, termWidth, description, helper.helpWidth ?? 80),
    })
    .showSuggestionAfterError(false)
    .exitOverride()
    .addHelpText('after', () => {
      const helpWidth = output.getOutHelpWidth!();
      const rows = starts.map(([typed, does]) => formatTerm(typed, 22, does, helpWidth));
      return `\nStart here:\n${rows.join('\n')}\n`;
    });
}
