import { join } from 'node:path';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileOperation, SettledPlan, UndoRequest } from '../plan/types.ts';
import { commitOperations } from './commit-operations.ts';
import type { CommitOptions } from './commit-operations.ts';
import { findMigrations } from './find-migrations.ts';
import { realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { hasFiles, readRecords } from './list-builds.ts';
import { placesOf } from './places.ts';
import type { Receipt } from './receipt.ts';
import { sha256 } from './record.ts';
import type { CommitRecord, Step } from './record.ts';
import { nameStep } from './stage.ts';

export { listBuilds } from './list-builds.ts';
export type { BuildSummary } from './list-builds.ts';

/** How an undo is done. */
export interface UndoOptions extends Pick<CommitOptions, 'fs' | 'holder'> {
  /** Go back to before the build of this number; default: the last one. */
  readonly to?: number;
  /** Merges edits made since back, and settles what does not merge: `planUndo` and `settlePlan` of `lib/plan`. */
  readonly settle: (request: UndoRequest) => Promise<SettledPlan>;
}

/** What an undo did. */
export interface UndoOutcome {
  /** The builds taken back, the last one first. */
  readonly builds: readonly number[];
  readonly settled: SettledPlan;
  readonly receipt: Receipt;
  /** The migrations made since, and what the settling said (DZL442). */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Restores the tree and the baseline from before a build, in one step; edits made since are merged back.
 *
 * Throws DazzleError DZL440 where there is nothing to undo, DZL441 for an unknown number, DZL443 where the baseline
 * was changed by something else, ReplanNeeded where a file changes meanwhile, and what `settle` throws.
 */
export async function undoBuild(projectDir: string, options: UndoOptions): Promise<UndoOutcome> {
  const { fs = realFileSystem, to, settle } = options;
  const records = chooseRecords(await readRecords(projectDir, fs), to);
  const spans = joinSteps(projectDir, records);
  const bookkeeping = await restoreBooks(
    fs,
    projectDir,
    spans.filter((span) => span.last.book),
  );
  const files = await Promise.all(spans.filter((span) => !span.last.book).map((span) => readSpan(fs, span)));
  const settled = await settle({ projectDir, files, bookkeeping });
  const migrations = await findMigrations(fs, projectDir, records);
  const undoes = records.map((record) => record.build);
  const receipt = await commitOperations(projectDir, settled.operations, settled.bookkeeping, {
    ...options,
    kind: 'undo',
    undoes,
  });
  return { builds: undoes, settled, receipt, diagnostics: [...settled.diagnostics, ...migrations] };
}

/** What several builds together did to one path. */
interface Span {
  readonly path: string;
  readonly first: Step;
  /** Where the contents from before the first build are kept. */
  readonly saved: string;
  readonly last: Step;
  /** The file in which the last build's contents are kept, among others. */
  readonly after: string;
}

function chooseRecords(records: readonly CommitRecord[], to: number | undefined): CommitRecord[] {
  const listed = records.filter(hasFiles);
  const [last] = listed;
  if (last === undefined) {
    throw new DazzleError({
      code: 'DZL440',
      severity: 'error',
      message: 'there is no build to undo',
      fix: 'dazzle undo --list shows the builds that can be undone',
    });
  }
  const target = to ?? last.build;
  if (!listed.some((record) => record.build === target)) {
    throw new DazzleError({
      code: 'DZL441',
      severity: 'error',
      message: `there is no build ${target} to go back to`,
      fix: `give one of: ${listed.map((record) => record.build).join(', ')}`,
    });
  }
  return records.filter((record) => record.build >= target);
}

function joinSteps(projectDir: string, records: readonly CommitRecord[]): Span[] {
  const { undo } = placesOf(projectDir);
  const spans = new Map<string, Span>();
  for (const record of records) {
    const folder = join(undo, String(record.build));
    for (const [index, step] of record.steps.entries()) {
      const later = spans.get(step.path);
      const saved = join(folder, 'before', nameStep(index));
      spans.set(step.path, {
        path: step.path,
        first: step,
        saved,
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
): Promise<FileOperation[]> {
  const operations: FileOperation[] = [];
  for (const span of spans) {
    const { path, first, last } = span;
    const now = await fs.read(join(projectDir, path));
    if ((now === null ? null : sha256(now)) !== last.after) {
      throw new DazzleError({
        code: 'DZL443',
        severity: 'error',
        message: `${path} has changed since the build (by git, or by hand), so the build cannot be undone`,
        fix: 'go back to the branch and commit on which you built, or use git to go back',
      });
    }
    const expect = last.after;
    if (first.before === null) operations.push({ kind: 'delete', path, expect });
    else operations.push({ kind: 'write', path, contents: await readSaved(fs, span), mode: 0o644, expect });
  }
  return operations;
}

async function readSaved(fs: FileSystem, { path, saved, first }: Span): Promise<Uint8Array> {
  const contents = await fs.read(saved);
  if (contents !== null && sha256(contents) === first.before) return contents;
  throw new DazzleError({
    code: 'DZL444',
    severity: 'error',
    message: `the copy of ${path} from before the build is ${contents === null ? 'missing from' : 'damaged in'} .dazzle/undo`,
    fix: 'use git to go back',
  });
}
