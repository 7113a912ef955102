import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { journalNames, readHistory } from './history.ts';
import type { Journal } from './journal.ts';
import { removeFolderIfEmpty, removeTree } from './move-file.ts';
import type { Places } from './places.ts';

/** How many builds that can be undone the undo area keeps; of other commits it keeps twice as many. */
const undoDepth = 10;

/** Closes a commit whose files are in place: one rename moves its journal to the undo area. */
export async function closeJournal(fs: FileSystem, places: Places, journal: Journal): Promise<void> {
  await fs.rename(places.journal, join(places.undo, String(journal.build), journalNames[journal.kind]));
}

/** Removes what a closed commit no longer needs. Where this fails, nothing is lost: the next command does it. */
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

/** Removes the oldest undo folders. Those of kind `files` cannot be undone, so they go at once, unless they hold saves. */
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

/** Removes what is left of a commit that ended before its journal, or was taken back. */
export async function discardCommit(fs: FileSystem, places: Places, build: number): Promise<void> {
  await fs.remove(places.journalDraft);
  await removeTree(fs, join(places.undo, String(build)));
  await removeTree(fs, places.stage);
}

/** Sets the undo folder of a commit that was taken back aside under a name that is never trimmed, and returns its path. */
export async function keepDisplaced(fs: FileSystem, places: Places, journal: Journal): Promise<string> {
  const name = `${journal.build}-interrupted`;
  await fs.rename(join(places.undo, String(journal.build)), join(places.undo, name));
  await removeTree(fs, join(places.undo, name, 'away'));
  return `.dazzle/undo/${name}`;
}
