import type { ConflictPolicy } from '../../plan/types.ts';
import type { CommandOption } from '../command.ts';

/** What `--on-conflict` takes. */
export const conflictPolicies: readonly ConflictPolicy[] = ['ask', 'keep', 'take', 'markers', 'fail'];

/** The option of commands that settle conflicts. */
export const conflictOption: CommandOption = {
  flags: '--on-conflict <policy>',
  about: 'ask, keep, take, markers or fail',
  complete: () => conflictPolicies,
};

/** The option of commands that print data for scripts. */
export const jsonOption: CommandOption = { flags: '--json', about: 'one JSON document on stdout' };

/** The options with which a build is told what to make. */
export const stackOptions: readonly CommandOption[] = [
  {
    flags: '--stack <name>',
    about: 'use this stack instead of the one in dazzle.toml',
    complete: async () => (await import('../project/complete-names.ts')).stackNames(),
  },
  {
    flags: '--backends <names>',
    about: 'make just these backends, separated by commas',
    complete: async () => (await import('../project/complete-names.ts')).backendNames(),
  },
  {
    flags: '--set <backend.key=value>',
    about: "answer a backend's question (repeatable)",
    isRepeatable: true,
    complete: async () => (await import('../project/complete-names.ts')).questionNames(),
  },
];
