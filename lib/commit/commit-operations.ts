import { join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DazzleError, StoppedError } from '../diagnostics/diagnostic.ts';
import type { FileOperation, ReopenPaths } from '../plan/types.ts';
import { applyJournal } from './apply.ts';
import { closeJournal, discardCommit, tidyCommit } from './close.ts';
import { codeOf, realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import type { Journal, MigrationPlace } from './journal.ts';
import { keepLastWrites } from './late-writes.ts';
import { ownHolder, releaseLock, takeLock } from './lock.ts';
import type { LockHolder } from './lock.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { checkOperations, ReplanNeeded } from './prepare.ts';
import { nothingDone } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { recoverLocked, takeBackAll } from './recover.ts';
import { sayMet, stuck } from './say-recovery.ts';
import { stageCommit } from './stage.ts';
import type { CommitTitle } from './stage.ts';
import type { Underway } from './underway.ts';

/** How a commit is done. `fs` and `holder` are the real disk and this process, unless a test gives others. */
export interface CommitOptions {
  readonly fs?: FileSystem;
  readonly holder?: LockHolder;
  readonly kind?: Journal['kind'];
  /** Builds that this commit takes back. */
  readonly undoes?: readonly number[];
  /** Where the migrations of the built backends are. */
  readonly migrations?: readonly MigrationPlace[];
  /** Makes the baseline's files again with the old entries of the paths left open. */
  readonly reopen?: ReopenPaths;
  /** Stops the commit before its first step; after that it has no effect. */
  readonly signal?: AbortSignal;
}

/** `.dazzle/.gitignore`: only the baseline is committed to git. */
const gitIgnore =
  '# Made by dazzle: only the baseline is for git.\n/*\n!/.gitignore\n!/.gitattributes\n!/baseline/\n';

/** `.dazzle/.gitattributes`: git must not convert line ends, since they are part of what dazzle wrote. */
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
  if (operations.length + bookkeeping.length === 0) return nothingDone;
  const { fs = realFileSystem, kind = 'files', undoes = [], migrations, reopen, signal } = options;
  const holder = { ...(options.holder ?? ownHolder()), since: new Date().toISOString() };
  const places = placesOf(projectDir);
  let ended: LockHolder | null;
  try {
    await makeDazzleFolder(fs, places);
    ended = await takeLock(fs, places, holder);
  } catch (error) {
    throw asFailure(error);
  }
  try {
    const recovery = await recoverLocked(fs, projectDir, places, { ended, reopen });
    const started = new Date().toISOString();
    const title = { kind, undoes, started, ...(migrations === undefined ? {} : { migrations }) };
    const work = { fs, projectDir, places, reopen, signal };
    const receipt = await commitLocked(work, operations, bookkeeping, title);
    return { ...receipt, diagnostics: [...recovery.diagnostics, ...receipt.diagnostics] };
  } catch (error) {
    throw asFailure(error);
  } finally {
    await releaseLock(fs, places).catch(() => undefined);
  }
}

interface Work extends Pick<Underway, 'fs' | 'projectDir' | 'places' | 'reopen'> {
  readonly signal: AbortSignal | undefined;
}

async function commitLocked(
  work: Work,
  operations: readonly FileOperation[],
  bookkeeping: readonly FileOperation[],
  title: CommitTitle,
): Promise<Receipt> {
  const { fs, projectDir, places, signal } = work;
  const all = [
    ...operations.map((operation) => ({ operation, book: false })),
    ...bookkeeping.map((operation) => ({ operation, book: true })),
  ];
  const ready = await checkOperations(fs, projectDir, all);
  if (ready.length === 0) return nothingDone;
  const builds = ((await fs.list(places.undo)) ?? []).map((name) => parseInt(name, 10) || 0);
  const build = Math.max(0, ...builds) + 1;
  let journal: Journal;
  try {
    journal = await stageCommit(fs, projectDir, places, build, ready, title, () => {
      if (signal?.aborted === true) throw new StoppedError();
    });
  } catch (error) {
    if ((await fs.stat(places.journal)) === null)
      await discardCommit(fs, places, build).catch(() => undefined);
    throw error;
  }
  const notes = { copying: new Set<number>(), settled: null };
  const underway: Underway = { ...work, journal, notes, fresh: true, back: false };
  let open: readonly string[];
  try {
    open = await applyJournal(underway);
    await closeJournal(fs, places, journal);
  } catch (error) {
    const left = await takeBack(underway);
    if (left === null) throw new DazzleError(stuck(error));
    if (left.length > 0) throw new DazzleError([...asDiagnostics(asFailure(error)), ...left]);
    throw error;
  }
  await tidyCommit(fs, projectDir, places, journal).catch(() => undefined);
  const late = await keepLastWrites(underway).catch(() => []);
  const isOpen = new Set(open);
  const done = (kind: FileOperation['kind']): string[] =>
    ready
      .filter(({ book, operation }) => !book && operation.kind === kind && !isOpen.has(operation.path))
      .map((each) => each.operation.path);
  return {
    build,
    written: done('write'),
    deleted: done('delete'),
    open,
    diagnostics: sayMet({ open, late }, journal),
  };
}

/** Takes back a commit that failed half-way; null where the disk refuses that too, and the next command has to try. */
async function takeBack(underway: Underway): Promise<readonly Diagnostic[] | null> {
  const { fs, places } = underway;
  try {
    await fs.rename(places.journal, places.journalBack);
    return await takeBackAll({ ...underway, fresh: false, back: true });
  } catch {
    return null;
  }
}

function asDiagnostics(error: unknown): readonly Diagnostic[] {
  return error instanceof DazzleError ? error.diagnostics : [];
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
  return diagnose('DZL434', { message: `${what}${where}; the project is as it was`, fix });
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
