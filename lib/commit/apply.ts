import { dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import { advanceStep } from './advance-step.ts';
import { listLate } from './exchange.ts';
import { sha256 } from './journal.ts';
import type { Settled } from './journal.ts';
import { keepLateWrites } from './late-writes.ts';
import { removeFolderIfEmpty } from './move-file.ts';
import { runPool } from './run-pool.ts';
import { nameStep } from './stage.ts';
import { keepWrittenAway, takeBackStep } from './take-back-step.ts';
import { note, reopenedBook, stagedOf, targetOf, undoOf } from './underway.ts';
import type { Underway } from './underway.ts';

/** The saves that a commit met. Paths are POSIX, relative to the project. */
export interface Met {
  /** Files that somebody saved meanwhile: the commit left them as they are. */
  readonly open: readonly string[];
  /** Copies in the undo area of saves that could not stay in place, as another file is there by now. */
  readonly late: readonly string[];
}

/**
 * Brings every path to its new state, the baseline last; paths that somebody saves meanwhile are left open, and the
 * baseline keeps their old base. May be run again after it was stopped anywhere.
 *
 * @returns the paths left open
 */
export async function applyJournal(underway: Underway): Promise<readonly string[]> {
  const { fs, places, journal, notes } = underway;
  await fs.syncFolder(places.dazzle);
  const settled = notes.settled ?? (await placeFiles(underway));
  const books = indexesOf(underway, (index) => journal.steps[index]!.book && !staysAsItWas(underway, index));
  const openBooks = await advanceAll(underway, books);
  await fs.syncFolder(join(undoOf(underway), 'before'));
  await syncFolders(underway, books);
  await keepLateWrites(underway);
  return [...settled.open, ...openBooks].map((index) => journal.steps[index]!.path).sort();
}

/** Deletions first, so that a name that changes only its case is free; the old file of a rename last, and only where the new one came. */
async function placeFiles(underway: Underway): Promise<Settled> {
  const { fs, projectDir, journal } = underway;
  const { steps } = journal;
  for (const folder of journal.folders) await fs.makeFolder(join(projectDir, folder));
  for (const parent of parentsOf(journal.folders)) await fs.syncFolder(join(projectDir, parent));
  const files = indexesOf(underway, (index) => !steps[index]!.book);
  const followers = files.filter((index) => steps[index]!.follows !== undefined);
  const others = files.filter((index) => steps[index]!.follows === undefined);
  const open = await advanceAll(
    underway,
    others.filter((index) => steps[index]!.after === null),
  );
  const writes = others.filter((index) => steps[index]!.after !== null);
  open.push(...(await advanceAll(underway, writes)));
  const lacking = new Set(open);
  const left = followers.filter((index) => lacking.has(steps[index]!.follows!));
  open.push(...left);
  open.push(
    ...(await advanceAll(
      underway,
      followers.filter((index) => !left.includes(index)),
    )),
  );
  await fs.syncFolder(join(undoOf(underway), 'before'));
  await syncFolders(underway, files);
  const settled = { open, books: open.length === 0 ? [] : await stageBooks(underway, open) };
  await note(underway, { settled });
  return settled;
}

async function advanceAll(underway: Underway, indexes: readonly number[]): Promise<number[]> {
  const open: number[] = [];
  await runPool(indexes, async (index) => {
    if ((await advanceStep(underway, index)) === 'open') open.push(index);
  });
  return open;
}

/** Stages the baseline's files once more, with the old entries of the paths left open. */
async function stageBooks(underway: Underway, open: readonly number[]): Promise<[number, string | null][]> {
  const { fs, places, journal, reopen } = underway;
  const books = indexesOf(underway, (index) => journal.steps[index]!.book);
  if (books.length === 0) return [];
  if (reopen === undefined) {
    throw new DazzleError(
      diagnose('DZL433', {
        message: 'a build was interrupted, and files were saved since',
        fix: 'run any dazzle command: it finishes the build',
      }),
    );
  }
  const changes = [];
  for (const index of books) {
    const { path, after, before } = journal.steps[index]!;
    const old = before === null ? null : await fs.read(targetOf(underway, index));
    changes.push({
      path,
      before: old,
      after: after === null ? null : await fs.read(stagedOf(underway, index)),
    });
  }
  const wanted = await reopen(
    changes,
    open.map((index) => journal.steps[index]!.path),
  );
  const stage = join(places.stage, String(journal.build));
  const staged: [number, string | null][] = [];
  for (const index of books) {
    const contents = wanted.get(journal.steps[index]!.path);
    if (contents === undefined) continue;
    if (contents !== null) {
      const file = join(stage, `${nameStep(index)}.open`);
      await fs.write(file, contents, { mode: 0o644, sync: true });
    }
    staged.push([index, contents === null ? null : sha256(contents)]);
  }
  await fs.syncFolder(stage);
  return staged;
}

/** Claims that a file of the baseline stays as it was, because every path that would have changed it is left open. */
function staysAsItWas(underway: Underway, index: number): boolean {
  const other = reopenedBook(underway, index);
  return other !== undefined && other.after === underway.journal.steps[index]!.before;
}

/** Takes a commit back, from wherever it stopped; what somebody saved meanwhile is left alone. */
export async function rollBackJournal(underway: Underway): Promise<Met> {
  const { fs, projectDir, journal } = underway;
  const open: string[] = [];
  const takeBack = async (index: number): Promise<void> => {
    if ((await takeBackStep(underway, index)) === 'open') open.push(journal.steps[index]!.path);
  };
  await runPool(
    indexesOf(underway, (index) => journal.steps[index]!.book),
    takeBack,
  );
  const files = indexesOf(underway, (index) => !journal.steps[index]!.book);
  await runPool(files, takeBack);
  await runPool(journal.steps, (_, index) => keepWrittenAway(underway, index));
  for (const folder of [...journal.folders].reverse())
    await removeFolderIfEmpty(fs, join(projectDir, folder));
  await syncFolders(
    underway,
    journal.steps.map((_, index) => index),
  );
  return { open: open.sort(), late: await listLate(underway) };
}

function indexesOf({ journal }: Underway, isWanted: (index: number) => boolean): number[] {
  return journal.steps.map((_, index) => index).filter(isWanted);
}

/** Waits until the disk has every file name that the steps have added or removed. */
async function syncFolders(underway: Underway, indexes: readonly number[]): Promise<void> {
  const { fs, projectDir, journal } = underway;
  const paths = indexes.map((index) => journal.steps[index]!.path);
  await runPool(parentsOf([...paths, ...journal.folders]), (folder) =>
    fs.syncFolder(join(projectDir, folder)),
  );
}

function parentsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => dirname(path)))];
}
