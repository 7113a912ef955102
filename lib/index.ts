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
export * from './kit/count-renames.ts';
export * from './kit/field-kinds.ts';
export * from './kit/names.ts';
export * from './kit/hooks/artifacts.ts';
export * from './kit/hooks/command-hook.ts';
export * from './kit/hooks/create-env.ts';
export * from './kit/hooks/create-superuser.ts';
export * from './kit/hooks/display-instructions.ts';
export * from './kit/hooks/init-git.ts';
export * from './kit/hooks/look-hooks.ts';
export * from './kit/hooks/rows/field-rules.ts';
export * from './kit/hooks/rows/look-at-rows.ts';
export type { KeptTable } from './kit/hooks/rows/row-checks.ts';
export * from './kit/hooks/run-steps.ts';
export * from './kit/hooks/tree-hooks.ts';
export * from './kit/hooks/validate-dependencies.ts';
export { databaseQuestion, timeZoneQuestion } from './kit/questions.ts';
export { pathsBelow } from './kit/pages/addresses.ts';
export { buildPages } from './kit/pages/build-pages.ts';
export type * from './kit/pages/experience-model.ts';
export type * from './kit/pages/form-model.ts';
export type * from './kit/pages/list-model.ts';
export type * from './kit/pages/page-model.ts';
export type * from './kit/pages/target-model.ts';
export { numberRange, patternTexts, textLength, unmakeableEntities } from './kit/sample-limits.ts';
export { invalidSamples, sampleValue } from './kit/samples.ts';
export type { InvalidSample } from './kit/samples.ts';
export { unusedConstructs } from './kit/unused-constructs.ts';
export type { UnusedConstructs } from './kit/unused-constructs.ts';
export type * from './spec/app-spec.ts';
export type * from './spec/condition.ts';
export type { Plugin, PluginModule } from './load-plugins.ts';
export type { Rename } from './spec/renames.ts';
export type * from './tree/tree.ts';
export { defineArtifact, defineBackend, defineGenerator, defineHook } from './backend/define.ts';
export { adaptLegacyBackend } from './backend/adapt-legacy-backend.ts';
export type { LegacyBackend } from './backend/adapt-legacy-backend.ts';
export { hcl, html, indent, js, json, py, sh, toml, yaml } from './tree/literals.ts';
