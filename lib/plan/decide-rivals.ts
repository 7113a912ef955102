import { decidePath } from './decide-path.ts';
import type { Decided, MergeContext, PathState } from './decide-path.ts';
import type { PathOutcome } from './types.ts';

/**
 * Decides a path of which the two sides of a git merge record different contents: what follows from either record is
 * done; where they lead to different files, a person is asked about the whole file, as if nothing were recorded.
 */
export async function decideRivals(state: PathState, context: MergeContext): Promise<Decided> {
  const { rival, ...entry } = state.entry!;
  const own = { ...context, diagnostics: [] };
  const ours = await decidePath({ ...state, entry }, own);
  const theirs = await decidePath(
    { ...state, entry: { ...entry, base: rival! } },
    { ...context, diagnostics: [] },
  );
  if ('outcome' in ours && 'outcome' in theirs && leadToSame(state, ours.outcome, theirs.outcome)) {
    context.diagnostics.push(...own.diagnostics);
    return ours;
  }
  if (state.next === null) return 'conflict' in ours ? ours : theirs;
  return decidePath({ ...state, entry: null, lost: true }, context);
}

function leadToSame(state: PathState, one: PathOutcome, other: PathOutcome): boolean {
  const [left, right] = [one, other].map(({ result }) => (result === undefined ? state.disk : result));
  if (!left || !right) return left === right;
  if (left.contents === null || right.contents === null) return left.contents === right.contents;
  return left.mode === right.mode && Buffer.compare(left.contents, right.contents) === 0;
}
