import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { journalNames, readHistory } from './history.ts';
import { removeFolderIfEmpty, removeTree } from './move-file.ts';
import type { Places } from './places.ts';
import type { Journal } from './journal.ts';

/** The undo area holds this many builds that can be undone; and twice as much of what can be redone. */
const undoDepth = 10;

/** Closes a commit that is in place: its journal moves to the undo area, in one step. */
export async function closeJournal(fs: FileSystem, places: Places, journal: Journal): Promise<void> {
  await fs.rename(places.journal, join(places.undo, String(journal.build), journalNames[journal.kind]));
}

/** Removes what a closed commit needs no more; nothing is lost where this fails, and the next command does it again. */
export async function tidyCommit(
  fs: FileSystem,
  projectDir: string,
  places: Places,
  journal: Journal,
): Promise<void> {
  await fs.syncFolder(join(places.undo, String(journal.build)));
  const emptied = new Set<string>();
  for (const step of journal.steps) {
    if (step.after !== null) continue;
    for (let folder = dirname(step.path); folder !== '.'; folder = dirname(folder)) emptied.add(folder);
  }
  const deepestFirst = [...emptied].sort((one, other) => other.length - one.length);
  for (const folder of deepestFirst)
    if (folder !== '.dazzle') await removeFolderIfEmpty(fs, join(projectDir, folder));
  await fs.remove(join(places.undo, String(journal.build), 'prepared'));
  await trimUndo(fs, projectDir, places, journal.build);
  await removeTree(fs, places.stage);
}

/** Forgets all but the newest builds; a change of the project's own files cannot be undone, but saves met in it stay. */
async function trimUndo(fs: FileSystem, projectDir: string, places: Places, newest: number): Promise<void> {
  const held = new Map<string, ReadonlySet<string>>();
  for (const name of (await fs.list(places.undo)) ?? []) {
    if (!/^\d+$/.test(name)) continue;
    const inside = new Set(await fs.list(join(places.undo, name)));
    if (!inside.has(journalNames.files)) held.set(name, inside);
    else if (!inside.has('late') && name !== String(newest)) await removeTree(fs, join(places.undo, name));
  }
  if (held.size <= undoDepth) return;
  const isTold = [...held.values()].some(
    (each) => each.has(journalNames.undo) || each.has(journalNames.redo),
  );
  const live = isTold
    ? new Set((await readHistory(projectDir, fs)).live.map(({ build }) => String(build)))
    : new Set([...held.keys()].filter((name) => held.get(name)!.has(journalNames.build)));
  const counts = { live: 0, other: 0 };
  for (const name of [...held.keys()].sort((one, other) => Number(other) - Number(one))) {
    const isOver = live.has(name) ? ++counts.live > undoDepth : ++counts.other > 2 * undoDepth;
    if (isOver) await removeTree(fs, join(places.undo, name));
  }
}

/** Removes what a commit that never came to its journal, or was taken back, left behind. */
export async function discardCommit(fs: FileSystem, places: Places, build: number): Promise<void> {
  await fs.remove(places.journalDraft);
  await removeTree(fs, join(places.undo, String(build)));
  await removeTree(fs, places.stage);
}

/** Keeps what a commit had replaced, and saves met in it, where they stay until somebody has looked at them. */
export async function keepDisplaced(fs: FileSystem, places: Places, journal: Journal): Promise<string> {
  const name = `${journal.build}-interrupted`;
  await fs.rename(join(places.undo, String(journal.build)), join(places.undo, name));
  await removeTree(fs, join(places.undo, name, 'away'));
  return `.dazzle/undo/${name}`;
}
