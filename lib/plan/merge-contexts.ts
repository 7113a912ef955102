import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MergeContext } from './decide-path.ts';
import { followRenames } from './follow-renames.ts';
import type { FollowedFiles } from './follow-renames.ts';
import { LeftNames } from './left-names.ts';
import type { MergeFormats } from './merge-file.ts';
import type { SpecFiles } from './renaming.ts';
import type { BaseEntry } from './types.ts';

/** How the files of one plan are merged, by the spec that their entries are of. */
export class MergeContexts {
  private readonly own = new Map<BaseEntry, MergeContext>();
  private readonly left: LeftNames[] = [];

  constructor(
    bySpec: readonly SpecFiles[],
    files: FollowedFiles,
    private readonly formats: MergeFormats | null,
    private readonly diagnostics: Diagnostic[],
  ) {
    for (const each of bySpec) {
      const { renames, names } = each.renaming;
      const left = new LeftNames();
      this.left.push(left);
      const following = names && { names: followRenames(names, renames, files), left };
      const context = { renames, formats, diagnostics, ...(following && { following }) };
      for (const entry of each.entries) this.own.set(entry, context);
    }
  }

  /** @param entry null: nothing is recorded, so that no name can be an old one */
  of(entry: BaseEntry | null): MergeContext {
    const own = entry === null ? undefined : this.own.get(entry);
    return own ?? { renames: [], formats: this.formats, diagnostics: this.diagnostics };
  }

  /** What old names are left in lines that only the user wrote. */
  reportLeft(): Diagnostic[] {
    return this.left.flatMap((left) => left.report());
  }
}
