import type { CommandRun } from '../../command.ts';
import { goBack } from '../../project/go-back.ts';

/** Takes undos back. */
export const run: CommandRun = (context, _, options) => goBack(context, options, 'redo');
