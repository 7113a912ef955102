import { jsonOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle validate`: everything that is wrong with the spec and `dazzle.toml`. */
export const validate: Command = {
  name: 'validate',
  summary: 'check the spec and dazzle.toml',
  group: 'Look',
  isOfProject: true,
  options: [
    { flags: '--strict', about: 'make warnings errors' },
    { flags: '-v, --verbose', about: 'how many warnings dazzle.toml ignores, too' },
    jsonOption,
  ],
  examples: [
    ['dazzle validate', 'report everything'],
    ['dazzle validate --strict', 'fail on warnings too'],
  ],
  load: () => import('./run.ts'),
};
