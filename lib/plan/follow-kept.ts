import { isText } from './baseline/pack-text.ts';
import type { FollowNames } from './follow-renames.ts';
import type { SpecRename } from './follow/index.ts';
import type { LeftNames } from './left-names.ts';
import { mergeFile, mergeLimit, textOf } from './merge-file.ts';
import { joinRegions } from './merge/index.ts';
import type { BaseEntry } from './types.ts';

/** What a build renames, and what it leaves. */
export interface Following {
  readonly names: FollowNames;
  readonly left: LeftNames;
}

/** An edited file. */
interface KeptFile {
  readonly path: string;
  readonly entry: BaseEntry | null;
  readonly disk: { readonly contents: Uint8Array | null } | null;
}

/**
 * Follows a rename in the user's lines of an edited file that the build leaves as it is otherwise.
 *
 * @returns null, or a promise of null, where nothing in it changes
 */
export function followKept(
  { path, entry, disk }: KeptFile,
  renames: readonly SpecRename[],
  following: Following | undefined,
): Promise<Uint8Array | null> | null {
  const [base, mine] = [entry?.base.contents, disk?.contents];
  if (!following || !entry || !base || !mine) return null;
  if (mine.length > mergeLimit || !isText(base) || !isText(mine)) return null;
  const sides = { path, base, mine, next: base, keepsMarkers: true };
  return mergeFile(sides, renames, null, following.names(entry)).then(({ merge }) => {
    if (merge === null) return null;
    const text = joinRegions(merge, 'mine');
    following.left.note(path, merge, text, textOf(base));
    return text === textOf(mine) ? null : Buffer.from(text, 'utf8');
  });
}
