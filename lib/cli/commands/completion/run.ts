import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { CommandRun } from '../../command.ts';

/** `dazzle completion <shell>`: the script that makes a shell complete dazzle's words. */
export const run: CommandRun = async (context, words, options, commands) => {
  const { out } = context.terminal;
  if (options.words === true) {
    const { completeWords } = await import('./complete-words.ts');
    for (const { value, about } of await completeWords(commands, words, context.cwd)) {
      out.line(about === '' ? value : `${value}\t${about.replaceAll(/\s+/g, ' ')}`);
    }
    return 0;
  }
  const { completionScripts, shells } = await import('./scripts.ts');
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
