/**
 * The public API: all that generators and plug-ins may import.
 * @module
 */
export type * from './backend/artifact.ts';
export type * from './backend/types.ts';
export type * from './diagnostics/diagnostic.ts';
export { DazzleError, hasErrors } from './diagnostics/diagnostic.ts';
export { suggest } from './diagnostics/suggest.ts';
export { kitAsset } from './kit/assets.ts';
export type { KitAsset } from './kit/assets.ts';
export * from './kit/field-kinds.ts';
export * from './kit/names.ts';
export { buildPages } from './kit/pages/build-pages.ts';
export type * from './kit/pages/experience-model.ts';
export type * from './kit/pages/form-model.ts';
export type * from './kit/pages/list-model.ts';
export type * from './kit/pages/page-model.ts';
export type * from './kit/pages/target-model.ts';
export { invalidSamples, sampleValue } from './kit/samples.ts';
export type { InvalidSample } from './kit/samples.ts';
export { unusedConstructs } from './kit/unused-constructs.ts';
export type { UnusedConstructs } from './kit/unused-constructs.ts';
export type * from './spec/app-spec.ts';
export type * from './spec/condition.ts';
export type { Rename } from './spec/renames.ts';
export type * from './tree/tree.ts';
export { defineArtifact, defineBackend, defineGenerator, defineHook } from './backend/define.ts';
export { html, py } from './tree/literals.ts';
