import type { Command } from '../../command.ts';

/** `dazzle fmt`: specs in the canonical style. */
export const fmt: Command = {
  name: 'fmt',
  summary: 'rewrite specs in the canonical style',
  group: 'Tools',
  isOfProject: true,
  arguments: [
    {
      name: '[file...]',
      about: 'only these .dsl files and folders, in a project or not; otherwise all of the project',
    },
  ],
  options: [
    { flags: '--check', about: 'change nothing; exit with 1 where something would change' },
    { flags: '-q, --quiet', about: 'only errors' },
  ],
  examples: [
    ['dazzle fmt', 'rewrite every spec of the project'],
    ['dazzle fmt --check', 'for CI'],
  ],
  load: () => import('./run.ts'),
};
