import { posix } from 'node:path';
import { quoteWord } from '../../../screen/text.ts';
import { nameFromFolder } from '../take-defaults.ts';
import type { InitPlan } from '../init-plan.ts';

/** The `dazzle init` that makes the same project without a question. */
export function equivalentCommand(plan: InitPlan, dir: string, projectDir: string): string {
  const folder = plan.isDescribed ? ['NEW_FOLDER'] : dir === '.' ? [] : [quoteWord(dir)];
  const words = ['dazzle', 'init', ...folder, '--yes'];
  const from = plan.isDescribed ? posix.join(dir, 'dsl/app.dsl') : plan.from;
  if (from !== null) words.push('--from', quoteWord(from));
  const natural = from === null ? nameFromFolder(projectDir) : plan.start.name;
  if (plan.name !== natural) words.push('--name', plan.name);
  if ('preset' in plan.stack) {
    if (plan.stack.preset !== 'micro') words.push('--stack', plan.stack.preset);
  } else words.push('--backends', plan.stack.backends.join(','));
  for (const [backend, answers] of Object.entries(plan.answers)) {
    for (const [key, value] of Object.entries(answers)) {
      if (plan.defaults[backend]?.[key] === value) continue;
      words.push(
        '--set',
        quoteWord(`${backend}.${key}=${Array.isArray(value) ? value.join(',') : String(value)}`),
      );
    }
  }
  if (!plan.build) words.push('--no-build');
  return words.join(' ');
}
