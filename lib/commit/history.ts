import { join } from 'node:path';
import { realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { parseJournal, parseNotes } from './journal.ts';
import type { Journal, JournalNotes } from './journal.ts';
import { placesOf } from './places.ts';

/** What a finished commit's journal is called in its undo folder, by kind. */
export const journalNames: Readonly<Record<Journal['kind'], string>> = {
  build: 'build',
  undo: 'undo',
  redo: 'redo',
  files: 'files',
};

/** What version 0.1.0 called the journal of a build that was taken back. */
const undoneName = 'undone';

/** Every name that a finished commit's journal may have. */
export const finishedNames: ReadonlySet<string> = new Set([...Object.values(journalNames), undoneName]);

/** A finished commit, with the lines that were appended to its journal. */
export interface FinishedCommit extends Journal {
  readonly notes: JournalNotes;
}

/** The finished commits of a project that still matter. */
export interface History {
  /** Builds that can be undone, the last one first. */
  readonly live: readonly FinishedCommit[];
  /** Undos that can be redone, the last one first; a build since ends them. */
  readonly redoable: readonly FinishedCommit[];
  /** The last commit of any kind; null where there is none. */
  readonly last: FinishedCommit | null;
}

/** A build that can be undone. */
export interface BuildSummary {
  readonly build: number;
  /** ISO time at which it was committed. */
  readonly started: string;
  /** How many files it created, replaced and deleted. */
  readonly created: number;
  readonly replaced: number;
  readonly deleted: number;
}

/** An undo that can be redone. */
export interface UndoSummary extends BuildSummary {
  /** The builds that it took back, the last one first. */
  readonly undoes: readonly number[];
}

/** The builds that can be undone, the last one first. One that only changed the baseline is not listed: it is undone with the one before. */
export async function listBuilds(
  projectDir: string,
  options: { readonly fs?: FileSystem } = {},
): Promise<BuildSummary[]> {
  const { live } = await readHistory(projectDir, options.fs ?? realFileSystem);
  return live.filter(hasFiles).map(summarise);
}

/** The undos that can be redone, the last one first. */
export async function listUndos(
  projectDir: string,
  options: { readonly fs?: FileSystem } = {},
): Promise<UndoSummary[]> {
  const { redoable } = await readHistory(projectDir, options.fs ?? realFileSystem);
  return redoable.map((commit) => ({ ...summarise(commit), undoes: commit.undoes }));
}

function summarise({ build, started, steps }: Journal): BuildSummary {
  const files = steps.filter((step) => !step.book);
  const deleted = files.filter((step) => step.after === null).length;
  const created = files.filter((step) => step.before === null).length;
  return { build, started, created, replaced: files.length - created - deleted, deleted };
}

/** Claims that a commit changed files of the project, not the baseline alone. */
export function hasFiles({ steps }: Journal): boolean {
  return steps.some((step) => !step.book);
}

/** Reads what can be undone and redone, by going through the finished commits in order. */
export async function readHistory(projectDir: string, fs: FileSystem): Promise<History> {
  const { undo } = placesOf(projectDir);
  const names = ((await fs.list(undo)) ?? []).filter((name) => /^\d+$/.test(name));
  const commits: FinishedCommit[] = [];
  for (const name of names) {
    for (const finished of (await fs.list(join(undo, name))) ?? []) {
      if (!finishedNames.has(finished)) continue;
      const contents = await fs.read(join(undo, name, finished));
      const commit = parseJournal(contents);
      if (commit !== null) commits.push({ ...commit, notes: parseNotes(contents) });
    }
  }
  commits.sort((one, other) => one.build - other.build);
  let live: FinishedCommit[] = [];
  let redoable: FinishedCommit[] = [];
  for (const commit of commits) {
    if (commit.kind === 'build') {
      live.push(commit);
      redoable = [];
    } else if (commit.kind === 'undo') {
      live = live.filter(({ build }) => !commit.undoes.includes(build));
      redoable.push(commit);
    } else if (commit.kind === 'redo') {
      const undone = redoable
        .filter(({ build }) => commit.undoes.includes(build))
        .flatMap(({ undoes }) => undoes);
      redoable = redoable.filter(({ build }) => !commit.undoes.includes(build));
      live = commits.filter(
        (each) => live.includes(each) || (each.kind === 'build' && undone.includes(each.build)),
      );
    }
  }
  return { live: live.reverse(), redoable: redoable.reverse(), last: commits.at(-1) ?? null };
}
