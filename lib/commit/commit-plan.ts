import type { SettledPlan } from '../plan/types.ts';
import { commitOperations } from './commit-operations.ts';
import type { CommitOptions } from './commit-operations.ts';
import type { Receipt } from './receipt.ts';

/**
 * Writes a settled plan into the user's project in one step, its baseline last; a plan that changes nothing touches
 * nothing.
 *
 * Throws ReplanNeeded where a file changed since it was planned (plan, settle and commit again), and DazzleError as
 * `commitOperations` does.
 */
export function commitPlan(settled: SettledPlan, options: CommitOptions = {}): Promise<Receipt> {
  const { projectDir, operations, bookkeeping, reopen } = settled;
  return commitOperations(projectDir, operations, bookkeeping, { kind: 'build', reopen, ...options });
}
