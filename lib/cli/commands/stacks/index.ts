import { jsonOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle stacks`: the presets. */
export const stacks: Command = {
  name: 'stacks',
  summary: 'list the stacks: backends that go together',
  group: 'Look',
  options: [jsonOption],
  examples: [['dazzle init shop --stack api_only', 'start with a stack']],
  load: () => import('./run.ts'),
};
