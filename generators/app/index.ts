/**
 * What `dazzle init` writes: the starting spec, `dazzle.toml` and `.gitignore`, as texts.
 * @module
 */
export { isAppName, toAppName, toEntityName } from './names.ts';
export { gitignoreText, manifestText, type ProjectAnswers } from './project-files.ts';
export { starterSpec } from './starter.ts';
export { describedSpec, entityText, type DescribedEntity, type DescribedField } from './described-spec.ts';
