import { Command as Parser, type OutputConfiguration } from 'commander';
import type { Command } from '../command.ts';
import { packageVersion } from '../package-root.ts';
import type { Terminal } from '../screen/terminal.ts';
import { hangText } from '../screen/text.ts';
import { formatExamples, formatTerm } from './help-text.ts';

const starts = [
  ['dazzle init shop', 'answer a few questions, get a running application'],
  ['dazzle init shop --yes', 'the same without questions'],
] as const;

/** The parser of `dazzle` itself, as yet without commands. */
export function createProgram(terminal: Terminal): Parser {
  const output: OutputConfiguration = {
    writeOut: (text) => terminal.out.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => Math.min(100, terminal.out.isTerminal ? terminal.out.width : 100),
    getOutHasColors: () => terminal.out.colours.isColorSupported,
  };
  const help = new Parser('help')
    .argument('[command]')
    .description('show the help of a command')
    .helpOption(false)
    .helpGroup('Tools:');
  return new Parser('dazzle')
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
    .addHelpText('after', formatExamples('Start here', starts));
}

/** Adds a command to the program with what the help of `dazzle` itself shows of it: its name, summary and group. */
export function addCommand(program: Parser, { name, summary, group }: Command): Parser {
  return program
    .command(name)
    .summary(summary)
    .description(summary)
    .helpGroup(`${group}:`)
    .helpOption('-h, --help', 'show this help')
    .copyInheritedSettings(program);
}

/** Adds the arguments, options and examples of the command that is called or whose help is shown. */
export function addDetails(parser: Parser, { arguments: args = [], options = [], examples }: Command): void {
  for (const { name, about, default: preset } of args) parser.argument(name, about, preset);
  for (const { flags, about, isRepeatable } of options) {
    if (isRepeatable === true) parser.option(flags, about, collect);
    else parser.option(flags, about);
  }
  parser.addHelpText('after', formatExamples('Examples', examples));
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
