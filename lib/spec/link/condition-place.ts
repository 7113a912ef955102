import type { EntityInfo } from './context.ts';
import type { Scope } from './module.ts';

/** Where a condition stands: whose fields it reads, and how messages call it. */
export interface ConditionPlace {
  readonly scope: Scope;
  readonly entity: EntityInfo;
  /** `the scope for agent of surface ticket_list`. */
  readonly label: string;
}
