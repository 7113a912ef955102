import { join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { ReopenPaths } from '../plan/types.ts';
import { applyJournal, rollBackJournal } from './apply.ts';
import { closeJournal, discardCommit, keepDisplaced, tidyCommit } from './close.ts';
import { realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { finishedNames, readHistory } from './history.ts';
import { parseJournal, parseNotes } from './journal.ts';
import type { Journal } from './journal.ts';
import { keepForgotten, keepLastWrites } from './late-writes.ts';
import { clearDrafts, findHolder, ownHolder, releaseLock, takeLock } from './lock.ts';
import type { LockHolder } from './lock.ts';
import { removeTree } from './move-file.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { finished, leftAlone, sayLate, sayMet, stuck, takenBack } from './say-recovery.ts';
import type { Underway } from './underway.ts';

const traces = new Set(['journal', 'journal.back', 'journal.new', 'stage']);

/** What a recovery did. */
export interface Recovery {
  /** What was done, as warnings (DZL431, DZL432, DZL435, DZL436, DZL445, DZL446). */
  readonly diagnostics: readonly Diagnostic[];
  /** The kind of the commit that was finished; null where none was. */
  readonly finished: Journal['kind'] | null;
}

const nothing: Recovery = { diagnostics: [], finished: null };

/**
 * Finishes or takes back a commit that was interrupted; every command calls it before it looks at the project.
 * Costs one look at a folder where there is nothing to do.
 *
 * Throws DazzleError DZL430 where another dazzle is in the midst of a commit, DZL433 where it can be neither finished
 * nor taken back.
 */
export async function recoverProject(
  projectDir: string,
  options: { readonly fs?: FileSystem; readonly holder?: LockHolder; readonly reopen?: ReopenPaths } = {},
): Promise<Recovery> {
  const { fs = realFileSystem, holder = ownHolder(), reopen } = options;
  const places = placesOf(projectDir);
  const names = await fs.list(places.dazzle);
  if (names === null) return nothing;
  const isTraced = names.some((name) => traces.has(name) || name.startsWith('lock'));
  if (!isTraced) return names.includes('watched') ? await lookBack(fs, projectDir, places, holder) : nothing;
  const journalled = names.includes('journal') || names.includes('journal.back');
  if (!journalled && (await findHolder(fs, places)) !== null) return nothing;
  const ended = await takeLock(fs, places, holder);
  try {
    await clearDrafts(fs, places);
    return await recoverLocked(fs, projectDir, places, { ended, reopen });
  } finally {
    await releaseLock(fs, places);
  }
}

/** Keeps and names what was written into the replaced files since the last commit ended; nothing where the lock cannot be taken. */
async function lookBack(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  holder: LockHolder,
): Promise<Recovery> {
  try {
    await takeLock(fs, places, holder);
  } catch {
    return nothing;
  }
  try {
    return { diagnostics: sayLate(await keepForgotten(fs, projectDir, places)), finished: null };
  } finally {
    await releaseLock(fs, places);
  }
}

/** As `recoverProject`, for a caller that holds the lock; `ended` is the ended process from which it was taken over. */
export async function recoverLocked(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  { ended, reopen }: { readonly ended: LockHolder | null; readonly reopen: ReopenPaths | undefined },
): Promise<Recovery> {
  const names = (await fs.list(places.dazzle)) ?? [];
  const forward = names.includes('journal');
  const back = names.includes('journal.back');
  if (!forward && !back) {
    if (names.some((name) => traces.has(name))) await discardLeftovers(fs, places);
    const late = names.includes('watched') ? await keepForgotten(fs, projectDir, places) : [];
    const { diagnostics, finished: kind } = await recogniseFinished(fs, projectDir, ended);
    return { diagnostics: [...diagnostics, ...sayLate(late)], finished: kind };
  }
  const path = back ? places.journalBack : places.journal;
  const journal = await readJournal(fs, places, path);
  const notes = parseNotes(await fs.read(path));
  const underway: Underway = {
    fs,
    projectDir,
    places,
    journal,
    notes,
    fresh: false,
    back,
    reopen,
  };
  try {
    if (back) return { diagnostics: await finishTakingBack(underway), finished: null };
    const open = await applyJournal(underway);
    await closeJournal(fs, places, journal);
    await tidyCommit(fs, projectDir, places, journal);
    const late = await keepLastWrites(underway);
    return { diagnostics: [finished(journal), ...sayMet({ open, late }, journal)], finished: journal.kind };
  } catch (error) {
    if (error instanceof DazzleError) throw error;
    throw new DazzleError(stuck(error));
  }
}

/** Ends a commit that is being taken back, and reports it. */
async function finishTakingBack(underway: Underway): Promise<Diagnostic[]> {
  const { journal } = underway;
  return [takenBack(journal), ...(await takeBackAll(underway))];
}

/** Takes back a commit whose journal is `journal.back`; names the saves that were left alone or kept (DZL435, DZL446). */
export async function takeBackAll(underway: Underway): Promise<Diagnostic[]> {
  const { fs, places, journal } = underway;
  const met = await rollBackJournal(underway);
  const isClean = met.open.length + met.late.length === 0;
  const keptAt = isClean ? null : await keepDisplaced(fs, places, journal);
  await fs.remove(places.journalBack);
  await discardCommit(fs, places, journal.build).catch(() => undefined);
  if (keptAt === null) return [];
  const late = met.late.map((path) => path.replace(`.dazzle/undo/${journal.build}`, keptAt));
  return [...(met.open.length > 0 ? [leftAlone(met.open, keptAt)] : []), ...sayLate(late)];
}

/** Reports a commit that was finished by a process killed before it could say so. */
async function recogniseFinished(
  fs: FileSystem,
  projectDir: string,
  ended: LockHolder | null,
): Promise<Recovery> {
  if (ended === null) return nothing;
  const { last } = await readHistory(projectDir, fs);
  if (last === null || !(last.started >= ended.since)) return nothing;
  return { diagnostics: [finished(last)], finished: last.kind };
}

async function readJournal(fs: FileSystem, places: Places, path: string): Promise<Journal> {
  const journal = parseJournal(await fs.read(path));
  if (journal !== null) return journal;
  for (const name of ((await fs.list(places.stage)) ?? []).filter((each) => /^\d+$/.test(each))) {
    const copy = parseJournal(await fs.read(join(places.undo, name, 'prepared')));
    if (copy !== null) return copy;
  }
  throw new DazzleError(
    diagnose('DZL433', {
      message: 'a build was interrupted, and both copies of its journal in .dazzle are damaged',
      fix: 'compare the project with git; then remove .dazzle/journal (replaced files are in .dazzle/undo)',
    }),
  );
}

/** Removes what commits that never wrote a journal left behind: their stages and undo folders. */
async function discardLeftovers(fs: FileSystem, places: Places): Promise<void> {
  for (const name of (await fs.list(places.undo)) ?? []) {
    if (!/^\d+$/.test(name)) continue;
    const held = await fs.list(join(places.undo, name));
    if (!held?.some((each) => finishedNames.has(each))) await removeTree(fs, join(places.undo, name));
  }
  await fs.remove(places.journalDraft);
  await removeTree(fs, places.stage);
}
