import { examples, type CommandModule } from '../../command.ts';
import { goBack } from '../../project/go-back.ts';

/** `dazzle redo`: the files from before an undo. */
export const command: CommandModule = {
  configure(command) {
    command
      .option('--list', 'show the undos that can be taken back')
      .option('--to <number>', 'take back this undo and all since')
      .option('-y, --yes', 'ask nothing: where your edits clash with the way back, they stay')
      .option('--on-conflict <policy>', 'ask, keep, take, markers or fail')
      .addHelpText(
        'after',
        examples(
          ['dazzle redo', 'take the last undo back; later edits are merged back'],
          ['dazzle redo --list', 'what can be redone; a new build ends it'],
        ),
      );
  },

  run: (context, _, options) => goBack(context, options, 'redo'),
};
