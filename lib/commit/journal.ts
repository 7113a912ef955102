import { createHash } from 'node:crypto';
import type { MigrationsFact } from '../backend/facts.ts';

/** One file of a commit: what was there before, what is there after it. Hashes are sha256 in hex; null means no file. */
export interface Step {
  /** POSIX, relative to the project. */
  readonly path: string;
  /** A file of the baseline (bookkeeping), not one of the user's project. */
  readonly book: boolean;
  readonly before: string | null;
  readonly beforeMode: number | null;
  readonly after: string | null;
  /** Permission bits to set; null: those that the system gives a new file. */
  readonly mode: number | null;
  /** Where the new contents are in the undo folder's `after` file, from which an undo merges edits back; null: not kept. */
  readonly kept: readonly [offset: number, length: number] | null;
  /** Of the deletion in a rename: the index of the step that writes the new path. The old file goes only once that one is there. */
  readonly follows?: number;
}

/** What the lines added to a journal say of a commit under way. */
export interface JournalNotes {
  /** Steps whose file is being copied into place, on a disk without hard links: after a crash it may be cut short. */
  readonly copying: Set<number>;
  /** Set once every file of the project is either in place or left open; null before. */
  settled: Settled | null;
}

/** How the files of a commit ended. */
export interface Settled {
  /** Indexes of the steps that were not done, because somebody saved the file meanwhile. */
  readonly open: readonly number[];
  /** Steps of the baseline that come out otherwise than planned because of that, with their new sha256; null: no file. */
  readonly books: readonly (readonly [step: number, after: string | null])[];
}

/** A line that is appended to a journal while its commit runs. */
export type JournalLine = { readonly copying: number } | { readonly settled: Settled };

/** Where a built backend's migrations are, from its facts. */
export interface MigrationPlace extends MigrationsFact {
  /** POSIX path of the backend's folder, relative to the project. */
  readonly root: string;
}

/** What a commit does, written down before its first step; the undo area keeps it for `undo` and `redo`. */
export interface Journal {
  readonly format: 1;
  readonly build: number;
  readonly kind: 'build' | 'undo' | 'redo' | 'files';
  /** ISO time at which it began. */
  readonly started: string;
  /** Numbers of the builds that this one takes back. */
  readonly undoes: readonly number[];
  /** Folders that it makes, parents first; POSIX, relative to the project. */
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
  /** Where the migrations of the built backends are; absent for other kinds than a build. */
  readonly migrations?: readonly MigrationPlace[];
}

/** A journal as a file: a checksum, then JSON on one line, so that a half-written one is recognised. */
export function printJournal(journal: Journal): Uint8Array {
  const text = JSON.stringify(journal);
  return Buffer.from(`${sha256(text)}\n${text}\n`);
}

/** Reads a journal; null where there is none, it was half-written, or it is of another format. */
export function parseJournal(contents: Uint8Array | null): Journal | null {
  if (contents === null) return null;
  const [sum, text = ''] = Buffer.from(contents).toString('utf8').split('\n');
  if (sum !== sha256(text)) return null;
  const journal = JSON.parse(text) as Journal;
  return journal.format === 1 ? journal : null;
}

/** A line for a journal, with a checksum; it begins with a line end, so that a half-written line before it does no harm. */
export function printLine(line: JournalLine): Uint8Array {
  const text = JSON.stringify(line);
  return Buffer.from(`\n${sha256(text)} ${text}\n`);
}

/** Reads the lines that were appended to a journal; half-written ones are passed over. */
export function parseNotes(contents: Uint8Array | null): JournalNotes {
  const notes: JournalNotes = { copying: new Set(), settled: null };
  const lines = contents === null ? [] : Buffer.from(contents).toString('utf8').split('\n').slice(2);
  for (const line of lines) {
    const text = line.slice(65);
    if (text === '' || line.slice(0, 64) !== sha256(text)) continue;
    const value = JSON.parse(text) as JournalLine;
    if ('copying' in value) notes.copying.add(value.copying);
    else notes.settled = value.settled;
  }
  return notes;
}

/** The sha256 of contents, in hex. */
export function sha256(contents: Uint8Array | string): string {
  return createHash('sha256').update(contents).digest('hex');
}
