import { join } from 'node:path';
import type { StepEnd } from './advance-step.ts';
import { findMoved, isBeginning, keepLate, putBack } from './exchange.ts';
import { codeOf } from './file-system.ts';
import { makeParents, moveFile } from './move-file.ts';
import { nameStep } from './stage.ts';
import { afterOf, isBefore, look, stagedOf, targetOf, undoOf } from './underway.ts';
import type { Look, Underway } from './underway.ts';

/**
 * Brings one path back to its old state, wherever its step had stopped. Only what the commit itself put there is removed;
 * any other file there is somebody's save, and stays.
 */
export async function takeBackStep(underway: Underway, index: number): Promise<StepEnd> {
  const { fs, journal } = underway;
  const step = journal.steps[index]!;
  const target = targetOf(underway, index);
  const moved = step.before === null ? null : await findMoved(underway, index);
  const now = await look(fs, target);
  if (step.before !== null) {
    if (moved === null) return now !== null && isBefore(step, now) ? 'done' : 'open';
    if (now !== null && now.inode === (await fs.stat(moved))?.inode) {
      await fs.remove(moved);
      return isBefore(step, now) ? 'done' : 'open';
    }
  }
  if (now !== null) {
    if (!(await isOurs(underway, index, target, now))) return 'open';
    if (!(await takeAway(underway, index))) return 'open';
  }
  if (moved === null) return 'done';
  const held = await look(fs, moved);
  await putBack(underway, index, moved);
  return isBefore(step, held) && isBefore(step, await look(fs, target)) ? 'done' : 'open';
}

/** Claims that what is at `path` was put there by the commit: the new contents, or a copy of them that was cut short. */
async function isOurs(underway: Underway, index: number, path: string, held: Look | null): Promise<boolean> {
  const { fs, notes, journal } = underway;
  if (held === null || held.hash === null) return false;
  if (held.hash === journal.steps[index]!.after || held.hash === afterOf(underway, index)) return true;
  if (!notes.copying.has(index)) return false;
  const moved = await findMoved(underway, index);
  const sources = [stagedOf(underway, index), ...(moved === null ? [] : [moved])];
  for (const source of sources) if (await isBeginning(fs, path, source)) return true;
  return false;
}

/** Removes the file that the commit placed; false where it turned out to be a save, which is put back. */
async function takeAway(underway: Underway, index: number): Promise<boolean> {
  const { fs } = underway;
  const target = targetOf(underway, index);
  const away = join(undoOf(underway), 'away', nameStep(index));
  await makeParents(fs, underway.projectDir, away);
  try {
    await moveFile(fs, target, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  if (await isOurs(underway, index, away, await look(fs, away))) return true;
  await putBack(underway, index, away);
  return false;
}

/** Keeps the file that was removed from a path if a program that still had it open wrote into it since. */
export async function keepWrittenAway(underway: Underway, index: number): Promise<void> {
  const away = join(undoOf(underway), 'away', nameStep(index));
  const held = await look(underway.fs, away);
  if (held === null || (await isOurs(underway, index, away, held))) return;
  await keepLate(underway, index, away);
}
