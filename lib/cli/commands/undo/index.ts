import { conflictOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle undo`: the files from before a build. */
export const undo: Command = {
  name: 'undo',
  summary: 'restore the files from before the last build',
  group: 'Build',
  isOfProject: true,
  options: [
    { flags: '--list', about: 'show the builds that can be undone' },
    { flags: '--to <number>', about: 'go back to before this build' },
    { flags: '-y, --yes', about: 'ask nothing: where your edits clash with the way back, they stay' },
    conflictOption,
  ],
  examples: [
    ['dazzle undo', 'back to before the last build; later edits are merged back'],
    ['dazzle undo --list', 'what can be undone'],
    ['dazzle undo --to 3', 'back to before build 3'],
  ],
  load: () => import('./run.ts'),
};
