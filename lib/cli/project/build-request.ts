import { diagnose } from '../../diagnostics/diagnose.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { ConflictPolicy } from '../../plan/types.ts';
import type { BuildRequest } from '../../request.ts';
import { conflictPolicies } from '../argv/shared-options.ts';
import type { CommandContext, OptionValues } from '../command.ts';
import { chooseProjectPath } from './project-paths.ts';

/** Splits `a,b` into its names. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The answers of `--set backend.key=value`, by backend. */
export function readSet(values: readonly string[]): Record<string, Record<string, string>> {
  const set: Record<string, Record<string, string>> = {};
  for (const value of values) {
    const match = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_.-]+)=(.*)$/s.exec(value);
    if (match === null) {
      throw new DazzleError(
        diagnose('DZL503', {
          message: `--set takes backend.key=value, not "${value}"`,
          fix: 'name the backend too, for example --set django_micro.database=postgresql',
        }),
      );
    }
    const [, backend = '', key = '', answer = ''] = match;
    (set[backend] ??= {})[key] = answer;
  }
  return set;
}

/** The policy that `--on-conflict` names; `ask` where it is not given. */
export function readPolicy(given: unknown): ConflictPolicy {
  if (given === undefined) return 'ask';
  const policy = conflictPolicies.find((name) => name === given);
  if (policy === undefined) {
    const near = suggest(String(given), conflictPolicies);
    throw new DazzleError(
      diagnose('DZL503', {
        message: `--on-conflict takes ${conflictPolicies.join(', ')}, not "${String(given)}"`,
        fix:
          near === undefined
            ? 'write --on-conflict=keep to leave your lines as they are'
            : `did you mean --on-conflict=${near}?`,
      }),
    );
  }
  return policy;
}

/** The request of `build` and `diff`, from their options. */
export function readBuildRequest(
  context: CommandContext,
  projectDir: string,
  options: OptionValues,
): BuildRequest {
  const yes = options.yes === true;
  const list = (value: unknown): readonly string[] => (value as readonly string[] | undefined) ?? [];
  return {
    projectDir,
    dryRun: options.dryRun === true,
    yes,
    onConflict: readPolicy(options.onConflict),
    stack: (options.stack as string | undefined) ?? null,
    backends: options.backends === undefined ? null : splitList(options.backends as string),
    out: (options.out as string | undefined) ?? null,
    set: readSet(list(options.set)),
    skipHooks: list(options.skipHook).flatMap(splitList),
    diskHooks: options.diskHooks !== false,
    restore: list(options.restore).map((path) => chooseProjectPath(context, projectDir, path)),
    prune: options.prune === true,
    signal: context.signal,
  };
}
