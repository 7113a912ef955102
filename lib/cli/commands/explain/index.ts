import type { Command } from '../../command.ts';

/** `dazzle explain CODE`: what a diagnostic means, an example of the mistake, and its mend. */
export const explain: Command = {
  name: 'explain',
  summary: 'tell what a diagnostic means, with an example and its mend',
  group: 'Look',
  arguments: [
    {
      name: '[code]',
      about: 'the code of a diagnostic, like DZL104; without one, all are listed',
      complete: async () => (await import('./complete-codes.ts')).codes(),
    },
  ],
  examples: [['dazzle explain DZL104', 'a reference to something undefined']],
  load: () => import('./run.ts'),
};
