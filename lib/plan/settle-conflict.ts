import { entryFor, mergeMode, sameBytes } from './base-entry.ts';
import { unknownBase } from './baseline/pack-format.ts';
import { isText } from './baseline/pack-text.ts';
import { hasMarkers, textOf } from './merge-file.ts';
import {
  type ConflictChoice,
  joinBase,
  joinMarkers,
  joinRegions,
  markHunk,
  mergeTwoWay,
} from './merge/index.ts';
import type { MergeOutcome } from './merge/index.ts';
import type { BaseEntry, Change, OpenConflict, PathOutcome, Settlement } from './types.ts';

/** Settles one conflict: what the path holds afterwards, and what the baseline says of it. */
export function settleConflict(conflict: OpenConflict, settlement: Settlement): PathOutcome {
  switch (settlement.kind) {
    case 'keep':
      return keepMine(conflict);
    case 'take':
      return takeNext(conflict);
    case 'markers':
      return writeMarkers(conflict);
    case 'later':
      return leaveForLater(conflict);
    case 'ignore':
      return settle(
        conflict,
        'kept',
        undefined,
        conflict.entry && { ...conflict.entry, pending: null },
        'ignored',
      );
    case 'merged':
      return writeMerged(conflict, settlement.text);
    case 'partly':
      return settleSome(conflict, settlement.choices);
  }
}

/** Keeps the user's lines in the conflicting places, with everything else merged; the base becomes the next version. */
function keepMine(conflict: OpenConflict): PathOutcome {
  const { next, merge, change } = conflict;
  if (next === null) return settle(conflict, 'kept', undefined, null);
  const entry = { ...entryOf(conflict), keepsMarkers: merge === null && holdsMarkers(change.disk) };
  if (merge === null) return settle(conflict, 'kept', mine(conflict), entry);
  const contents = encode(joinRegions(merge, 'mine'));
  return settle(
    conflict,
    sameBytes(contents, change.disk) ? 'kept' : 'merge',
    written(conflict, contents),
    entry,
  );
}

/** Takes the new version in the conflicting places; where nothing can be merged, all of it. */
function takeNext(conflict: OpenConflict): PathOutcome {
  const { next, merge } = conflict;
  if (next === null) return settle(conflict, 'delete', null, null);
  const contents = merge === null ? next.contents : encode(joinRegions(merge, 'next'));
  return settle(conflict, 'update', written(conflict, contents, true), entryOf(conflict));
}

function writeMerged(conflict: OpenConflict, text: string): PathOutcome {
  const entry = conflict.next === null ? null : { ...entryOf(conflict), keepsMarkers: hasMarkers(text) };
  return settle(conflict, 'merge', written(conflict, encode(text)), entry);
}

function writeMarkers(conflict: OpenConflict): PathOutcome {
  const { next, change } = conflict;
  if (next === null || change.disk === null || change.why === 'pending') return leaveForLater(conflict);
  const merge = conflict.merge ?? mergeWhole(change.disk, next.contents);
  if (merge === null) return leaveForLater(conflict);
  const entry: BaseEntry = { ...entryOf(conflict), pending: { contents: next.contents, mode: next.mode } };
  return open(conflict, written(conflict, encode(joinMarkers(merge))), entry);
}

/** Merges what can be merged and keeps the user's lines in the conflicting places, which keep their old base. */
function leaveForLater(conflict: OpenConflict): PathOutcome {
  const { next, merge, entry, change } = conflict;
  if (next === null) return open(conflict, undefined, entry && { ...entry, pending: 'gone' });
  const pending = { contents: next.contents, mode: next.mode };
  if (isMarked(conflict)) return open(conflict, mine(conflict), { ...entryOf(conflict), pending });
  const fresh = entryOf(conflict);
  if (merge === null) {
    const base = entry?.base ?? { ...unknownBase };
    return open(conflict, mine(conflict), { ...fresh, base, mode: entry?.mode ?? fresh.mode, pending });
  }
  const base = { contents: encode(baseForLater(merge, () => false)), sha256: null };
  const contents = encode(joinRegions(merge, 'mine'));
  const result = sameBytes(contents, change.disk) ? mine(conflict) : written(conflict, contents);
  return open(conflict, result, { ...fresh, base, pending });
}

