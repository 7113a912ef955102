import type { HookReport } from './backend/types.ts';
import type { Change } from './plan/types.ts';
import type { BuildOutcome } from './request.ts';

/** The hooks that did not do what they are for: those that failed, and those that had to wait for them. */
export function failedHooks(hooks: readonly HookReport[]): readonly HookReport[] {
  return hooks.filter(({ success }) => !success);
}

/** How a build ended whose files are committed. */
export function statusOfBuild(
  unsettled: readonly string[],
  hooks: readonly HookReport[],
  hasFailed: boolean,
): BuildOutcome['status'] {
  if (hasFailed) return 'error';
  if (unsettled.length > 0) return 'conflicts';
  return failedHooks(hooks).length > 0 ? 'incomplete' : 'done';
}

/** What a dry run, or a part of its changes, says of the build that it stands for. */
export function statusOfDryRun(
  changes: readonly Change[],
  unsettled: readonly string[],
  hooks: readonly HookReport[],
): BuildOutcome['status'] {
  if (unsettled.length > 0) return 'conflicts';
  if (changes.some(isPending)) return 'pending';
  return failedHooks(hooks).length > 0 ? 'incomplete' : 'done';
}

/** Claims that a build would change something that is, or can be, committed. */
function isPending({ kind, isLocal }: Change): boolean {
  return kind !== 'identical' && kind !== 'kept' && isLocal !== true;
}
