import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from './diagnostics/diagnose.ts';
import { DazzleError } from './diagnostics/diagnostic.ts';
import type { Baseline, Output } from './plan/types.ts';
import type { Prompter } from './request.ts';

/**
 * The paths that this build restores: those in `restore`, and output folders of which every file was deleted, where the person wants
 * them back. The person is asked once about such folders, not about each file.
 *
 * @throws DazzleError DZL407 where nobody can be asked, or the person does not want them back
 */
export async function chooseRestores(
  projectDir: string,
  baseline: Pick<Baseline, 'entries'>,
  outputs: readonly Output[],
  restore: readonly string[],
  prompter: Prompter | null,
): Promise<readonly string[]> {
  const gone = outputs
    .filter(({ outputDir }) => !restore.some((path) => covers(path, outputDir) || covers(outputDir, path)))
    .map((output) => ({ folder: output.outputDir, files: countGone(projectDir, baseline, output) }))
    .filter(({ files }) => files > 0);
  if (gone.length === 0) return restore;
  const folders = gone.map(({ folder }) => folder);
  const isWanted = prompter?.interactive === true && (await prompter.confirmRestore?.(gone)) === true;
  if (isWanted) return [...restore, ...folders];
  const count = gone.reduce((sum, { files }) => sum + files, 0);
  throw new DazzleError(
    diagnose('DZL407', {
      message: `${folders.join(' and ')} ${folders.length === 1 ? 'was' : 'were'} deleted, with ${count === 1 ? 'the one file' : `all ${count} files`} that dazzle wrote there; nothing was written`,
      fix: `bring ${folders.length === 1 ? 'it' : 'them'} back with dazzle build ${folders.map((folder) => `--restore ${folder}`).join(' ')}, or take the backend out of [stack] in dazzle.toml`,
    }),
  );
}

/** How many files dazzle wrote into the folder; 0 where one of them still exists. */
function countGone(
  projectDir: string,
  { entries }: Pick<Baseline, 'entries'>,
  { backend, outputDir }: Output,
): number {
  let count = 0;
  for (const entry of entries.values()) {
    if (entry.backend !== backend || entry.outputDir !== outputDir) continue;
    if (existsSync(join(projectDir, entry.path))) return 0;
    count++;
  }
  return count;
}

function covers(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`);
}