/** Settles the chosen hunks and leaves the others for later; those between dazzle's own markers keep them. */
function settleSome(conflict: OpenConflict, choices: readonly (ConflictChoice | null)[]): PathOutcome {
  const { next, merge, change } = conflict;
  const left = choices.filter((choice) => choice === null).length;
  if (next === null || merge === null || left === choices.length) return leaveForLater(conflict);
  const marked = isMarked(conflict);
  const text = joinRegions(
    merge,
    (index, hunk) => choices[index] ?? (marked ? { text: markHunk(hunk) } : 'mine'),
  );
  if (left === 0) return writeMerged(conflict, text);
  const isSettled = (index: number): boolean => (choices[index] ?? null) !== null;
  const contents = encode(text);
  const result = sameBytes(contents, change.disk) ? mine(conflict) : written(conflict, contents);
  const pending = { contents: next.contents, mode: next.mode };
  const base = { contents: encode(baseForLater(merge, isSettled)), sha256: null };
  const entry = { ...entryOf(conflict), ...(marked ? {} : { base }), pending };
  return open({ ...conflict, change: { ...change, hunks: left } }, result, entry);
}

/**
 * The base while conflicts wait; where it ends in an empty line it needs a last newline, or that line would not be read
 * back.
 */
function baseForLater(merge: MergeOutcome, isSettled: (index: number) => boolean): string {
  const style = { ...merge.baseStyle, lastNewline: true };
  const whole = joinBase({ ...merge, baseStyle: style }, isSettled);
  return /\n\r?\n$/.test(whole) ? whole : joinBase(merge, isSettled);
}

/** The entry after a settlement: its base is the next version, and was already where dazzle's own markers are settled. */
function entryOf(conflict: OpenConflict): BaseEntry {
  const { next, outputDir, entry } = conflict;
  if (isMarked(conflict)) return { ...entry!, path: next!.path, identity: next!.identity, pending: null };
  return entryFor(next!, outputDir);
}

/** Claims that the hunks are those between dazzle's own markers in the user's file. */
function isMarked({ change, merge }: OpenConflict): boolean {
  return change.why === 'pending' && merge !== null;
}

/** The user's bytes as they are: untouched, or moved along with a rename. */
function mine({ change, diskMode }: OpenConflict): PathOutcome['result'] {
  if (change.from === undefined || change.disk === null) return undefined;
  return { contents: change.disk, mode: diskMode };
}

function written(conflict: OpenConflict, contents: Uint8Array, taken = false): PathOutcome['result'] {
  const { entry, diskMode, next } = conflict;
  const mode =
    next === null ? diskMode : mergeMode(entry?.mode ?? (taken ? 0o644 : null), diskMode, next.mode);
  return { contents, mode };
}

function settle(
  { change }: OpenConflict,
  kind: Change['kind'],
  result: PathOutcome['result'],
  entry: BaseEntry | null,
  why = change.why,
): PathOutcome {
  const { hunks: _settled, why: _why, merge: _merge, ...rest } = change;
  const moved = change.from !== undefined && Boolean(result);
  const after = contentsAfter(change, result);
  return {
    change: { ...rest, after, kind: moved ? 'rename' : kind, ...(why === undefined ? {} : { why }) },
    result,
    entry,
    unsettled: false,
  };
}

function open({ change }: OpenConflict, result: PathOutcome['result'], entry: BaseEntry | null): PathOutcome {
  return { change: { ...change, after: contentsAfter(change, result) }, result, entry, unsettled: true };
}

function contentsAfter(change: Change, result: PathOutcome['result']): Uint8Array | null {
  if (change.secret || result === null) return null;
  return result === undefined ? change.disk : result.contents;
}

function mergeWhole(mine: Uint8Array, next: Uint8Array): MergeOutcome | null {
  return isText(mine) && isText(next) ? mergeTwoWay(textOf(mine), textOf(next)) : null;
}

function holdsMarkers(contents: Uint8Array | null): boolean {
  return contents !== null && isText(contents) && hasMarkers(textOf(contents));
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
