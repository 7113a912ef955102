import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { codeOf } from './file-system.ts';
import { moveFile, removeTree } from './move-file.ts';
import type { Places } from './places.ts';
import { sha256 } from './record.ts';
import type { CommitRecord, Step } from './record.ts';
import { runPool } from './run-pool.ts';
import { nameStep } from './stage.ts';

/** The name of a finished commit's record in its undo folder. */
export const recordNames: Readonly<Record<CommitRecord['kind'], string>> = {
  build: 'build',
  undo: 'undo',
  files: 'files',
};

/** The record's name once the build was taken back. */
export const undoneName = 'undone';

/** The undo area holds this many builds. */
const undoDepth = 10;

/** Puts every staged file into place; the baseline last. May be run again after it was stopped anywhere. */
export async function applyRecord(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  record: CommitRecord,
): Promise<void> {
  const stage = join(places.stage, String(record.build));
  await fs.syncFolder(places.dazzle);
  const numbered = record.steps.map((step, index) => ({ step, index }));
  for (const { step } of numbered)
    if (step.after === null && !step.book) await fs.remove(join(projectDir, step.path));
  for (const folder of record.folders) await fs.makeFolder(join(projectDir, folder));
  for (const parent of parentsOf(record.folders)) await fs.syncFolder(join(projectDir, parent));
  const staged = new Set(await fs.list(stage));
  const place = async ({ step, index }: { step: Step; index: number }): Promise<void> => {
    const name = nameStep(index);
    if (step.after !== null && staged.has(name))
      await moveFile(fs, join(stage, name), join(projectDir, step.path));
  };
  await runPool(
    numbered.filter(({ step }) => !step.book),
    place,
  );
  await runPool(
    numbered.filter(({ step }) => step.book),
    place,
  );
  for (const { step } of numbered)
    if (step.after === null && step.book) await fs.remove(join(projectDir, step.path));
  await syncFolders(fs, projectDir, record);
}

/** Waits until every name that a commit has set or removed is on the disk: only then may its journal go. */
async function syncFolders(fs: FileSystem, projectDir: string, record: CommitRecord): Promise<void> {
  const folders = parentsOf([...record.steps.map((step) => step.path), ...record.folders]);
  await runPool(folders, (folder) => fs.syncFolder(join(projectDir, folder)));
}

function parentsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => dirname(path)))];
}

/**
 * Takes a commit back, from wherever it stopped. A file that is neither as before nor as after has been edited since:
 * it is left alone.
 *
 * @returns the paths left alone
 */
export async function rollBackRecord(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  record: CommitRecord,
): Promise<string[]> {
  const undo = join(places.undo, String(record.build), 'before');
  const left: string[] = [];
  await runPool(record.steps, async (step, index) => {
    const path = join(projectDir, step.path);
    const now = await hashAt(fs, path);
    if (now === step.before && (step.beforeMode === null || (await fs.stat(path))?.mode === step.beforeMode))
      return;
    if (now !== step.after && now !== step.before) {
      left.push(step.path);
    } else if (step.before === null) {
      await fs.remove(path);
    } else if ((await fs.stat(join(undo, nameStep(index)))) !== null) {
      await makeParents(fs, projectDir, step.path);
      await moveFile(fs, join(undo, nameStep(index)), path);
    }
  });
  for (const folder of [...record.folders].reverse()) await removeIfEmpty(fs, join(projectDir, folder));
  await syncFolders(fs, projectDir, record);
  return left.sort();
}

/** Tells whether every file of a commit is either as before or as after it; gives the paths that are neither. */
export async function findEdited(
  fs: FileSystem,
  projectDir: string,
  record: CommitRecord,
): Promise<string[]> {
  const edited: string[] = [];
  await runPool(record.steps, async (step) => {
    const now = await hashAt(fs, join(projectDir, step.path));
    if (now !== step.before && now !== step.after) edited.push(step.path);
  });
  return edited.sort();
}

/** Closes a commit that is in place: its journal becomes the undo area's record, in one step. */
export async function closeRecord(fs: FileSystem, places: Places, record: CommitRecord): Promise<void> {
  await fs.rename(places.journal, join(places.undo, String(record.build), recordNames[record.kind]));
}

/** Removes what a closed commit needs no more; nothing is lost where this fails, and the next command does it again. */
export async function tidyCommit(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  record: CommitRecord,
): Promise<void> {
  await fs.syncFolder(join(places.undo, String(record.build)));
  const emptied = new Set<string>();
  for (const step of record.steps) {
    if (step.after !== null) continue;
    for (let folder = dirname(step.path); folder !== '.'; folder = dirname(folder)) emptied.add(folder);
  }
  const deepestFirst = [...emptied].sort((one, other) => other.length - one.length);
  for (const folder of deepestFirst)
    if (folder !== '.dazzle') await removeIfEmpty(fs, join(projectDir, folder));
  await fs.remove(join(places.undo, String(record.build), 'prepared'));
  await trimUndo(fs, places, record);
  await removeTree(fs, places.stage);
}

/** Marks the builds that were taken back, and forgets all but the newest. */
async function trimUndo(fs: FileSystem, places: Places, record: CommitRecord): Promise<void> {
  for (const build of record.undoes) {
    const folder = join(places.undo, String(build));
    if ((await fs.stat(join(folder, recordNames.build))) !== null) {
      await fs.rename(join(folder, recordNames.build), join(folder, undoneName));
    }
  }
  const names = ((await fs.list(places.undo)) ?? []).filter((name) => /^\d+$/.test(name));
  const counts = { live: 0, other: 0 };
  for (const name of names.sort((one, other) => Number(other) - Number(one))) {
    const folder = join(places.undo, name);
    const held = new Set(await fs.list(folder));
    const isLive = held.has(recordNames.build);
    const count = ++counts[isLive ? 'live' : 'other'];
    if (held.has(recordNames.files) || count > undoDepth) await removeTree(fs, folder);
  }
}

/** Removes what a commit that never came to its journal, or was taken back, left behind. */
export async function discardCommit(fs: FileSystem, places: Places, build: number): Promise<void> {
  await fs.remove(places.journalDraft);
  await removeTree(fs, join(places.undo, String(build)));
  await removeTree(fs, places.stage);
}

async function makeParents(fs: FileSystem, projectDir: string, path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if ((await fs.stat(join(projectDir, folder))) !== null) break;
    missing.unshift(folder);
  }
  for (const folder of missing) await fs.makeFolder(join(projectDir, folder));
}

async function removeIfEmpty(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.removeFolder(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
  }
}

async function hashAt(fs: FileSystem, path: string): Promise<string | null> {
  const contents = await fs.read(path);
  return contents === null ? null : sha256(contents);
}
