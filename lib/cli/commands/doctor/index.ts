import { jsonOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle doctor`: what is missing on this machine and in this project. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'look for what is missing on this machine and in the project',
  group: 'Tools',
  isOfProject: true,
  options: [jsonOption],
  examples: [['dazzle doctor', 'exit status 1 where something is wrong']],
  load: () => import('./run.ts'),
};
