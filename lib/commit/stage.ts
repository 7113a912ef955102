import { dirname, join } from 'node:path';
import { keepFile, makeFolders } from './move-file.ts';
import type { FileSystem } from './file-system.ts';
import type { Places } from './places.ts';
import type { ReadyOperation } from './prepare.ts';
import { finalMode, ReplanNeeded } from './prepare.ts';
import { printRecord, sha256 } from './record.ts';
import type { CommitRecord, Step } from './record.ts';
import { runPool } from './run-pool.ts';

/** What a commit is about, for its record. */
export interface CommitTitle {
  readonly kind: CommitRecord['kind'];
  readonly undoes: readonly number[];
  /** ISO time. */
  readonly started: string;
}

/** The name of a step's file in the stage and in the undo area. */
export const nameStep = (index: number): string => index.toString(36);

/**
 * Puts all new contents on the disk beside their places, keeps what they displace in the undo area, and writes the
 * journal: from then on the commit can be finished or taken back by anyone.
 */
export async function stageCommit(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  build: number,
  ready: readonly ReadyOperation[],
  title: CommitTitle,
): Promise<CommitRecord> {
  const stage = join(places.stage, String(build));
  const undo = join(places.undo, String(build));
  await makeFolders(fs, [places.stage, stage, places.undo, undo, join(undo, 'before')]);
  const kept: Uint8Array[] = [];
  let offset = 0;
  const steps = ready.map(({ operation, book, stat, before }): Step => {
    const { path } = operation;
    const beforeMode = stat?.mode ?? null;
    if (operation.kind === 'delete') {
      return { path, book, before, beforeMode, after: null, mode: null, kept: null };
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

  await runPool(ready, async ({ operation, before, stat }, index) => {
    const name = nameStep(index);
    if (before !== null) {
      const path = join(projectDir, operation.path);
      await keepFile(fs, path, join(undo, 'before', name));
      if ((await fs.stat(path))?.stamp !== stat?.stamp) throw new ReplanNeeded([operation.path]);
    }
    if (operation.kind === 'delete') return;
    await fs.write(join(stage, name), operation.contents, { mode: operation.mode, sync: true });
    const exact = steps[index]!.mode;
    if (exact !== null) await fs.setMode(join(stage, name), exact);
  });
  if (kept.length > 0) {
    await fs.write(join(undo, 'after'), Buffer.concat(kept), { mode: 0o600, sync: true });
  }

  const folders = await missingFolders(fs, projectDir, steps);
  const record: CommitRecord = { format: 1, build, ...title, folders, steps };
  const text = printRecord(record);
  await fs.write(join(undo, 'prepared'), text, { mode: 0o644, sync: true });
  await fs.write(places.journalDraft, text, { mode: 0o644, sync: true });
  for (const folder of [join(undo, 'before'), undo, places.undo, stage, places.stage]) {
    await fs.syncFolder(folder);
  }
  await fs.rename(places.journalDraft, places.journal);
  return record;
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
