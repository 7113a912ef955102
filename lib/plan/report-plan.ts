import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { covers } from './covers.ts';
import type { BaseEntry, Baseline, Change, Output } from './types.ts';

/** One warning for each backend and folder whose files are left alone, since it has left the `stack` or moved. */
export function reportLeft(left: readonly BaseEntry[], stack: readonly Output[]): Diagnostic[] {
  const counts = new Map<string, { backend: string; outputDir: string; count: number }>();
  for (const { backend, outputDir } of left) {
    const found = counts.get(`${backend} ${outputDir}`);
    if (found === undefined) counts.set(`${backend} ${outputDir}`, { backend, outputDir, count: 1 });
    else found.count++;
  }
  return [...counts.values()].map(({ backend, outputDir, count }) => {
    const now = stack.find((output) => output.backend === backend)?.outputDir;
    return diagnose('DZL423', {
      message:
        now === undefined
          ? `${backend} in ${outputDir} is not in the stack any more; its ${countFiles(count)} left alone`
          : `${backend} is built in ${now} now; in ${outputDir} its ${countFiles(count)} left alone`,
      fix:
        now === undefined
          ? 'remove them with dazzle build --prune, or put it back into [stack] of dazzle.toml'
          : 'remove them with dazzle build --prune, or put dir in [output] of dazzle.toml back',
    });
  });
}

/** An error for each `--restore` that names no file of this build and no folder of one. */
export function reportUnknown(restore: readonly string[], known: readonly string[]): Diagnostic[] {
  return restore.flatMap((asked) => {
    if (known.some((path) => covers(asked, path))) return [];
    const folders = known.flatMap((path) =>
      path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    );
    const near = suggest(asked, [...new Set(folders)]);
    return [
      diagnose('DZL406', {
        message: `--restore ${asked}: this build makes no such file or folder; nothing was written`,
        fix:
          near === undefined
            ? 'give the path of a deleted file or folder, as dazzle diff lists it'
            : `write --restore ${near}`,
      }),
    ];
  });
}

/** A warning for each `--restore` that brought nothing back. */
export function reportRestore(restore: readonly string[], changes: readonly Change[]): Diagnostic[] {
  const restored = new Set(['create', 'identical', 'update']);
  return restore.flatMap((asked) => {
    const found = changes.filter(({ path }) => covers(asked, path));
    if (found.some(({ kind }) => restored.has(kind))) return [];
    return [
      diagnose('DZL424', {
        message: `${asked} was not deleted, so there is nothing to restore`,
        fix: 'give the path of a deleted file as dazzle diff lists it',
      }),
    ];
  });
}

/** A warning where files that dazzle would write are there already and the baseline is not. */
export function reportMissingBaseline(baseline: Baseline, changes: readonly Change[]): Diagnostic[] {
  if (baseline.exists) return [];
  const there = changes.filter(({ kind, why }) => kind === 'identical' || why === 'foreign');
  if (there.length === 0) return [];
  const differ = there.filter(({ why }) => why === 'foreign').length;
  return [
    diagnose('DZL410', {
      message:
        `${there.length} of the files are there already, but .dazzle/baseline, which keeps what dazzle wrote, is missing; ` +
        (differ === 0 ? 'they are all as they should be' : `${differ} differ, and are asked about whole`),
      fix: 'commit .dazzle/ to git along with the project; if you have it elsewhere, put it back and build again',
    }),
  ];
}

function countFiles(count: number): string {
  return count === 1 ? 'one file is' : `${count} files are`;
}
