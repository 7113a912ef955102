import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BaseEntry } from './types.ts';

/** The old entries, by new path, of files that a rename may move, and a warning for each that starts anew (DZL428). */
interface MovablePairs {
  readonly pairs: ReadonlyMap<string, BaseEntry>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Leaves out the pairs of which .dazzleignore names the old path or the new one: nothing is taken from an ignored path, or
 * put there.
 */
export function leaveIgnored(
  found: ReadonlyMap<string, BaseEntry>,
  isIgnored: (path: string) => boolean,
  isKnown: (path: string) => boolean,
): MovablePairs {
  const pairs = new Map([...found].filter(([path, entry]) => !isIgnored(path) && !isIgnored(entry.path)));
  const anew = [...found].filter(
    ([path, entry]) => isIgnored(entry.path) && !isIgnored(path) && !isKnown(path),
  );
  const diagnostics = anew.map(([path, entry]): Diagnostic =>
    diagnose('DZL428', {
      message: `${entry.path} is called ${path} now, but .dazzleignore names the old path: that file stays, and the new one starts without your edits`,
      fix: 'take over into the new file what you want to keep, or move yours there and name the new path in .dazzleignore',
    }),
  );
  return { pairs, diagnostics };
}
