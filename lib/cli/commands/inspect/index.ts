import type { Command } from '../../command.ts';

/** `dazzle inspect`: the AppSpec. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'show the application as dazzle understands it',
  group: 'Look',
  isOfProject: true,
  arguments: [
    {
      name: '[name]',
      about: 'only this entity, surface, experience or workspace',
      complete: async (cwd) => (await import('./complete-names.ts')).projectNames(cwd),
    },
  ],
  options: [{ flags: '--json', about: 'the whole AppSpec as one JSON document on stdout' }],
  examples: [
    ['dazzle inspect', 'an overview'],
    ['dazzle inspect Task', 'one entity'],
    ['dazzle inspect --json | jq .entities', 'for scripts'],
  ],
  load: () => import('./run.ts'),
};
