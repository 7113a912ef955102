import type { BaseEntry } from '../types.ts';

/** The folder of the baseline, POSIX, relative to the project. */
export const baselineDir = '.dazzle/baseline';

/** Where the spec's shape and dazzle's version are kept. */
export const shapePath = `${baselineDir}/spec.json`;

/**
 * The pack in which an entry is kept: one for each thing the spec names, one for each writer of other files, so
 * that two branches that add different things do not touch the same pack. Names that differ only in case share one.
 */
export function shardOf(entry: BaseEntry): string {
  const [, writer = '', subject = '-'] = entry.identity.split('/');
  const name = (subject === '-' ? writer : subject).toLowerCase().replace(/[^a-z0-9_]+/g, '-');
  return `${baselineDir}/${entry.outputDir}/${name === '' || name === '-' ? 'files' : name}.base`;
}
