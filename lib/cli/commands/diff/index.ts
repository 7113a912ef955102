import { jsonOption, stackOptions } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle diff`: what a build would change. */
export const diff: Command = {
  name: 'diff',
  summary: 'show what a build would change',
  group: 'Build',
  isOfProject: true,
  tellsOfBuild: true,
  arguments: [{ name: '[path...]', about: 'only these files and folders' }],
  options: [
    ...stackOptions,
    { flags: '--stat', about: 'only how many lines change in each file' },
    { flags: '--web', about: 'review, settle and build on a page of this machine' },
    jsonOption,
    { flags: '--no-pager', about: 'never through a pager' },
  ],
  examples: [
    ['dazzle diff', 'everything, as unified diffs'],
    ['dazzle diff apps/django_micro/app', 'one folder'],
    ['dazzle diff --stat', 'a line a file'],
    ['dazzle diff --web', 'in the browser, with the mouse'],
  ],
  load: () => import('./run.ts'),
};
