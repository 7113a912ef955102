import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { FileOperation } from '../plan/types.ts';
import { applyRecord, closeRecord, discardCommit, rollBackRecord, tidyCommit } from './apply.ts';
import { codeOf, realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { ownHolder, releaseLock, takeLock } from './lock.ts';
import type { LockHolder } from './lock.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { checkOperations, ReplanNeeded } from './prepare.ts';
import type { Receipt } from './receipt.ts';
import { recoverLocked, stuck } from './recover.ts';
import type { CommitRecord } from './record.ts';
import { stageCommit } from './stage.ts';
import type { CommitTitle } from './stage.ts';

/** What a commit runs on: the real disk and this process, unless a test says otherwise. */
export interface CommitOptions {
  readonly fs?: FileSystem;
  readonly holder?: LockHolder;
  readonly kind?: CommitRecord['kind'];
  /** Builds that this commit takes back. */
  readonly undoes?: readonly number[];
}

/** Names what is in `.dazzle` but not for git. */
const gitIgnore =
  '# Made by dazzle: only the baseline is for git.\n/*\n!/.gitignore\n!/.gitattributes\n!/baseline/\n';

/** Line endings are part of what dazzle wrote. */
const gitAttributes = '# Made by dazzle.\n* -text linguist-generated\n';

/**
 * Writes and deletes files of the project in one step: all of them, or none.
 *
 * Throws ReplanNeeded where a file is not as `expect` says, DazzleError DZL430 where another dazzle is writing, and
 * DZL434 where the disk refuses; nothing has been written then.
 */
export async function commitOperations(
  projectDir: string,
  operations: readonly FileOperation[],
  bookkeeping: readonly FileOperation[] = [],
  options: CommitOptions = {},
): Promise<Receipt> {
  if (operations.length + bookkeeping.length === 0) return { build: null, written: [], deleted: [] };
  const { fs = realFileSystem, holder = ownHolder(), kind = 'files', undoes = [] } = options;
  const places = placesOf(projectDir);
  try {
    await makeDazzleFolder(fs, places);
    await takeLock(fs, places, holder);
  } catch (error) {
    throw asFailure(error);
  }
  try {
    await recoverLocked(fs, projectDir, places);
    const title = { kind, undoes, started: new Date().toISOString() };
    return await commitLocked(fs, projectDir, places, operations, bookkeeping, title);
  } catch (error) {
    throw asFailure(error);
  } finally {
    await releaseLock(fs, places).catch(() => undefined);
  }
}

async function commitLocked(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  operations: readonly FileOperation[],
  bookkeeping: readonly FileOperation[],
  title: CommitTitle,
): Promise<Receipt> {
  const all = [
    ...operations.map((operation) => ({ operation, book: false })),
    ...bookkeeping.map((operation) => ({ operation, book: true })),
  ];
  const ready = await checkOperations(fs, projectDir, all);
  if (ready.length === 0) return { build: null, written: [], deleted: [] };
  const builds = ((await fs.list(places.undo)) ?? []).map((name) => parseInt(name, 10) || 0);
  const build = Math.max(0, ...builds) + 1;
  let record: CommitRecord;
  try {
    record = await stageCommit(fs, projectDir, places, build, ready, title);
  } catch (error) {
    if ((await fs.stat(places.journal)) === null)
      await discardCommit(fs, places, build).catch(() => undefined);
    throw error;
  }
  try {
    await applyRecord(fs, projectDir, places, record);
    await closeRecord(fs, places, record);
  } catch (error) {
    if (await takeBack(fs, projectDir, places, record)) throw error;
    throw new DazzleError(stuck(error));
  }
  await tidyCommit(fs, projectDir, places, record).catch(() => undefined);
  const done = (kind: FileOperation['kind']): string[] =>
    ready.filter((each) => !each.book && each.operation.kind === kind).map((each) => each.operation.path);
  return { build, written: done('write'), deleted: done('delete') };
}

/** Takes back a commit that failed half-way; false where the disk refuses that too: the next command tries again. */
async function takeBack(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  record: CommitRecord,
): Promise<boolean> {
  try {
    await fs.rename(places.journal, places.journalBack);
    const left = await rollBackRecord(fs, projectDir, places, record);
    if (left.length > 0) return false;
    await fs.remove(places.journalBack);
  } catch {
    return false;
  }
  await discardCommit(fs, places, record.build).catch(() => undefined);
  return true;
}

async function makeDazzleFolder(fs: FileSystem, places: Places): Promise<void> {
  await fs.makeFolder(places.dazzle);
  for (const [name, text] of [
    ['.gitignore', gitIgnore],
    ['.gitattributes', gitAttributes],
  ] as const) {
    const path = join(places.dazzle, name);
    const contents = Buffer.from(text);
    const before = await fs.read(path);
    if (before === null || Buffer.compare(before, contents) !== 0) {
      await fs.write(path, contents, { mode: 0o644, sync: false });
    }
  }
}

function asFailure(error: unknown): unknown {
  if (error instanceof DazzleError || error instanceof ReplanNeeded) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
  return new DazzleError(sayFailure(error as NodeJS.ErrnoException, code));
}

function sayFailure(error: NodeJS.ErrnoException, code: string): Diagnostic {
  const where = error.path === undefined ? '' : ` at ${error.path}`;
  const [what, fix] = failures[code] ?? [`the disk refused (${code})`, 'mend the disk, then run again'];
  return { code: 'DZL434', severity: 'error', message: `${what}${where}; the project is as it was`, fix };
}

const failures: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  ENOSPC: ['there is no space left on the disk', 'make room, then run again'],
  EDQUOT: ['the disk quota is used up', 'make room, then run again'],
  EACCES: ['permission was denied', 'make the folder and its files writable for you, then run again'],
  EPERM: ['permission was denied', 'make the folder and its files writable for you, then run again'],
  EROFS: ['the disk is read-only', 'make it writable, then run again'],
  EMFILE: ['too many files are open', 'close other programs or raise the limit (ulimit -n), then run again'],
  ENFILE: ['too many files are open', 'close other programs or raise the limit (ulimit -n), then run again'],
  EIO: ['the disk failed to read or write', 'check the disk, then run again'],
  ENAMETOOLONG: ['a name is too long for this disk', 'shorten the name in the spec'],
};
