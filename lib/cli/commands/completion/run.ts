import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { CommandRun } from '../../command.ts';
import { completeWords } from './complete-words.ts';
import { completionScripts, shells } from './scripts.ts';

/** Prints the script of a shell, or the words that could stand next. */
export const run: CommandRun = async (context, words, options, commands) => {
  const { out } = context.terminal;
  if (options.words === true) {
    for (const { value, about } of await completeWords(commands, words, context.cwd)) {
      out.line(about === '' ? value : `${value}\t${about.replaceAll(/\s+/g, ' ')}`);
    }
    return 0;
  }
  const [given] = words;
  const shell = shells.find((name) => name === given);
  if (shell === undefined) {
    const near = given === undefined ? undefined : suggest(given, shells);
    throw new DazzleError(
      diagnose('DZL504', {
        message:
          given === undefined
            ? 'dazzle completion needs the name of a shell'
            : `there is no completion for "${given}"`,
        fix: near === undefined ? `name one of ${shells.join(', ')}` : `did you mean "${near}"?`,
      }),
    );
  }
  out.write(completionScripts[shell]);
  return 0;
};
