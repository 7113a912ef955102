import type { Command } from '../../command.ts';

/** `dazzle resolve [path…]`: the conflicts that builds have left. */
export const resolve: Command = {
  name: 'resolve',
  summary: 'settle conflicts that a build has recorded',
  group: 'Build',
  isOfProject: true,
  arguments: [
    {
      name: '[path...]',
      about: 'only these files and folders',
      complete: async (cwd) => (await import('./complete-paths.ts')).unsettledPaths(cwd),
    },
  ],
  options: [
    { flags: '--keep', about: 'keep your version of each, without asking' },
    { flags: '--take', about: 'take the new version of each, without asking' },
  ],
  examples: [
    ['dazzle resolve', 'go through them one by one'],
    ['dazzle resolve apps/shop/urls.py --take', 'settle one file in a script'],
  ],
  load: () => import('./run.ts'),
};
