import type { Command, CommanderError } from 'commander';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { DazzleError, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { countNoun } from '../screen/text.ts';

/** Turns what commander has to say about argv into a diagnostic with a suggestion. */
export function usageError(error: CommanderError, command: Command): DazzleError {
  return new DazzleError(describe(error, command));
}

function describe(error: CommanderError, command: Command): Diagnostic {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const name = command.name();
  const help = name === 'dazzle' ? 'dazzle --help' : `dazzle help ${name}`;
  switch (error.code) {
    case 'commander.unknownOption': {
      const flag = word.split('=')[0]!;
      const known = command.createHelp().visibleOptions(command);
      const global = command.createHelp().visibleGlobalOptions(command);
      const longs = [...known, ...global].map((option) => option.long ?? option.short ?? '');
      if (word.includes('=') && longs.includes(flag)) {
        return diagnose('DZL503', {
          message: `option "${flag}" takes no value`,
          fix: `write just ${flag}, or leave it out`,
        });
      }
      const near = suggest(flag, longs);
      return diagnose('DZL502', {
        message:
          name === 'dazzle' ? `there is no option "${flag}"` : `dazzle ${name} has no option "${flag}"`,
        fix: near === undefined ? `run "${help}" to see its options` : `did you mean "${near}"?`,
      });
    }
    case 'commander.optionMissingArgument':
      return diagnose('DZL503', {
        message: `option "${word}" needs a value`,
        fix: `write it after the option; "${help}" shows how`,
      });
    case 'commander.invalidArgument':
      return diagnose('DZL503', {
        message: error.message.replace(/^error: /, ''),
        fix: `run "${help}" to see what it takes`,
      });
    case 'commander.missingArgument':
      return diagnose('DZL504', {
        message: `dazzle ${name} needs "${word}"`,
        fix: `run "${help}" to see its arguments`,
      });
    default:
      return diagnose('DZL504', {
        message: tooMany(command, error.message),
        fix: `run "${help}" to see its arguments`,
      });
  }
}

function tooMany(command: Command, message: string): string {
  const [, most = '0'] = /Expected (\d+) arguments?/.exec(message) ?? [];
  const takes = most === '0' ? 'no argument' : countNoun(Number(most), 'argument');
  const extra = command.args[Number(most)];
  return `dazzle ${command.name()} takes ${takes}${extra === undefined ? '' : `: "${extra}" is too much`}`;
}

/** The diagnostic for a word that is no command. */
export function unknownCommand(name: string, known: readonly string[]): DazzleError {
  const near = suggest(name, [...known, 'help']);
  return new DazzleError(
    diagnose('DZL501', {
      message: `there is no command "${name}"`,
      fix: near === undefined ? 'run "dazzle --help" to see the commands' : `did you mean "dazzle ${near}"?`,
    }),
  );
}
