import { conflictOption, jsonOption, stackOptions } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle build`: spec to files, with every edit kept. */
export const build: Command = {
  name: 'build',
  summary: 'make the projects from the spec, and keep every edit',
  group: 'Build',
  isOfProject: true,
  tellsOfBuild: true,
  options: [
    ...stackOptions,
    { flags: '-y, --yes', about: 'ask nothing: take defaults, leave conflicts for later' },
    conflictOption,
    { flags: '--out <dir>', about: 'write below this folder of the project instead of output.dir' },
    {
      flags: '--skip-hook <name>',
      about: 'leave out this hook (repeatable)',
      isRepeatable: true,
      complete: async () => (await import('../../project/complete-names.ts')).hookNames(),
    },
    { flags: '--no-disk-hooks', about: 'only write files: install, migrate and run nothing' },
    {
      flags: '--restore <path>',
      about: 'bring back a generated file that you deleted (repeatable)',
      isRepeatable: true,
    },
    { flags: '--prune', about: 'remove the files of backends that have left the stack' },
    { flags: '--dry-run', about: 'only tell what would happen' },
    { flags: '-q, --quiet', about: 'only errors, conflicts and what failed' },
    { flags: '-v, --verbose', about: 'every file, and how long each step took' },
    jsonOption,
  ],
  examples: [
    ['dazzle build', 'build, and ask where your edits and the new version clash'],
    ['dazzle build --dry-run', 'see what would happen'],
    ['dazzle build --yes', 'ask nothing; exit status 2 when conflicts are left'],
    ['dazzle build --no-disk-hooks', 'files only'],
  ],
  load: () => import('./run.ts'),
};
