import { createHash } from 'node:crypto';
import type { MigrationsFact } from '../backend/facts.ts';

/** One file of a commit: what was there, what comes there. Hashes are sha256 in hex; null means that no file is there. */
export interface Step {
  /** POSIX, relative to the project. */
  readonly path: string;
  /** A file of the baseline. */
  readonly book: boolean;
  readonly before: string | null;
  readonly beforeMode: number | null;
  readonly after: string | null;
  /** Permission bits to set; null leaves what the system gives a new file. */
  readonly mode: number | null;
  /** Where the new contents lie in the journal's `after` file, for merging edits back when undoing. */
  readonly kept: readonly [offset: number, length: number] | null;
  /** Of a deletion: the step whose file this one becomes; the old file goes only where that one has come. */
  readonly follows?: number;
}

/** What a journal says of a commit under way. */
export interface JournalNotes {
  /** Steps whose file was begun to be copied into place, where the disk has no hard links. */
  readonly copying: Set<number>;
  /** Set once every file is in place or left open: those left open, and the baseline's files that differ for it. */
  settled: Settled | null;
}

/** How the files of a commit ended. */
export interface Settled {
  /** Steps that somebody's save has kept from being done. */
  readonly open: readonly number[];
  /** Steps of the baseline and the sha256 that they come to instead; null: no file. */
  readonly books: readonly (readonly [step: number, after: string | null])[];
}

/** A line that is added to a journal. */
export type JournalLine = { readonly copying: number } | { readonly settled: Settled };

/** Where migrations are, as the facts of a built backend say. */
export interface MigrationPlace extends MigrationsFact {
  /** POSIX path of the backend's folder, relative to the project. */
  readonly root: string;
}

/** A commit as its journal tells it, and as the undo area remembers it. */
export interface Journal {
  readonly format: 1;
  readonly build: number;
  readonly kind: 'build' | 'undo' | 'redo' | 'files';
  /** ISO time at which it began. */
  readonly started: string;
  /** Builds that this one took back. */
  readonly undoes: readonly number[];
  /** Folders that it makes, parents first; POSIX, relative to the project. */
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
  /** Where the migrations are of the backends that a build made. */
  readonly migrations?: readonly MigrationPlace[];
}

/** A journal as a file: its checksum on the first line, so that a torn one is known. */
export function printJournal(journal: Journal): Uint8Array {
  const text = JSON.stringify(journal);
  return Buffer.from(`${sha256(text)}\n${text}\n`);
}

/** Reads a journal; null where it is torn or of another version. */
export function parseJournal(contents: Uint8Array | null): Journal | null {
  if (contents === null) return null;
  const [sum, text = ''] = Buffer.from(contents).toString('utf8').split('\n');
  if (sum !== sha256(text)) return null;
  const journal = JSON.parse(text) as Journal;
  return journal.format === 1 ? journal : null;
}

/** A line of a journal, with a checksum; it begins with a line end, so that a torn one before it spoils nothing. */
export function printLine(line: JournalLine): Uint8Array {
  const text = JSON.stringify(line);
  return Buffer.from(`\n${sha256(text)} ${text}\n`);
}

/** Reads the lines that were added to a journal; torn ones never were. */
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
