import { dirname, join } from 'node:path';
import type { ReopenPaths } from '../plan/types.ts';
import type { FileStat, FileSystem } from './file-system.ts';
import type { Places } from './places.ts';
import { printLine, sha256 } from './journal.ts';
import type { Journal, JournalLine, JournalNotes, Step } from './journal.ts';
import { nameStep } from './stage.ts';

/** A commit whose journal is written. */
export interface Underway {
  readonly fs: FileSystem;
  readonly projectDir: string;
  readonly places: Places;
  readonly journal: Journal;
  readonly notes: JournalNotes;
  /** Nothing has been moved yet: the first run, not a recovery. */
  readonly fresh: boolean;
  /** It is being taken back. */
  readonly back: boolean;
  /** Makes the baseline's files anew where paths stay open; absent where a commit has none. */
  readonly reopen: ReopenPaths | undefined;
}

/** What is at a path: its sha256 is null where it is no regular file. */
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

/** What a file of the baseline comes to instead of what was planned; undefined where that stands. */
export function reopenedBook(
  { notes }: Underway,
  index: number,
): { readonly after: string | null } | undefined {
  const other = notes.settled?.books.find(([step]) => step === index);
  return other && { after: other[1] };
}

/** The sha256 that a step comes to: the baseline's files may differ from what was planned. */
export function afterOf(underway: Underway, index: number): string | null {
  return (reopenedBook(underway, index) ?? underway.journal.steps[index]!).after;
}

/** Where a step's file is. */
export function targetOf({ projectDir, journal }: Underway, index: number): string {
  return join(projectDir, journal.steps[index]!.path);
}

/** Where a step's new contents wait. */
export function stagedOf(underway: Underway, index: number): string {
  const { places, journal } = underway;
  const name = nameStep(index);
  const isReopened = reopenedBook(underway, index) !== undefined;
  return join(places.stage, String(journal.build), isReopened ? `${name}.open` : name);
}

/** The folder in which a commit's undo copies are. */
export function undoOf({ places, journal }: Underway): string {
  return join(places.undo, String(journal.build));
}

/** Where a step's old file is moved to. */
export function movedOf(underway: Underway, index: number): string {
  return join(undoOf(underway), 'before', nameStep(index));
}

/** Where a step's old file is moved to when the undo area is on another device. */
export function besideOf(underway: Underway, index: number): string {
  const target = targetOf(underway, index);
  return join(dirname(target), `.dazzle-${underway.journal.build}-${nameStep(index)}`);
}

/** Adds a line to the journal, and waits until it is on the disk. */
export async function note(underway: Underway, line: JournalLine): Promise<void> {
  const { places, back } = underway;
  await underway.fs.append(back ? places.journalBack : places.journal, printLine(line));
  if ('copying' in line) underway.notes.copying.add(line.copying);
  else underway.notes.settled = line.settled;
}
