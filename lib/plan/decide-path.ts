import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { baseIs, entryFor, freshEntry, isWritten, mergeMode, sameBytes } from './base-entry.ts';
import { unknownBase } from './baseline/pack-format.ts';
import { isText } from './baseline/pack-text.ts';
import { decideChange } from './decide-change.ts';
import type { Decision } from './decide-change.ts';
import { followKept } from './follow-kept.ts';
import type { Following } from './follow-kept.ts';
import type { SpecRename } from './follow/index.ts';
import { readStyle } from './lines/text-style.ts';
import { hasMarkers, mergeFile, textOf, warnOfMarkers } from './merge-file.ts';
import type { MergeFormats } from './merge-file.ts';
import { joinRegions, readMarked } from './merge/index.ts';
import type { MergeOutcome } from './merge/index.ts';
import { inStyleOfDisk } from './owned-files.ts';
import type {
  Base,
  BaseEntry,
  Change,
  ChangeKind,
  ChangeReason,
  NextFile,
  OpenConflict,
  PathOutcome,
} from './types.ts';

/** All that is known of one path before it is decided. */
export interface PathState {
  readonly path: string;
  /** The old path of a file that a rename moves. */
  readonly from: string | null;
  readonly backend: string;
  readonly outputDir: string;
  readonly entry: BaseEntry | null;
  /** dazzle wrote it once, but its entry is damaged. */
  readonly lost: boolean;
  readonly disk: { readonly contents: Uint8Array | null; readonly mode: number } | null;
  readonly next: NextFile | null;
  /** Asked for with `--restore`. */
  readonly restore: boolean;
}

/** How paths are merged in this build. */
export interface MergeContext {
  readonly renames: readonly SpecRename[];
  readonly formats: MergeFormats | null;
  readonly diagnostics: Diagnostic[];
  /** Where this build renames anything. */
  readonly following?: Following;
}

/** An outcome, or a conflict that a person or a policy has to settle. */
export type Decided = { readonly outcome: PathOutcome } | { readonly conflict: OpenConflict };

/** Decides one path; a promise only where both sides changed and are to be merged. */
export function decidePath(state: PathState, context: MergeContext): Decided | Promise<Decided> {
  const { entry, disk, next } = state;
  const base = entry !== null && isWritten(entry);
  const bytes = disk?.contents ?? null;
  const spelled = next === null ? null : inStyleOfDisk(next, bytes);
  const diskIsNext = bytes !== null && spelled !== null && sameBytes(bytes, spelled.contents);
  const absorbs = Boolean(next?.absorbs);
  const decision = decideChange({
    base: absorbs ? disk !== null : base || state.lost,
    disk: disk !== null,
    next: next !== null,
    once: next === null ? (entry?.once ?? null) : next.once,
    diskIsNext,
    diskIsBase: absorbs || (!diskIsNext && base && bytes !== null && baseIs(entry.base, bytes)),
    baseIsNext: !diskIsNext && base && next !== null && baseIs(entry.base, next.contents),
  });
  if (next === null) return decideGone(state, decision);
  return decideNext(state, next, decision, context);
}

function decideGone(state: PathState, decision: Decision): Decided {
  if (decision.kind === 'delete') return settled(state, 'delete', undefined, null, null);
  if (decision.kind === 'conflict') return open(state, 'orphaned', null);
  const why = decision.kind === 'kept' ? 'once' : 'deleted';
  return settled(state, 'kept', why, undefined, null);
}

function decideNext(
  state: PathState,
  next: NextFile,
  decision: Decision,
  context: MergeContext,
): Decided | Promise<Decided> {
  const { entry, disk } = state;
  const fresh = freshEntry(entry, next, state.outputDir);
  const mode = disk === null ? next.mode : mergeMode(entry?.mode ?? null, disk.mode, next.mode);
  const created = { contents: next.contents, mode: next.mode };
  switch (decision.kind) {
    case 'create':
      return settled(state, 'create', undefined, created, fresh);
    case 'update':
      return settled(
        state,
        'update',
        undefined,
        { contents: inStyleOfDisk(next, disk?.contents).contents, mode },
        fresh,
      );
    case 'identical':
      return keepBytes(state, 'identical', undefined, mode, fresh);
    case 'three-way':
      return decideEdited(state, next, mode, context);
    case 'conflict':
      return decideForeign(state, next, mode, context);
    default:
  }
  const why = decision.kind === 'kept' ? decision.why : undefined;
  if (why === 'deleted') {
    if (state.restore) return settled(state, 'create', 'deleted', created, fresh);
    reportDeleted(state, next, context.diagnostics);
    return settled(state, 'kept', 'deleted', undefined, fresh);
  }
  if (why === 'once') {
    const kept =
      entry?.once === next.once ? { ...entry, ...identityOf(next) } : { ...fresh, base: unknownBase };
    return keepBytes(state, 'kept', 'once', disk!.mode, kept);
  }
  if (isUnsettledText(disk!.contents!, entry!)) {
    context.diagnostics.push(warnOfMarkers(state.path));
    return open(state, 'pending', readMarked(textOf(disk!.contents!)));
  }
  const unchanged = { ...fresh, keepsMarkers: entry!.keepsMarkers };
  const kept = keepBytes(state, 'kept', why, mode, unchanged);
  const following = followKept(state, context.renames, context.following);
  if (following === null) return kept;
  return following.then((contents) =>
    contents === null ? kept : settled(state, 'merge', undefined, { contents, mode }, unchanged),
  );
}

