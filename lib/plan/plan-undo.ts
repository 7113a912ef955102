import { DazzleError } from '../diagnostics/diagnostic.ts';
import { checkPaths } from './check-paths.ts';
import { decidePath } from './decide-path.ts';
import { findClashes } from './find-clashes.ts';
import { sortChanges } from './plan-changes.ts';
import { readBaseline } from './read-baseline.ts';
import { readDisk } from './read-disk.ts';
import type { BaseEntry, Change, NextFile, OpenConflict, PathOutcome, Plan, UndoRequest } from './types.ts';

/**
 * Plans the way back to an earlier tree by the table of every build: what the last build wrote is the base, and what was
 * there before it is the next version, so that edits made since are kept.
 */
export async function planUndo(request: UndoRequest): Promise<Plan> {
  const { projectDir, files, bookkeeping } = request;
  const baseline = await readBaseline(projectDir);
  const disk = readDisk(
    projectDir,
    files.map((file) => file.path),
    () => true,
  );
  const next = files.flatMap(({ path, before }): NextFile[] =>
    before === null ? [] : [{ path, ...before, once: null, backend: '', identity: '' }],
  );
  const ours = [...baseline.entries.keys(), ...files.map((file) => file.path)];
  const errors = [...checkPaths(next, disk, () => false), ...findClashes(projectDir, next, disk, ours)];
  if (errors.length > 0) throw new DazzleError(errors);
  const nextByPath = new Map(next.map((file) => [file.path, file]));
  const decided: PathOutcome[] = [];
  const conflicts: OpenConflict[] = [];
  const diagnostics = [...baseline.diagnostics];
  for (const { path, after } of files) {
    const found = disk.get(path);
    const entry: BaseEntry | null = after && {
      path,
      backend: '',
      outputDir: '',
      identity: '',
      mode: after.mode,
      once: null,
      base: after,
      pending: null,
      keepsMarkers: true,
    };
    const answer = await decidePath(
      {
        path,
        from: null,
        backend: baseline.entries.get(path)?.backend ?? '',
        outputDir: '',
        entry,
        lost: false,
        disk: found?.kind === 'file' ? found : null,
        next: nextByPath.get(path) ?? null,
        restore: false,
      },
      { renames: [], formats: null, diagnostics },
    );
    const secret = baseline.entries.get(path)?.once === 'secret';
    if ('conflict' in answer)
      conflicts.push({ ...answer.conflict, change: hide(answer.conflict.change, secret) });
    else decided.push({ ...answer.outcome, change: hide(answer.outcome.change, secret) });
  }
  return {
    projectDir,
    changes: sortChanges([...decided, ...conflicts].map((each) => each.change)),
    decided,
    conflicts,
    baseline,
    disk,
    untouched: [],
    bookkeeping,
    shape: null,
    basesBehind: new Map(),
    version: null,
    diagnostics: diagnostics.filter(({ code }) => code !== 'DZL425'),
  };
}

/** A secret's bytes are not shown. */
function hide(change: Change, secret: boolean): Change {
  return secret ? { ...change, base: null, disk: null, next: null, after: null, secret } : change;
}
