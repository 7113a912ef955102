import { conflictOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle redo`: the files from before an undo. */
export const redo: Command = {
  name: 'redo',
  summary: 'take an undo back',
  group: 'Build',
  isOfProject: true,
  options: [
    { flags: '--list', about: 'show the undos that can be taken back' },
    { flags: '--to <number>', about: 'take back this undo and all since' },
    { flags: '-y, --yes', about: 'ask nothing: where your edits clash with the way back, they stay' },
    conflictOption,
  ],
  examples: [
    ['dazzle redo', 'take the last undo back; later edits are merged back'],
    ['dazzle redo --list', 'what can be redone; a new build ends it'],
  ],
  load: () => import('./run.ts'),
};
