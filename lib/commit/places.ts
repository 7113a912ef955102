import { join } from 'node:path';

/** Where a commit keeps its things, as absolute paths below `.dazzle`. */
export interface Places {
  readonly dazzle: string;
  readonly lock: string;
  /** A commit whose files are being put into place. */
  readonly journal: string;
  /** A commit that is being taken back. */
  readonly journalBack: string;
  readonly journalDraft: string;
  readonly stage: string;
  /** The old files of the last commit, into which a program may still write. */
  readonly watched: string;
  readonly undo: string;
}

/** The places of a project. */
export function placesOf(projectDir: string): Places {
  const dazzle = join(projectDir, '.dazzle');
  return {
    dazzle,
    lock: join(dazzle, 'lock'),
    journal: join(dazzle, 'journal'),
    journalBack: join(dazzle, 'journal.back'),
    journalDraft: join(dazzle, 'journal.new'),
    stage: join(dazzle, 'stage'),
    watched: join(dazzle, 'watched'),
    undo: join(dazzle, 'undo'),
  };
}
