import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { printJournal, sha256 } from './journal.ts';
import type { Journal, MigrationPlace, Step } from './journal.ts';
import { makeFolders } from './move-file.ts';
import type { Places } from './places.ts';
import type { ReadyOperation } from './prepare.ts';
import { finalMode, ReplanNeeded } from './prepare.ts';
import { runPool } from './run-pool.ts';

/** What a journal says of its commit beside the steps. */
export interface CommitTitle {
  readonly kind: Journal['kind'];
  readonly undoes: readonly number[];
  readonly migrations?: readonly MigrationPlace[];
  /** ISO time at which the commit began. */
  readonly started: string;
}

/** The name of a step's file in the stage and in the undo area. */
export const nameStep = (index: number): string => index.toString(36);

/**
 * Writes all new contents into the stage, looks at every target again, and writes the journal, which names every step:
 * from then on any later command can finish the commit.
 *
 * Throws ReplanNeeded where a target has changed, and what `mayStop` throws, which is called right before the journal
 * takes effect.
 */
export async function stageCommit(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  build: number,
  ready: readonly ReadyOperation[],
  title: CommitTitle,
  mayStop: () => void = () => undefined,
): Promise<Journal> {
  const stage = join(places.stage, String(build));
  const undo = join(places.undo, String(build));
  await makeFolders(fs, [places.stage, stage, places.undo, undo, join(undo, 'before')]);
  const kept: Uint8Array[] = [];
  let offset = 0;
  const indexOf = new Map(ready.map(({ operation }, index) => [operation.path, index]));
  const steps = ready.map(({ operation, book, stat, before }): Step => {
    const { path } = operation;
    const beforeMode = stat?.mode ?? null;
    if (operation.kind === 'delete') {
      const leader = operation.becomes === undefined ? undefined : indexOf.get(operation.becomes);
      const follows = leader === undefined ? {} : { follows: leader };
      return { path, book, before, beforeMode, after: null, mode: null, kept: null, ...follows };
    }
    const { contents, mode } = operation;
    const keeps = !book && before !== null && (mode & 0o077) !== 0;
    const span = keeps ? ([offset, contents.length] as const) : null;
    if (keeps) {
      kept.push(contents);
      offset += contents.length;
    }
    const exact = stat === null ? null : finalMode(mode, stat.mode);
    return { path, book, before, beforeMode, after: sha256(contents), mode: exact, kept: span };
  });

  await runPool(ready, async ({ operation }, index) => {
    const name = nameStep(index);
    if (operation.kind === 'delete') return;
    await fs.write(join(stage, name), operation.contents, { mode: operation.mode, sync: true });
    const exact = steps[index]!.mode;
    if (exact !== null) await fs.setMode(join(stage, name), exact);
  });
  if (kept.length > 0) {
    await fs.write(join(undo, 'after'), Buffer.concat(kept), { mode: 0o600, sync: true });
  }

  await lookAgain(fs, projectDir, ready);
  const folders = await missingFolders(fs, projectDir, steps);
  const journal: Journal = { format: 1, build, ...title, folders, steps };
  const text = printJournal(journal);
  await fs.write(join(undo, 'prepared'), text, { mode: 0o644, sync: true });
  await fs.write(places.journalDraft, text, { mode: 0o644, sync: true });
  for (const folder of [join(undo, 'before'), undo, places.undo, stage, places.stage]) {
    await fs.syncFolder(folder);
  }
  mayStop();
  await fs.rename(places.journalDraft, places.journal);
  return journal;
}

/** Looks at every target once more before anything moves; throws ReplanNeeded where one has changed. */
async function lookAgain(
  fs: FileSystem,
  projectDir: string,
  ready: readonly ReadyOperation[],
): Promise<void> {
  const changed: string[] = [];
  for (const { operation, stat, before } of ready) {
    const path = join(projectDir, operation.path);
    const now = await fs.stat(path);
    if (now?.stamp === stat?.stamp && now?.mode === stat?.mode) continue;
    const contents = now?.kind === 'file' ? await fs.read(path) : null;
    const isSame = contents !== null && sha256(contents) === before && now?.mode === stat?.mode;
    if (!isSame) changed.push(operation.path);
  }
  if (changed.length > 0) throw new ReplanNeeded(changed.sort());
}

/** The folders that the steps need and that are not there, parents first. */
async function missingFolders(fs: FileSystem, projectDir: string, steps: readonly Step[]): Promise<string[]> {
  const looked = new Set<string>();
  const missing: string[] = [];
  for (const step of steps) {
    if (step.after === null) continue;
    for (let folder = dirname(step.path); folder !== '.' && !looked.has(folder); folder = dirname(folder)) {
      looked.add(folder);
      if ((await fs.stat(join(projectDir, folder))) === null) missing.push(folder);
    }
  }
  return missing.sort();
}
