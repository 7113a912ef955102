import type { CommandRun } from '../../command.ts';
import { goBack } from '../../project/go-back.ts';

/** Restores the files from before a build. */
export const run: CommandRun = (context, _, options) => goBack(context, options, 'undo');
