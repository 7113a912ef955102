import type { Change, SettledPlan } from './types.ts';

/** A settled plan after a commit that left paths open, since they were saved while it ran: each of them is a conflict now. */
export function markOpen(settled: SettledPlan, open: readonly string[]): SettledPlan {
  if (open.length === 0) return settled;
  const isOpen = new Set(open);
  const changes = settled.changes.map((change): Change => {
    if (!isOpen.has(change.path) && !(change.from !== undefined && isOpen.has(change.from))) return change;
    return { ...change, kind: 'conflict', ...reasonOf(change), hunks: change.hunks ?? 1 };
  });
  return {
    ...settled,
    changes,
    unsettled: [...new Set([...settled.unsettled, ...open])].sort(),
  };
}

function reasonOf({ kind, why, base, next }: Change): Pick<Change, 'why'> {
  if (kind === 'conflict') return why === undefined ? {} : { why };
  if (kind === 'delete' || next === null) return { why: 'orphaned' };
  return { why: base === null ? 'foreign' : 'edited' };
}
