import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isWritten } from './base-entry.ts';
import { checkPaths } from './check-paths.ts';
import { decidePath } from './decide-path.ts';
import type { PathState } from './decide-path.ts';
import { decideRivals } from './decide-rivals.ts';
import { findClashes } from './find-clashes.ts';
import type { GoneNames } from './gone-names.ts';
import { leaveIgnored } from './leave-ignored.ts';
import { MergeContexts } from './merge-contexts.ts';
import type { MergeFormats } from './merge-file.ts';
import { isRestored, refuseEdited } from './owned-files.ts';
import { readBaseline } from './read-baseline.ts';
import { readDisk } from './read-disk.ts';
import type { DiskFile } from './read-disk.ts';
import { readIgnore } from './read-ignore.ts';
import { listBehind, pairFiles, renameNothing, sortBySpec } from './renaming.ts';
import type { FindRenaming } from './renaming.ts';
import { reportLeft, reportMissingBaseline, reportRestore, reportUnknown } from './report-plan.ts';
import type {
  BaseEntry,
  Baseline,
  Change,
  NextFile,
  OpenConflict,
  Output,
  PathOutcome,
  Plan,
} from './types.ts';

/** What a plan is made from. */
export interface PlanRequest {
  /** Absolute. */
  readonly projectDir: string;
  /** Every file of every backend that runs in this build. */
  readonly next: readonly NextFile[];
  /** The backends that run in this build. */
  readonly outputs: readonly Output[];
  /** Every backend of the project's stack, run or not; default: `outputs`. Others have left the stack. */
  readonly stack?: readonly Output[];
  /** What this build renames; default: nothing. */
  readonly findRenaming?: FindRenaming;
  /** What the spec has no more; null where it has all that it had. */
  readonly gone?: GoneNames | null;
  /** Paths or folders the user deleted and wants back. */
  readonly restore?: readonly string[];
  /** Removes the files of backends that have left the stack. */
  readonly prune?: boolean;
  /** Default: only what dazzle knows by itself. */
  readonly formats?: MergeFormats;
  /** The spec's shape, kept for the next build. */
  readonly shape?: unknown;
  /** The version of dazzle. */
  readonly version?: string;
  /** Already read; default: read now. */
  readonly baseline?: Baseline;
}

/**
 * Compares the finished tree with the baseline and the disk, and decides every path; conflicts stay open.
 *
 * Throws DazzleError (DZL376, DZL401, DZL403 to DZL406, DZL424) where something is in the way; nothing is written in any case.
 */
