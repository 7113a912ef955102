import { join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileOperation, SettledPlan, UndoRequest } from '../plan/types.ts';
import { commitOperations } from './commit-operations.ts';
import type { CommitOptions } from './commit-operations.ts';
import { realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { findMigrations } from './find-migrations.ts';
import { hasFiles, readHistory } from './history.ts';
import type { FinishedCommit } from './history.ts';
import { sha256 } from './journal.ts';
import type { Step } from './journal.ts';
import { placesOf } from './places.ts';
import type { Receipt } from './receipt.ts';
import { nameStep } from './stage.ts';

/** How an undo or a redo is done: how far back, and how edits made since are merged. */
export interface UndoOptions extends Pick<CommitOptions, 'fs' | 'holder' | 'signal'> {
  /** Number of the earliest build to undo, or undo to redo, with all since; default: the last one alone. */
  readonly to?: number;
  /** Merges edits made since, and settles what does not merge: `planUndo` and `settlePlan` of `lib/plan`. */
  readonly settle: (request: UndoRequest) => Promise<SettledPlan>;
}

/** What an undo or a redo did. */
export interface UndoOutcome {
  /** Numbers of the builds undone or redone, the last one first. */
  readonly builds: readonly number[];
  readonly settled: SettledPlan;
  readonly receipt: Receipt;
  /** The migrations made since, and what the settling said (DZL442). */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Restores the tree and the baseline from before a build, in one step; edits made since are merged back. It is a commit
 * with a journal of its own, which `redoBuild` takes back.
 *
 * Throws DazzleError DZL440 where there is nothing to undo, DZL441 for an unknown number, DZL443 where the baseline
 * was changed by something else, ReplanNeeded where a file changes meanwhile, and what `settle` throws.
 */
export async function undoBuild(projectDir: string, options: UndoOptions): Promise<UndoOutcome> {
  const { fs = realFileSystem, to } = options;
  const { live } = await readHistory(projectDir, fs);
  const commits = chooseBuilds(live, to);
  const { settled, receipt } = await goBack(projectDir, commits, 'undo', options);
  const migrations = await findMigrations(fs, projectDir, commits, live);
  return {
    builds: commits.map((commit) => commit.build),
    settled,
    receipt,
    diagnostics: [...settled.diagnostics, ...receipt.diagnostics, ...migrations],
  };
}

/**
 * Takes the last undo back, or all since one of them, as `undoBuild` takes back a build.
 *
 * Throws DazzleError DZL439 where no undo can be redone, DZL441 for an unknown number, and as `undoBuild`.
 */
export async function redoBuild(projectDir: string, options: UndoOptions): Promise<UndoOutcome> {
  const { fs = realFileSystem, to } = options;
  const { redoable } = await readHistory(projectDir, fs);
  const commits = chooseUndos(redoable, to);
  const { settled, receipt } = await goBack(projectDir, commits, 'redo', options);
  return {
    builds: commits.flatMap((commit) => commit.undoes),
    settled,
    receipt,
    diagnostics: [...settled.diagnostics, ...receipt.diagnostics],
  };
}

async function goBack(
  projectDir: string,
  commits: readonly FinishedCommit[],
  kind: 'undo' | 'redo',
  options: UndoOptions,
): Promise<Pick<UndoOutcome, 'settled' | 'receipt'>> {
  const { fs = realFileSystem, settle } = options;
  const spans = joinSteps(projectDir, commits);
  const bookkeeping = await restoreBooks(
    fs,
    projectDir,
    spans.filter((span) => span.last.book),
    kind,
  );
  const files = await Promise.all(spans.filter((span) => !span.last.book).map((span) => readSpan(fs, span)));
  const settled = await settle({ projectDir, files, bookkeeping });
  const undoes = commits.map((commit) => commit.build);
  const receipt = await commitOperations(projectDir, settled.operations, settled.bookkeeping, {
    ...options,
    reopen: settled.reopen,
    kind,
    undoes,
  });
  return { settled, receipt };
}

/** What several builds together did to one path. */
interface Span {
  readonly path: string;
  readonly first: Step;
  /** Where the file from before the first build is kept. */
  readonly saved: string;
  /** Where that file is instead, if a program wrote into it while the build replaced it. */
  readonly late: string;
  readonly last: Step;
  /** The file in which the last build's contents are kept, among others. */
  readonly after: string;
}

function chooseBuilds(commits: readonly FinishedCommit[], to: number | undefined): FinishedCommit[] {
  return startingAt(
    commits,
    commits.filter(hasFiles),
    to,
    'build',
    diagnose('DZL440', {
      message: 'there is no build to undo',
      fix: 'dazzle undo --list shows the builds that can be undone',
    }),
  );
}

function chooseUndos(undos: readonly FinishedCommit[], to: number | undefined): FinishedCommit[] {
  return startingAt(
    undos,
    undos,
    to,
    'undo',
    diagnose('DZL439', {
      message: 'there is no undo to take back: none was made since the last build',
      fix: 'dazzle redo --list shows what can be redone',
    }),
  );
}

/** The commits from the given number on; `listed` are those that may be named, the last one by default. */
function startingAt(
  commits: readonly FinishedCommit[],
  listed: readonly FinishedCommit[],
  to: number | undefined,
  kind: 'build' | 'undo',
  none: Diagnostic,
): FinishedCommit[] {
  const [last] = listed;
  if (last === undefined) throw new DazzleError(none);
  const target = to ?? last.build;
  if (!listed.some((commit) => commit.build === target)) {
    throw new DazzleError(
      diagnose('DZL441', {
        message: `there is no ${kind} ${target} to go back to`,
        fix: `give one of: ${listed.map((commit) => commit.build).join(', ')}`,
      }),
    );
  }
  return commits.filter((commit) => commit.build >= target);
}

/** Joins what the commits did to each path; a step left open did nothing, so it is passed over. */
function joinSteps(projectDir: string, commits: readonly FinishedCommit[]): Span[] {
  const { undo } = placesOf(projectDir);
  const spans = new Map<string, Span>();
  for (const commit of commits) {
    const folder = join(undo, String(commit.build));
    const open = new Set(commit.notes.settled?.open);
    const others = new Map(commit.notes.settled?.books);
    for (const [index, planned] of commit.steps.entries()) {
      if (open.has(index)) continue;
      const other = others.get(index);
      const step = other === undefined ? planned : { ...planned, after: other };
      if (step.book && step.after === step.before) continue;
      const later = spans.get(step.path);
      spans.set(step.path, {
        path: step.path,
        first: step,
        saved: join(folder, 'before', nameStep(index)),
        late: join(folder, 'late', step.path),
        last: later?.last ?? step,
        after: later?.after ?? join(folder, 'after'),
      });
    }
  }
  return [...spans.values()];
}

async function readSpan(fs: FileSystem, span: Span): Promise<UndoRequest['files'][number]> {
  const { path, first, last } = span;
  const before =
    first.before === null ? null : { contents: await readSaved(fs, span), mode: first.beforeMode ?? 0o644 };
  if (last.after === null) return { path, before, after: null };
  const kept = last.kept === null ? null : await fs.read(span.after);
  const contents = kept === null ? null : kept.subarray(last.kept![0], last.kept![0] + last.kept![1]);
  const mode = last.mode ?? last.beforeMode ?? 0o644;
  return { path, before, after: { contents, sha256: last.after, mode } };
}

async function restoreBooks(
  fs: FileSystem,
  projectDir: string,
  spans: readonly Span[],
  kind: 'undo' | 'redo',
): Promise<FileOperation[]> {
  const operations: FileOperation[] = [];
  for (const span of spans) {
    const { path, first, last } = span;
    const now = await fs.read(join(projectDir, path));
    if ((now === null ? null : sha256(now)) !== last.after) {
      const [what, how] = kind === 'undo' ? ['build', 'undone'] : ['undo', 'redone'];
      throw new DazzleError(
        diagnose('DZL443', {
          message: `${path} has changed since the ${what} (by git, or by hand), so the ${what} cannot be ${how}`,
          fix: 'go back to the branch and commit on which you were, or use git to go back',
        }),
      );
    }
    const expect = last.after;
    if (first.before === null) operations.push({ kind: 'delete', path, expect });
    else operations.push({ kind: 'write', path, contents: await readSaved(fs, span), mode: 0o644, expect });
  }
  return operations;
}

async function readSaved(fs: FileSystem, { path, saved, late, first }: Span): Promise<Uint8Array> {
  const contents = await fs.read(saved);
  if (contents !== null && sha256(contents) === first.before) return contents;
  const written = contents === null ? await fs.read(late) : null;
  if (written !== null) return written;
  throw new DazzleError(
    diagnose('DZL444', {
      message: `the copy of ${path} from before the build is ${contents === null ? 'missing from' : 'damaged in'} .dazzle/undo`,
      fix: 'use git to go back',
    }),
  );
}
