import { examples, type CommandModule } from '../../command.ts';
import { goBack } from '../../project/go-back.ts';

/** `dazzle undo`: the files from before a build. */
export const command: CommandModule = {
  configure(command) {
    command
      .option('--list', 'show the builds that can be undone')
      .option('--to <number>', 'go back to before this build')
      .option('-y, --yes', 'ask nothing: where your edits clash with the way back, they stay')
      .option('--on-conflict <policy>', 'ask, keep, take, markers or fail')
      .addHelpText(
        'after',
        examples(
          ['dazzle undo', 'back to before the last build; later edits are merged back'],
          ['dazzle undo --list', 'what can be undone'],
          ['dazzle undo --to 3', 'back to before build 3'],
        ),
      );
  },

  run: (context, _, options) => goBack(context, options, 'undo'),
};
