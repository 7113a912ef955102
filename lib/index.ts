/**
 * The public API: all that generators and plug-ins may import.
 * @module
 */
export type * from './backend/artifact.ts';
export type * from './backend/types.ts';
export type * from './diagnostics/diagnostic.ts';
export { DazzleError, hasErrors } from './diagnostics/diagnostic.ts';
export { suggest } from './diagnostics/suggest.ts';
export type * from './spec/app-spec.ts';
export type * from './spec/condition.ts';
export type { Rename } from './spec/renames.ts';
export type * from './tree/tree.ts';
