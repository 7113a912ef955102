import { jsonOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle hooks [backend]`: what runs before and after generating. */
export const hooks: Command = {
  name: 'hooks',
  summary: 'list the steps that run before and after generating',
  group: 'Look',
  isOfProject: true,
  arguments: [
    {
      name: '[backend]',
      about: 'only the hooks of this backend',
      complete: async () => (await import('../../project/complete-names.ts')).backendNames(),
    },
  ],
  options: [jsonOption],
  examples: [
    ['dazzle hooks django_micro', 'what runs, where, and with which options'],
    ['dazzle build --skip-hook run_tests', 'leave one out'],
  ],
  load: () => import('./run.ts'),
};
