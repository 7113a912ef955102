import { createHash } from 'node:crypto';

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
  /** Where the new contents lie in the record's `after` file, for merging edits back when undoing. */
  readonly kept: readonly [offset: number, length: number] | null;
}

/** A commit as its journal tells it, and as the undo area remembers it. */
export interface CommitRecord {
  readonly format: 1;
  readonly build: number;
  readonly kind: 'build' | 'undo' | 'files';
  /** ISO time at which it began. */
  readonly started: string;
  /** Builds that this one took back. */
  readonly undoes: readonly number[];
  /** Folders that it makes, parents first; POSIX, relative to the project. */
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
}

/** A record as a file: its checksum on the first line, so that a torn one is known. */
export function printRecord(record: CommitRecord): Uint8Array {
  const text = JSON.stringify(record);
  return Buffer.from(`${sha256(text)}\n${text}\n`);
}

/** Reads a record; null where it is torn or of another version. */
export function parseRecord(contents: Uint8Array | null): CommitRecord | null {
  if (contents === null) return null;
  const [sum, text = ''] = Buffer.from(contents).toString('utf8').split('\n');
  if (sum !== sha256(text)) return null;
  const record = JSON.parse(text) as CommitRecord;
  return record.format === 1 ? record : null;
}

/** The sha256 of contents, in hex. */
export function sha256(contents: Uint8Array | string): string {
  return createHash('sha256').update(contents).digest('hex');
}
