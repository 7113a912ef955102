/**
 * What the package `dazzle` says to TypeScript: the public API, and what a plug-in is, whose function is given all of that API.
 * @module
 */
export * from './index.ts';
export type { Plugin, PluginModule } from './load-plugins.ts';
