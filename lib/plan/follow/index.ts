/**
 * The door of this folder: what the rest of `lib/plan` may ask about names that a build changes.
 *
 * `renameTexts` carries renames into the base and the user's text before they are merged. `pairDefinitions` and `nameInCode` find
 * what a build calls otherwise in the code of one backend, which together with the spec's own names are the `NamesToFollow`.
 */
export { nameInCode } from './code-names.ts';
export type { NamesToFollow } from './names-to-follow.ts';
export { pairDefinitions } from './pair-definitions.ts';
export { renameTexts } from './rename-text.ts';
export type { LeftName } from './rename-text.ts';
export type { EntityNames, FieldNames, SpecNames } from './spec-names.ts';
export type { SpecRename } from './spell-renames.ts';
