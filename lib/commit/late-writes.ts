import { join } from 'node:path';
import { bringHome } from './advance-step.ts';
import { findMoved, keepLate, keepLateAt, listLate } from './exchange.ts';
import type { FileSystem } from './file-system.ts';
import type { Places } from './places.ts';
import { runPool } from './run-pool.ts';
import { nameStep } from './stage.ts';
import { look, movedOf } from './underway.ts';
import type { Underway } from './underway.ts';

/** The files that the last commit replaced, each with its hash and the stamp that it had when it was hashed. */
interface Watched {
  readonly build: number;
  readonly files: readonly WatchedFile[];
}

type WatchedFile = readonly [index: number, path: string, stamp: string, hash: string];

/**
 * Hashes the replaced files once more: a program that had one open may have written into it after it was moved. Those
 * are kept as saves; the others are listed in `watched`, so that the next command can look again.
 */
export async function keepLateWrites(underway: Underway): Promise<void> {
  const { fs, places, journal } = underway;
  const files: WatchedFile[] = [];
  await runPool(journal.steps, async ({ path, before }, index) => {
    if (before === null) return;
    const moved = await findMoved(underway, index);
    if (moved === null) return;
    const held = await look(fs, moved);
    if (held?.hash !== before) return await keepLate(underway, index, moved);
    // The stamp is the one from before the bytes were read, so that a write in between shows as a difference.
    if (moved === movedOf(underway, index)) files.push([index, path, held.stamp, before]);
    else await bringHome(underway, index, moved);
  });
  const watched: Watched = { build: journal.build, files };
  const text = Buffer.from(JSON.stringify(watched));
  if (files.length > 0) await fs.write(places.watched, text, { mode: 0o644, sync: false });
}

/** Looks once more when all else is done; returns every save that is kept in the undo area. */
export async function keepLastWrites(underway: Underway): Promise<string[]> {
  const { fs, projectDir, places } = underway;
  await keepChanged(fs, projectDir, places);
  return await listLate(underway);
}

/** Keeps what was written into the replaced files after their commit had ended; the next command calls it. */
export async function keepForgotten(fs: FileSystem, projectDir: string, places: Places): Promise<string[]> {
  const kept = await keepChanged(fs, projectDir, places);
  await fs.remove(places.watched);
  return kept;
}

async function keepChanged(fs: FileSystem, projectDir: string, places: Places): Promise<string[]> {
  const kept: string[] = [];
  const { build, files } = parse(await fs.read(places.watched));
  const undo = join(places.undo, String(build));
  for (const [index, path, stamp, hash] of files) {
    const moved = join(undo, 'before', nameStep(index));
    const now = await fs.stat(moved);
    if (now === null || now.stamp === stamp) continue;
    // Copying the project changes the stamps of files that nobody wrote into: only other bytes count.
    if ((await look(fs, moved))?.hash === hash) continue;
    kept.push(await keepLateAt(fs, projectDir, undo, path, moved));
  }
  return kept;
}

function parse(contents: Uint8Array | null): Watched {
  try {
    return JSON.parse(Buffer.from(contents!).toString('utf8')) as Watched;
  } catch {
    return { build: 0, files: [] };
  }
}
