import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import {
  applyRecord,
  closeRecord,
  discardCommit,
  findEdited,
  recordNames,
  rollBackRecord,
  tidyCommit,
  undoneName,
} from './apply.ts';
import { codeOf, realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { clearDrafts, findHolder, ownHolder, releaseLock, takeLock } from './lock.ts';
import { removeTree } from './move-file.ts';
import type { LockHolder } from './lock.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { parseRecord } from './record.ts';
import type { CommitRecord } from './record.ts';

const finishedNames = new Set([...Object.values(recordNames), undoneName]);

/** The warning of an interrupted undo that was finished: what the person had asked for is done. */
export const finishedUndo = 'DZL436';

const traces = new Set(['journal', 'journal.back', 'journal.new', 'stage']);

/**
 * Finishes or takes back a commit that was interrupted; every command calls it before it looks at the project.
 * Costs one look at a folder where there is nothing to do.
 *
 * Throws DazzleError DZL430 where another dazzle is in the midst of a commit, DZL433 where it can be neither finished
 * nor taken back.
 *
 * @returns what was done, as warnings (DZL431, DZL432, DZL435, DZL436)
 */
export async function recoverProject(
  projectDir: string,
  options: { readonly fs?: FileSystem; readonly holder?: LockHolder } = {},
): Promise<Diagnostic[]> {
  const { fs = realFileSystem, holder = ownHolder() } = options;
  const places = placesOf(projectDir);
  const names = await fs.list(places.dazzle);
  if (names === null || !names.some((name) => traces.has(name) || name.startsWith('lock'))) return [];
  const journalled = names.includes('journal') || names.includes('journal.back');
  if (!journalled && (await findHolder(fs, places)) !== null) return [];
  await takeLock(fs, places, holder);
  try {
    await clearDrafts(fs, places);
    return await recoverLocked(fs, projectDir, places);
  } finally {
    await releaseLock(fs, places);
  }
}

/** Recovers while the lock is held. */
export async function recoverLocked(
  fs: FileSystem,
  projectDir: string,
  places: Places,
): Promise<Diagnostic[]> {
  const names = (await fs.list(places.dazzle)) ?? [];
  if (!names.some((name) => traces.has(name))) return [];
  const forward = names.includes('journal');
  const back = names.includes('journal.back');
  if (!forward && !back) {
    await discardUnrecorded(fs, places);
    return [];
  }
  const record = await readJournal(fs, places, back ? places.journalBack : places.journal);
  try {
    const edited = back ? [] : await findEdited(fs, projectDir, record);
    if (!back && edited.length === 0) {
      await applyRecord(fs, projectDir, places, record);
      await closeRecord(fs, places, record);
      await tidyCommit(fs, projectDir, places, record);
      return [finished(record)];
    }
    if (!back) await fs.rename(places.journal, places.journalBack);
    const left = await rollBackRecord(fs, projectDir, places, record);
    const keptAt = left.length > 0 ? await keepDisplaced(fs, places, record) : null;
    await fs.remove(places.journalBack);
    await discardCommit(fs, places, record.build);
    return [takenBack(record), ...(keptAt === null ? [] : [leftAlone(left, keptAt)])];
  } catch (error) {
    throw new DazzleError(stuck(error));
  }
}

async function readJournal(fs: FileSystem, places: Places, path: string): Promise<CommitRecord> {
  const record = parseRecord(await fs.read(path));
  if (record !== null) return record;
  for (const name of ((await fs.list(places.stage)) ?? []).filter((each) => /^\d+$/.test(each))) {
    const copy = parseRecord(await fs.read(join(places.undo, name, 'prepared')));
    if (copy !== null) return copy;
  }
  throw new DazzleError({
    code: 'DZL433',
    severity: 'error',
    message: 'a build was interrupted, and both copies of its journal in .dazzle are damaged',
    fix: 'compare the project with git; then remove .dazzle/journal (replaced files are in .dazzle/undo)',
  });
}

/** Removes stages without a journal, and undo folders that never became a record. */
async function discardUnrecorded(fs: FileSystem, places: Places): Promise<void> {
  for (const name of (await fs.list(places.undo)) ?? []) {
    if (!/^\d+$/.test(name)) continue;
    const held = await fs.list(join(places.undo, name));
    if (!held?.some((each) => finishedNames.has(each))) await removeTree(fs, join(places.undo, name));
  }
  await fs.remove(places.journalDraft);
  await removeTree(fs, places.stage);
}

async function keepDisplaced(fs: FileSystem, places: Places, record: CommitRecord): Promise<string> {
  const name = `${record.build}-interrupted`;
  await fs.rename(join(places.undo, String(record.build)), join(places.undo, name));
  return `.dazzle/undo/${name}`;
}

function finished(record: CommitRecord): Diagnostic {
  if (record.kind === 'undo') {
    return {
      code: finishedUndo,
      severity: 'warning',
      message: `the last undo was interrupted; it has been finished now (${countFiles(record)})`,
      fix: 'nothing is left to do; dazzle undo goes further back',
    };
  }
  return {
    code: 'DZL431',
    severity: 'warning',
    message: `the last ${nameOf(record)} was interrupted; it has been finished now (${countFiles(record)})`,
    fix: 'nothing is left to do; dazzle undo takes it back',
  };
}

function takenBack(record: CommitRecord): Diagnostic {
  return {
    code: 'DZL432',
    severity: 'warning',
    message: `the last ${nameOf(record)} was interrupted; it has been taken back (${countFiles(record)})`,
    fix: 'build again',
  };
}

function leftAlone(paths: readonly string[], keptAt: string): Diagnostic {
  return {
    code: 'DZL435',
    severity: 'warning',
    message: `edited since the interruption, and left as they are: ${paths.join(', ')}`,
    fix: `look at them before you build again; what the build had replaced is in ${keptAt}`,
  };
}

/** Says why a commit that was interrupted can be neither finished nor taken back. */
export function stuck(error: unknown): Diagnostic {
  const { path } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : ` at ${path}`;
  return {
    code: 'DZL433',
    severity: 'error',
    message: `a build was interrupted, and can be neither finished nor taken back: ${codeOf(error) ?? String(error)}${where}`,
    fix: 'mend that (space, permissions), then run any dazzle command: it tries again',
  };
}

function nameOf(record: CommitRecord): string {
  return record.kind === 'undo' ? 'undo' : record.kind === 'files' ? 'change of the project' : 'build';
}

function countFiles(record: CommitRecord): string {
  const count = record.steps.filter((step) => !step.book).length;
  return count === 1 ? '1 file' : `${count} files`;
}