function identityOf(next: NextFile): Pick<BaseEntry, 'path' | 'identity' | 'mode'> {
  return { path: next.path, identity: next.identity, mode: next.mode };
}

function decideForeign(state: PathState, next: NextFile, mode: number, context: MergeContext): Decided {
  const { contents } = state.disk!;
  if (contents !== null && isText(contents) && isText(next.contents)) {
    const [mine, now] = [contents, next.contents].map((bytes) => readStyle(textOf(bytes)).text) as [
      string,
      string,
    ];
    if (mine.replace(/\n$/, '') === now.replace(/\n$/, '')) {
      return keepBytes(state, 'kept', 'edited', mode, entryFor(next, state.outputDir));
    }
    if (hasMarkers(mine)) context.diagnostics.push(warnOfMarkers(state.path));
  }
  return open(state, 'foreign', null);
}

async function decideEdited(
  state: PathState,
  next: NextFile,
  mode: number,
  context: MergeContext,
): Promise<Decided> {
  const { entry, disk } = state;
  if (entry === null || isUnknown(entry.base)) return decideForeign(state, next, mode, context);
  const sides = {
    path: state.path,
    base: entry.base.contents,
    mine: disk!.contents!,
    next: next.contents,
    keepsMarkers: entry.keepsMarkers,
  };
  const { renames, formats, following } = context;
  const merged = await mergeFile(sides, renames, formats, following?.names(entry));
  if (merged.merge === null) {
    context.diagnostics.push(merged.diagnostic);
    if (merged.why === 'binary') return open(state, 'edited', null);
    return open(state, 'pending', readMarked(textOf(disk!.contents!)));
  }
  const text = joinRegions(merged.merge, 'mine');
  following?.left.note(state.path, merged.merge, text, textOf(next.contents));
  if (merged.merge.conflicts > 0) return open(state, 'edited', merged.merge);
  const contents = Buffer.from(text, 'utf8');
  const fresh = entryFor(next, state.outputDir);
  if (sameBytes(contents, disk!.contents!)) return keepBytes(state, 'kept', 'edited', mode, fresh);
  return settled(state, 'merge', undefined, { contents, mode }, fresh);
}

/** Leaves the bytes as they are; a rename moves them, and a changed mode is still applied. */
function keepBytes(
  state: PathState,
  kind: ChangeKind,
  why: ChangeReason | undefined,
  mode: number,
  entry: BaseEntry,
): Decided {
  const { disk } = state;
  if (state.from === null && (disk === null || disk.mode === mode))
    return settled(state, kind, why, undefined, entry);
  if (!disk?.contents) return settled(state, kind, why, undefined, entry);
  const result = { contents: disk.contents, mode };
  return settled(state, 'update', 'mode', result, entry);
}

function settled(
  state: PathState,
  kind: ChangeKind,
  why: ChangeReason | undefined,
  result: PathOutcome['result'],
  entry: BaseEntry | null,
): Decided {
  const moved = state.from !== null && Boolean(result);
  const after = result === undefined ? (state.disk?.contents ?? null) : (result?.contents ?? null);
  const change = moved
    ? describeChange(state, 'rename', kind === 'merge' ? 'edited' : undefined, after)
    : describeChange(state, kind, why, after);
  return { outcome: { change, result, entry, unsettled: false } };
}

function open(state: PathState, why: ChangeReason, merge: MergeOutcome | null): Decided {
  const { entry, next, disk, outputDir } = state;
  const isMerged = merge !== null && why !== 'pending';
  const after = isMerged ? Buffer.from(joinRegions(merge, 'mine'), 'utf8') : (disk?.contents ?? null);
  const change = {
    ...describeChange(state, 'conflict', why, after),
    ...(merge === null ? {} : { merge }),
    hunks: merge?.conflicts ?? 1,
  };
  return { conflict: { change, merge, entry, diskMode: disk?.mode ?? 0o644, next, outputDir } };
}

function describeChange(
  state: PathState,
  kind: ChangeKind,
  why: ChangeReason | undefined,
  after: Uint8Array | null,
): Change {
  const { entry, disk, next } = state;
  const secret = (next === null ? entry?.once : next.once) === 'secret';
  const sides = kind === 'identical' ? [] : [entry?.base.contents, disk?.contents, next?.contents];
  return {
    path: state.path,
    kind,
    ...(why === undefined ? {} : { why }),
    ...(state.from === null ? {} : { from: state.from }),
    backend: state.backend,
    base: secret ? null : (entry?.base.contents ?? null),
    disk: secret ? null : (disk?.contents ?? null),
    next: secret ? null : (next?.contents ?? null),
    after: secret ? null : after,
    binary: sides.some((side) => side && !isText(side)),
    secret,
  };
}

function reportDeleted(state: PathState, next: NextFile, diagnostics: Diagnostic[]): void {
  const { entry } = state;
  if (entry === null || entry.once !== null || baseIs(entry.base, next.contents)) return;
  diagnostics.push(
    diagnose('DZL425', {
      message: `you deleted ${state.path}, and what it would hold has changed; it stays deleted`,
      fix: `bring it back with dazzle build --restore ${state.path}, if you want it`,
    }),
  );
}

function isUnknown({ contents, sha256 }: Base): boolean {
  return contents === null && sha256 === null;
}

function isUnsettledText(contents: Uint8Array, entry: BaseEntry): boolean {
  if (entry.keepsMarkers || !contents.includes(0x3c) || !isText(contents)) return false;
  const { base } = entry;
  return hasMarkers(textOf(contents)) && (base.contents === null || !hasMarkers(textOf(base.contents)));
}
