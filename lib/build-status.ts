import type { HookReport } from './backend/types.ts';
import type { Change } from './plan/types.ts';
import type { BuildOutcome } from './request.ts';

/** The hooks that failed, and those that were skipped because a hook before them failed. */
export function failedHooks(hooks: readonly HookReport[]): readonly HookReport[] {
  return hooks.filter(({ success }) => !success);
}

/** The status of a build after its commit; `unsettled` are the paths of open conflicts. */
export function statusOfBuild(
  unsettled: readonly string[],
  hooks: readonly HookReport[],
  hasFailed: boolean,
): BuildOutcome['status'] {
  if (hasFailed) return 'error';
  if (unsettled.length > 0) return 'conflicts';
  return failedHooks(hooks).length > 0 ? 'incomplete' : 'done';
}

/** The status of a dry run, or of a part of its changes: what a build would come to. */
export function statusOfDryRun(
  changes: readonly Change[],
  unsettled: readonly string[],
  hooks: readonly HookReport[],
): BuildOutcome['status'] {
  if (unsettled.length > 0) return 'conflicts';
  if (changes.some(isPending)) return 'pending';
  return failedHooks(hooks).length > 0 ? 'incomplete' : 'done';
}

/** Claims that a build would make this change, and that it is more than a missing secret that git ignores (`isLocal`). */
function isPending({ kind, isLocal }: Change): boolean {
  return kind !== 'identical' && kind !== 'kept' && isLocal !== true;
}
