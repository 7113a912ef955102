import { jsonOption } from '../../argv/shared-options.ts';
import type { Command } from '../../command.ts';

/** `dazzle backends`: what can be made. */
export const backends: Command = {
  name: 'backends',
  summary: 'list the backends: kinds of project that dazzle makes',
  group: 'Look',
  isOfProject: true,
  options: [jsonOption],
  examples: [['dazzle build --backends django_micro', 'make just this one']],
  load: () => import('./run.ts'),
};
