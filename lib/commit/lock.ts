import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import { codeOf } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import type { Places } from './places.ts';

/** Who holds a lock. `began` is when the process started, in the system's own ticks, which tells a reused pid apart; null where unknown. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly began: string | null;
  /** ISO time at which the lock was taken. */
  readonly since: string;
}

/** Counts the lock's draft files of this process, so that each has its own name. */
let drafts = 0;

/** This process as a holder. */
export function ownHolder(): LockHolder {
  return {
    pid: process.pid,
    host: hostname(),
    began: startOf(process.pid),
    since: new Date().toISOString(),
  };
}

/**
 * Takes the project's lock; the lock of a process that has ended is taken over.
 *
 * Throws DazzleError DZL430 where a running process holds it, DZL438 where a folder has its name.
 *
 * @returns the ended process from which it was taken over; null where the lock was free
 */
export async function takeLock(
  fs: FileSystem,
  places: Places,
  holder: LockHolder,
): Promise<LockHolder | null> {
  await refuseFolder(fs, places);
  const draft = `${places.lock}.${holder.pid}.${drafts++}`;
  const text = Buffer.from(`${JSON.stringify(holder)}\n`);
  let ended: LockHolder | null = null;
  try {
    await fs.write(draft, text, { mode: 0o644, sync: false });
    for (let tries = 0; tries < 20; tries++) {
      if (await place(fs, draft, places.lock)) return ended;
      const before = await fs.read(places.lock);
      if (before === null) continue;
      const other = parseHolder(before);
      if (other !== null && isLive(other)) throw new DazzleError(heldBy(other));
      ended = other;
      if (await takeOver(fs, places.lock, draft, before)) return ended;
    }
  } finally {
    await fs.remove(draft).catch(() => undefined);
  }
  throw new DazzleError(heldBy(null));
}

/** Gives the lock back. It tries twice, because a lock that stays looks as if its process had been killed. */
export async function releaseLock(fs: FileSystem, places: Places): Promise<void> {
  await fs.remove(places.lock).catch(() => fs.remove(places.lock));
}

/** The running process that holds the lock; null where nobody does. Throws DazzleError DZL438 as `takeLock`. */
export async function findHolder(fs: FileSystem, places: Places): Promise<LockHolder | null> {
  await refuseFolder(fs, places);
  const contents = await fs.read(places.lock);
  const holder = contents === null ? null : parseHolder(contents);
  return holder !== null && isLive(holder) ? holder : null;
}

async function refuseFolder(fs: FileSystem, places: Places): Promise<void> {
  for (const path of [places.lock, `${places.lock}.guard`]) {
    const stat = await fs.stat(path);
    if (stat !== null && stat.kind !== 'file') throw new DazzleError(noFile(basename(path), stat.kind));
  }
}

/** Removes the draft files that ended processes left behind. */
export async function clearDrafts(fs: FileSystem, places: Places): Promise<void> {
  for (const name of (await fs.list(places.dazzle)) ?? []) {
    const pid = /^lock\.(\d+)\./.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await fs.remove(join(places.dazzle, name));
  }
}

/** Puts the lock in place in one step; false where there is one already. */
async function place(fs: FileSystem, draft: string, lock: string): Promise<boolean> {
  try {
    await fs.link(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error) ?? '')) throw error;
  }
  return await copyLock(fs, draft, lock);
}

/** As `place`, for disks without hard links; a half-written lock is removed. */
async function copyLock(fs: FileSystem, draft: string, lock: string): Promise<boolean> {
  try {
    await fs.create(lock, (await fs.read(draft))!, { mode: 0o644 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    await fs.remove(lock).catch(() => undefined);
    throw error;
  }
}

/**
 * Replaces a stale lock by the draft, in one step. Only who holds the guard may: two that take over at once would
 * each remove the other's lock.
 */
async function takeOver(fs: FileSystem, lock: string, draft: string, seen: Uint8Array): Promise<boolean> {
  const guard = `${lock}.guard`;
  if (!(await place(fs, draft, guard))) {
    const contents = await fs.read(guard);
    const other = contents === null ? null : parseHolder(contents);
    if (contents !== null && (other === null || !isLive(other))) await fs.remove(guard);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return false;
  }
  try {
    const now = await fs.read(lock);
    if (now === null || Buffer.compare(now, seen) !== 0) return false;
    await fs.rename(draft, lock);
    return true;
  } finally {
    await fs.remove(guard);
  }
}

function parseHolder(contents: Uint8Array): LockHolder | null {
  try {
    const value = JSON.parse(Buffer.from(contents).toString('utf8')) as LockHolder;
    return typeof value.pid === 'number' && typeof value.host === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Claims that the process still runs. Of a process on another machine that cannot be known, so it counts as running. */
function isLive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  if (!isRunning(holder.pid)) return false;
  const began = startOf(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

/** Claims that a process has not ended; a zombie, which keeps its pid until its parent asks, has ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const state = statOf(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

function startOf(pid: number): string | null {
  return statOf(pid)?.[19] ?? null;
}

/** The fields of `/proc/PID/stat` from the state on: the state is at 0, the start time at 19. Null where there is no such file. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function noFile(name: string, kind: string): Diagnostic {
  return diagnose('DZL438', {
    message: `.dazzle/${name} is a ${kind === 'special' ? 'special file' : kind}, and dazzle's lock has that name`,
    fix: `remove .dazzle/${name}, then run again`,
  });
}

function heldBy(holder: LockHolder | null): Diagnostic {
  const who =
    holder === null
      ? 'another dazzle'
      : `another dazzle (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  const elsewhere = holder !== null && holder.host !== hostname();
  return diagnose('DZL430', {
    message: `${who} is writing into this project`,
    fix: elsewhere
      ? 'wait until it has ended; if it does not run any more, remove .dazzle/lock'
      : 'wait until it has ended, then run again',
  });
}