export async function planChanges(request: PlanRequest): Promise<Plan> {
  const { projectDir, next, outputs, stack = outputs, restore = [], prune = false } = request;
  const { findRenaming = renameNothing } = request;
  const baseline = request.baseline ?? (await readBaseline(projectDir));
  const isIgnored = await readIgnore(projectDir);
  const diagnostics: Diagnostic[] = [...baseline.diagnostics];

  const runs = new Set(outputs.map(nameOutput));
  const stays = new Set([...runs, ...stack.map(nameOutput)]);
  const scoped: BaseEntry[] = [];
  const untouched: BaseEntry[] = [];
  const left: BaseEntry[] = [];
  for (const entry of baseline.entries.values()) {
    const isLeft = !stays.has(nameOutput(entry));
    if (isLeft && !prune) left.push(entry);
    if (runs.has(nameOutput(entry)) || (isLeft && prune)) scoped.push(entry);
    else untouched.push(entry);
  }
  diagnostics.push(...reportLeft(left, [...outputs, ...stack]));

  const nextByPath = new Map(next.map((file) => [file.path, file]));
  const entries = new Map(scoped.map((entry) => [entry.path, entry]));
  const bySpec = sortBySpec(baseline, scoped, findRenaming);
  const { pairs, diagnostics: anew } = leaveIgnored(pairFiles(bySpec, next), isIgnored, (path) =>
    entries.has(path),
  );
  diagnostics.push(...anew);
  const paths = [...new Set([...nextByPath.keys(), ...entries.keys()])];
  const watched = paths.filter((path) => !isIgnored(path));
  const disk = readDisk(projectDir, watched, (path) => isWanted(nextByPath.get(path), entries.get(path)));
  // A file that the user deleted, perhaps to spell it otherwise, is not created.
  const created = next.filter(
    ({ path }) => !isIgnored(path) && (isRestored(restore, path) || !baseline.entries.has(path)),
  );
  const errors = [
    ...checkPaths(next, disk, isIgnored),
    ...findClashes(projectDir, created, disk, baseline.entries.keys()),
    ...next
      .filter(({ path }) => !isIgnored(path) && !isRestored(restore, path))
      .flatMap((file) => refuseEdited(file, entries.get(file.path), asFile(disk.get(file.path))?.contents)),
  ];
  if (errors.length > 0) throw new DazzleError(errors);

  const moving = movePairs(pairs, disk);
  const gone = new Set([...moving.values()].map((move) => move.entry.path));
  const decided: PathOutcome[] = [];
  const conflicts: OpenConflict[] = [];
  const merging = new MergeContexts(
    bySpec,
    { entries: scoped, next, pairs },
    request.formats ?? null,
    diagnostics,
  );
  const folderOf = new Map(outputs.map((output) => [output.backend, output.outputDir]));
  for (const path of paths) {
    const file = nextByPath.get(path) ?? null;
    const move = moving.get(path);
    if (file === null && gone.has(path)) continue;
    const entry = move?.entry ?? (gone.has(path) ? null : (entries.get(path) ?? null));
    const backend = file?.backend ?? entry!.backend;
    if (isIgnored(path)) {
      decided.push(leaveAlone(path, backend, entries.get(path) ?? null));
      continue;
    }
    const state: PathState = {
      path,
      from: move?.from ?? null,
      backend,
      outputDir: file === null ? entry!.outputDir : (folderOf.get(backend) ?? ''),
      entry,
      lost: baseline.lost.has(path),
      disk: gone.has(path) && move === undefined ? null : asFile(disk.get(move?.from ?? path)),
      next: file,
      restore: isRestored(restore, path),
    };
    const context = merging.of(entry);
    const decision = state.entry?.rival ? decideRivals(state, context) : decidePath(state, context);
    const answer = decision instanceof Promise ? await decision : decision;
    if ('conflict' in answer) conflicts.push(answer.conflict);
    else if (!(answer.outcome.change.why === 'deleted' && file === null)) decided.push(answer.outcome);
  }

  const unknown = reportUnknown(restore, paths);
  if (unknown.length > 0) throw new DazzleError(unknown);
  const changes = sortChanges([...decided, ...conflicts].map((each) => each.change));
  diagnostics.push(...merging.reportLeft());
  diagnostics.push(...reportRestore(restore, changes), ...reportMissingBaseline(baseline, changes));
  const { shape = baseline.shape, version = baseline.version } = request;
  const bookkeeping = null;
  return {
    projectDir,
    changes,
    decided,
    conflicts,
    baseline,
    disk,
    untouched,
    bookkeeping,
    shape,
    basesBehind: listBehind([...bySpec, ...sortBySpec(baseline, untouched, findRenaming)]),
    version,
    gone: request.gone ?? null,
    diagnostics,
  };
}

/** Sorts changes by path. */
export function sortChanges(changes: readonly Change[]): Change[] {
  return [...changes].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

function nameOutput(output: Output): string {
  return `${output.backend}\n${output.outputDir}`;
}

/** A secret is never read. */
function isWanted(next: NextFile | undefined, entry: BaseEntry | undefined): boolean {
  return (next === undefined ? entry?.once : next.once) !== 'secret';
}

/** Where a renamed file is taken from: its old path, or null where the user has moved it already. */
function movePairs(
  pairs: ReadonlyMap<string, BaseEntry>,
  disk: ReadonlyMap<string, DiskFile>,
): Map<string, { readonly entry: BaseEntry; readonly from: string | null }> {
  const leaving = new Set([...pairs.values()].map((entry) => entry.path));
  const moving = new Map<string, { entry: BaseEntry; from: string | null }>();
  for (const [path, entry] of pairs) {
    const there = disk.has(path) && !leaving.has(path);
    const old = disk.get(entry.path)?.kind === 'file';
    if (!there || !old) moving.set(path, { entry, from: old && !there ? entry.path : null });
  }
  return moving;
}

function asFile(found: DiskFile | undefined): PathState['disk'] {
  return found?.kind === 'file' ? found : null;
}

function leaveAlone(path: string, backend: string, entry: BaseEntry | null): PathOutcome {
  const change: Change = {
    path,
    kind: 'kept',
    why: 'ignored',
    backend,
    base: null,
    disk: null,
    next: null,
    binary: false,
    secret: entry?.once === 'secret',
  };
  const kept = entry !== null && isWritten(entry) ? { ...entry, pending: null } : null;
  return { change, result: undefined, entry: kept, unsettled: false };
}
