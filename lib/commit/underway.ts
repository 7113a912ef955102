import { dirname, join } from 'node:path';
import type { ReopenPaths } from '../plan/types.ts';
import type { FileStat, FileSystem } from './file-system.ts';
import { printLine, sha256 } from './journal.ts';
import type { Journal, JournalLine, JournalNotes, Step } from './journal.ts';
import type { Places } from './places.ts';
import { nameStep } from './stage.ts';

/** A commit whose journal is on the disk: from here it is finished or taken back, never forgotten. */
export interface Underway {
  readonly fs: FileSystem;
  readonly projectDir: string;
  readonly places: Places;
  readonly journal: Journal;
  readonly notes: JournalNotes;
  /** True on the first run; false in a recovery, where any step may have been done already. */
  readonly fresh: boolean;
  /** True while the commit is being taken back. */
  readonly back: boolean;
  /** Makes the baseline's files again with the old entries of the paths left open; undefined where the commit has no baseline. */
  readonly reopen: ReopenPaths | undefined;
}

/** What is at a path; the sha256 is null where that is no regular file. */
export interface Look extends FileStat {
  readonly hash: string | null;
}

/** Looks at what is at a path and hashes it; null where nothing is. */
export async function look(fs: FileSystem, path: string): Promise<Look | null> {
  const stat = await fs.stat(path);
  if (stat === null) return null;
  if (stat.kind !== 'file') return { ...stat, hash: null };
  const contents = await fs.read(path);
  return contents === null ? null : { ...stat, hash: sha256(contents) };
}

/** Claims that this is the file that the step replaces, as it was looked at before the commit. */
export function isBefore(step: Step, now: Look | null): boolean {
  return now !== null && now.hash !== null && now.hash === step.before && now.mode === step.beforeMode;
}

/** The sha256 that a file of the baseline gets instead of the planned one; undefined: the planned one holds. */
export function reopenedBook(
  { notes }: Underway,
  index: number,
): { readonly after: string | null } | undefined {
  const other = notes.settled?.books.find(([step]) => step === index);
  return other && { after: other[1] };
}

/** The sha256 of a step's file after the commit; of the baseline's files it may be another than planned. */
export function afterOf(underway: Underway, index: number): string | null {
  return (reopenedBook(underway, index) ?? underway.journal.steps[index]!).after;
}

/** Where a step's file is. */
export function targetOf({ projectDir, journal }: Underway, index: number): string {
  return join(projectDir, journal.steps[index]!.path);
}

/** Where a step's new contents are staged. */
export function stagedOf(underway: Underway, index: number): string {
  const { places, journal } = underway;
  const name = nameStep(index);
  const isReopened = reopenedBook(underway, index) !== undefined;
  return join(places.stage, String(journal.build), isReopened ? `${name}.open` : name);
}

/** The commit's folder in the undo area. */
export function undoOf({ places, journal }: Underway): string {
  return join(places.undo, String(journal.build));
}

/** Where a step's old file is moved to. */
export function movedOf(underway: Underway, index: number): string {
  return join(undoOf(underway), 'before', nameStep(index));
}

/** Where a step's old file is moved to when the undo area is on another device: beside its place. */
export function besideOf(underway: Underway, index: number): string {
  const target = targetOf(underway, index);
  return join(dirname(target), `.dazzle-${underway.journal.build}-${nameStep(index)}`);
}

/** Appends a line to the journal, waits until it is on the disk, and keeps it in `notes`. */
export async function note(underway: Underway, line: JournalLine): Promise<void> {
  const { places, back } = underway;
  await underway.fs.append(back ? places.journalBack : places.journal, printLine(line));
  if ('copying' in line) underway.notes.copying.add(line.copying);
  else underway.notes.settled = line.settled;
}
