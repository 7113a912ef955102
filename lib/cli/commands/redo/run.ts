import type { CommandRun } from '../../command.ts';
import { goBack } from '../../project/go-back.ts';

/** `dazzle redo`: the files from before an undo. */
export const run: CommandRun = (context, _, options) => goBack(context, options, 'redo');
