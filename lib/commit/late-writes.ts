import { join } from 'node:path';
import { bringHome } from './advance-step.ts';
import { findMoved, keepLate, keepLateAt, listLate } from './exchange.ts';
import type { FileSystem } from './file-system.ts';
import type { Places } from './places.ts';
import { runPool } from './run-pool.ts';
import { nameStep } from './stage.ts';
import { look, movedOf } from './underway.ts';
import type { Underway } from './underway.ts';

/** The old files of the last commit, with the stamps that they had when they were last hashed, and those hashes. */
interface Watched {
  readonly build: number;
  readonly files: readonly WatchedFile[];
}

type WatchedFile = readonly [index: number, path: string, stamp: string, hash: string];

/**
 * Hashes what was moved once more: a program may have written into it through a handle that it had opened before. What
 * nobody has written into is noted, so that the next command can see whether somebody did later.
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

/** The last look, when all else is done: keeps what was written since the other one; tells all that is kept. */
export async function keepLastWrites(underway: Underway): Promise<string[]> {
  const { fs, projectDir, places } = underway;
  await keepChanged(fs, projectDir, places);
  return await listLate(underway);
}

/** Keeps what was written into the old files of the last commit after it had ended: the next command looks once more. */
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
