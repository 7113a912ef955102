import { join } from 'node:path';

/** The absolute paths that commits use below `.dazzle`. */
export interface Places {
  readonly dazzle: string;
  readonly lock: string;
  /** The journal of a commit whose files are being put into place. */
  readonly journal: string;
  /** The journal of a commit that is being taken back. */
  readonly journalBack: string;
  /** A journal that is being written; it counts once it is renamed to `journal`. */
  readonly journalDraft: string;
  /** The folder of the new contents, before they are put into place. */
  readonly stage: string;
  /** Lists the files that the last commit replaced: a program that had one open may still write into it. */
  readonly watched: string;
  /** A numbered folder for each commit, with its journal and the files it replaced. */
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
