import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isWritten } from './base-entry.ts';
import { specOf } from './baseline/spec-file.ts';
import { checkPaths } from './check-paths.ts';
import { covers } from './covers.ts';
import { decidePath } from './decide-path.ts';
import { MergeContexts } from './merge-contexts.ts';
import { sortChanges } from './plan-changes.ts';
import { readBaseline } from './read-baseline.ts';
import { readDisk } from './read-disk.ts';
import { renameNothing, sortBySpec } from './renaming.ts';
import type { Renaming } from './renaming.ts';
import type { BaseEntry, ChangeReason, NextFile, OpenConflict, PathOutcome, Plan } from './types.ts';

/** A conflict left for later. */
interface Unsettled {
  /** POSIX, relative to the project. */
  readonly path: string;
  readonly backend: string;
  readonly why: Extract<ChangeReason, 'edited' | 'foreign' | 'orphaned'>;
}

/** The conflicts that earlier builds left for later, sorted by path; nothing but the baseline is read. */
export async function listUnsettled(projectDir: string): Promise<Unsettled[]> {
  const { entries } = await readBaseline(projectDir);
  return [...entries.values()]
    .filter((entry) => entry.pending !== null)
    .map((entry) => ({ path: entry.path, backend: entry.backend, why: reasonOf(entry) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function reasonOf(entry: BaseEntry): Unsettled['why'] {
  if (entry.pending === 'gone') return 'orphaned';
  return isWritten(entry) ? 'edited' : 'foreign';
}

/** How conflicts that were left for later are planned. */
interface ResolveRequest {
  /** Only these files, or files below these folders; default: all. */
  readonly paths?: readonly string[];
  /** What was renamed between the shapes of two specs; default: nothing. */
  readonly findRenaming?: (former: unknown, now: unknown) => Renaming;
}

/**
 * Plans the conflicts that were left for later again, without a spec: the version that waits is the next one. What the user has
 * settled by hand in the meantime is settled.
 */
export async function planResolve(projectDir: string, request: ResolveRequest = {}): Promise<Plan> {
  const { paths = [], findRenaming = renameNothing } = request;
  const baseline = await readBaseline(projectDir);
  const isAsked = ({ path, pending }: BaseEntry): boolean =>
    pending !== null && (paths.length === 0 || paths.some((each) => covers(each, path)));
  const all = [...baseline.entries.values()];
  const asked = all.filter(isAsked);
  const diagnostics: Diagnostic[] = [...baseline.diagnostics];
  const disk = readDisk(
    projectDir,
    asked.map((entry) => entry.path),
    () => true,
  );
  const next = asked.flatMap((entry) => nextOf(entry) ?? []);
  const errors = checkPaths(next, disk, () => false);
  if (errors.length > 0) throw new DazzleError(errors);

  const outputDirs = [...new Set(asked.map(({ outputDir }) => outputDir))];
  const contexts = new Map(
    outputDirs.map((outputDir) => {
      const now = specOf(baseline, { path: outputDir, outputDir });
      const own = asked.filter((entry) => entry.outputDir === outputDir);
      const bySpec = sortBySpec(baseline, own, (former) => findRenaming(former, now));
      const files = { entries: all, next: all.flatMap(lastOf), pairs: new Map() };
      return [outputDir, new MergeContexts(bySpec, files, null, diagnostics)] as const;
    }),
  );
  const decided: PathOutcome[] = [];
  const conflicts: OpenConflict[] = [];
  for (const entry of asked) {
    const { path, backend, outputDir } = entry;
    const found = disk.get(path);
    const there = found?.kind === 'file' ? found : null;
    const state = { path, from: null, backend, outputDir, entry, lost: false, disk: there, restore: false };
    const merging = contexts.get(outputDir)!;
    const answer = await decidePath({ ...state, next: nextOf(entry) }, merging.of(entry));
    if ('conflict' in answer) conflicts.push(answer.conflict);
    else decided.push(answer.outcome);
  }
  for (const merging of contexts.values()) diagnostics.push(...merging.reportLeft());
  const behind = all.filter((entry) => specOf(baseline, entry) !== baseline.shape);
  return {
    projectDir,
    changes: sortChanges([...decided, ...conflicts].map((each) => each.change)),
    decided,
    conflicts,
    baseline,
    disk,
    untouched: all.filter((entry) => !isAsked(entry)),
    bookkeeping: null,
    shape: baseline.shape,
    basesBehind: new Map(behind.map((entry) => [entry.base, specOf(baseline, entry)])),
    version: baseline.version,
    diagnostics,
  };
}

/** The newest version that was made of a file. */
function lastOf(entry: BaseEntry): NextFile[] {
  const { path, mode, once, backend, identity, base } = entry;
  const waiting = nextOf(entry);
  if (waiting !== null) return [waiting];
  return base.contents === null ? [] : [{ path, contents: base.contents, mode, once, backend, identity }];
}

function nextOf(entry: BaseEntry): NextFile | null {
  const { path, pending, once, backend, identity } = entry;
  if (pending === null || pending === 'gone') return null;
  return { path, contents: pending.contents, mode: pending.mode, once, backend, identity };
}
