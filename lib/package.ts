/**
 * The types of the package `dazzle`: the public API, and the types of a plug-in. Those are not in `index.ts` because they are made
 * of the type of all that it exports.
 * @module
 */
export * from './index.ts';
export type { Plugin, PluginModule } from './load-plugins.ts';
