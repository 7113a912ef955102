import { entryFor, mergeMode, sameBytes } from './base-entry.ts';
import { lastLabel } from './baseline/split-sides.ts';
import { decidePath } from './decide-path.ts';
import type { Decided, MergeContext, PathState } from './decide-path.ts';
import { joinBranches } from './join-branches.ts';
import type { PathOutcome } from './types.ts';

/**
 * Decides a path of which the two sides of a git merge have different bases. It is decided with each base in turn: where
 * both lead to the same file, that is done; where not, a person is asked about the whole file, as if there were no base.
 */
export async function decideRivals(state: PathState, context: MergeContext): Promise<Decided> {
  const { rival, ...entry } = state.entry!;
  const joined = await decideMarked(state, context);
  if (joined) return joined;
  const { renames, formats } = context;
  const own = { ...context, diagnostics: [] };
  const ours = await decidePath({ ...state, entry }, own);
  const theirs = await decidePath(
    { ...state, entry: { ...entry, base: rival! } },
    { renames, formats, diagnostics: [] },
  );
  if ('outcome' in ours && 'outcome' in theirs && leadToSame(state, ours.outcome, theirs.outcome)) {
    context.diagnostics.push(...own.diagnostics);
    return ours;
  }
  if (state.next === null) return 'conflict' in ours ? ours : theirs;
  return decidePath({ ...state, entry: null, lost: true }, context);
}

/** Merges a file in which the same git merge left its markers, branch by branch; null where that leaves any doubt. */
async function decideMarked(state: PathState, context: MergeContext): Promise<Decided | null> {
  const { disk, next, path, from, backend, outputDir } = state;
  const { base, rival } = state.entry!;
  if (!disk?.contents || !next || from !== null || !base.contents || !rival?.contents) return null;
  const theirs = rival.contents;
  const file = { path, disk: disk.contents, ours: base.contents, theirs, next: next.contents };
  const text = lastLabel(disk.contents) === rival.branch ? await joinBranches(file, context) : null;
  if (text === null) return null;
  const contents = Buffer.from(text, 'utf8');
  const sides = { base: base.contents, disk: disk.contents, next: next.contents, after: contents };
  return {
    outcome: {
      change: { path, kind: 'merge', backend, ...sides, binary: false, secret: false },
      result: { contents, mode: mergeMode(state.entry!.mode, disk.mode, next.mode) },
      entry: entryFor(next, outputDir),
      unsettled: false,
    },
  };
}

function leadToSame(state: PathState, one: PathOutcome, other: PathOutcome): boolean {
  const [left, right] = [one, other].map(({ result }) => (result === undefined ? state.disk : result));
  if (!left || !right) return left === right;
  if (left.contents === null || right.contents === null) return left.contents === right.contents;
  return left.mode === right.mode && sameBytes(left.contents, right.contents);
}
