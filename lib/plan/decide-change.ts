import type { Once } from '../tree/tree.ts';
import type { ChangeKind, ChangeReason } from './types.ts';

/** What is known of one path. The three comparisons only count where both sides are there. */
export interface PathFacts {
  /** dazzle wrote it last time. */
  readonly base: boolean;
  /** A regular file is there; `blocked` where a folder, a symlink or a special file is. */
  readonly disk: boolean | 'blocked';
  /** dazzle would write it now. */
  readonly next: boolean;
  readonly once: Once | null;
  readonly diskIsNext: boolean;
  readonly diskIsBase: boolean;
  readonly baseIsNext: boolean;
}

/** A row of the decision table: a kind of change, or what the caller has yet to do. */
export type Decision =
  | { readonly kind: Exclude<ChangeKind, 'merge' | 'rename'>; readonly why?: ChangeReason }
  | { readonly kind: 'blocked' | 'three-way' | 'forgotten' };

/** Decides one path by the first row that fits; `docs/regeneration.md` has the table, with less detail. */
export function decideChange(facts: PathFacts): Decision {
  const { base, disk, next, once } = facts;
  if (disk === 'blocked') return { kind: next ? 'blocked' : 'forgotten' };
  if (next) {
    if (disk && once !== null) return { kind: 'kept', why: 'once' };
    if (base && !disk && once === 'starter') return { kind: 'kept', why: 'deleted' };
    if (!disk && once === 'secret') return { kind: 'create' };
    if (disk && facts.diskIsNext) return { kind: 'identical' };
    if (!base) return disk ? { kind: 'conflict', why: 'foreign' } : { kind: 'create' };
    if (!disk) return { kind: 'kept', why: 'deleted' };
    if (facts.diskIsBase) return { kind: 'update' };
    return facts.baseIsNext ? { kind: 'kept', why: 'edited' } : { kind: 'three-way' };
  }
  if (base && disk) {
    if (once === 'secret') return { kind: 'kept', why: 'once' };
    return facts.diskIsBase ? { kind: 'delete' } : { kind: 'conflict', why: 'orphaned' };
  }
  return { kind: 'forgotten' };
}
