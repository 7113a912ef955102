/**
 * The door of this folder: what the rest of dazzle may ask about merging three versions of a text.
 *
 * `mergeText` merges them to regions, merged or in conflict; `mergeTwoWay` sets two texts side by side where there is no third.
 * What regions come to is asked of `joinRegions` (the user's file, each conflict settled), `joinBase` (the new baseline) and
 * `joinMarkers` (the user's file with conflict markers, which `readMarked` reads back).
 */
export { mergeText } from './merge-text.ts';
export type { OutlinePart, PartsSource, ReadParts } from './outlines/outline-parts.ts';
export { mergeTwoWay } from './merge-two-way.ts';
export { readMarked } from './read-marked.ts';
export { joinBase, joinMarkers, joinRegions, markHunk } from './regions.ts';
export type { ConflictChoice, MergeOutcome, MergeRegion } from './regions.ts';
