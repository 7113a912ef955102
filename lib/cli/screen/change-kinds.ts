import type { Change, ChangeKind } from '../../plan/types.ts';

/** The kinds of change, in the order in which people read them. */
export const changeKinds: readonly ChangeKind[] = [
  'create',
  'update',
  'merge',
  'rename',
  'delete',
  'kept',
  'identical',
  'conflict',
];

/** One count for each kind of change, zeros included. */
export function countChanges(changes: readonly Pick<Change, 'kind'>[]): Record<ChangeKind, number> {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  for (const change of changes) counts[change.kind]++;
  return counts;
}

/** Claims that a build leaves a file as it is. */
export function staysAsIs({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'identical' || kind === 'kept';
}
