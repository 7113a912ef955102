import { findMoved, moveAway, putBack, setName } from './exchange.ts';
import { afterOf, isBefore, look, movedOf, stagedOf, targetOf } from './underway.ts';
import type { Underway } from './underway.ts';

/** How a step ends: as planned, or left open because somebody saved the file meanwhile. */
export type StepEnd = 'done' | 'open';

/**
 * Brings one path to its new state: moves the old file to the undo area, hashes what was moved, and links the new file
 * to the path only if nothing is there. A file that is not the planned one is somebody's save: it is left there, or put
 * back. May be run again after it was stopped anywhere.
 */
export async function advanceStep(underway: Underway, index: number): Promise<StepEnd> {
  const { fs, journal, fresh } = underway;
  const step = journal.steps[index]!;
  const after = afterOf(underway, index);
  const target = targetOf(underway, index);
  if (step.before === null) return after === null ? 'done' : await place(underway, index);
  let moved = fresh ? null : await findMoved(underway, index);
  if (moved !== null) {
    const [there, here] = [await fs.stat(moved), await fs.stat(target)];
    if (here !== null && there?.inode === here.inode) {
      await fs.remove(moved);
      moved = null;
    }
  }
  if (moved === null) {
    if (!fresh) {
      const now = await look(fs, target);
      if (now === null) return after === null ? 'done' : 'open';
      if (!isBefore(step, now)) return now.hash !== null && now.hash === after ? 'done' : 'open';
    }
    moved = await moveAway(underway, index);
    if (moved === null) return after === null ? 'done' : 'open';
  }
  if (!isBefore(step, await look(fs, moved))) {
    await putBack(underway, index, moved);
    return 'open';
  }
  return after === null ? 'done' : await place(underway, index);
}

async function place(underway: Underway, index: number): Promise<StepEnd> {
  const { fs, journal } = underway;
  const target = targetOf(underway, index);
  const staged = stagedOf(underway, index);
  const isStaged = underway.fresh || (await fs.stat(staged)) !== null;
  const placing = isStaged
    ? await setName(underway, index, staged, target, journal.steps[index]!.mode)
    : 'taken';
  if (placing === 'placed') return 'done';
  if (placing === 'cut off') return 'open';
  const now = await look(fs, target);
  return now !== null && now.hash === afterOf(underway, index) ? 'done' : 'open';
}

/** Moves an old file to the undo area that, for want of a rename between devices, was kept beside its place. */
export async function bringHome(underway: Underway, index: number, moved: string): Promise<void> {
  const home = movedOf(underway, index);
  if (moved === home) return;
  await underway.fs.copy(moved, home);
  await underway.fs.remove(moved);
}
