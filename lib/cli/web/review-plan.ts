import { StoppedError } from '../../diagnostics/diagnostic.ts';
import { joinRegions, type ConflictChoice } from '../../plan/merge/regions.ts';
import type { Change, Settlement } from '../../plan/types.ts';
import type { ConflictQuestion } from '../../request.ts';
import { reviewFile } from './review-file.ts';
import { serveReview, type ReviewActions } from './serve-review.ts';

/** What the page says of one file: a whole side, later, or a choice a conflict. */
interface SettleRequest {
  readonly path: string;
  readonly whole?: 'keep' | 'take' | 'later';
  readonly choices?: readonly (ConflictChoice | null)[];
}

/** What is settled so far of one conflict; `choices` has one entry a hunk, null while it is open. */
interface Progress {
  readonly question: ConflictQuestion;
  whole: 'keep' | 'take' | 'later' | null;
  choices: (ConflictChoice | null)[];
}

/**
 * Shows the plan on a local page and waits until the person presses "Build" (gives the settlements, in the order of `conflicts`;
 * what was left open is settled for later) or "Close" (throws StoppedError).
 *
 * @param folder where the page's files lie
 * @param announce is told the page's address
 */
export async function reviewPlan(
  plan: readonly Change[],
  conflicts: readonly ConflictQuestion[],
  {
    folder,
    project,
    announce,
    signal,
  }: { folder: string; project: string; announce: (address: string) => void; signal: AbortSignal },
): Promise<readonly Settlement[]> {
  const open = new Map<string, Progress>(
    conflicts.map((question) => [
      question.change.path,
      { question, whole: null, choices: Array.from({ length: question.merge?.conflicts ?? 0 }, () => null) },
    ]),
  );
  let finish: (how: 'build' | 'close') => void = () => {};
  const finished = new Promise<'build' | 'close'>((resolve) => (finish = resolve));
  const actions: ReviewActions = {
    overview: () => ({
      project,
      changes: plan.map((change) => describeChange(change, open.get(change.path))),
    }),
    file: async (path) => {
      const change = plan.find((candidate) => candidate.path === path);
      if (change === undefined) return null;
      const progress = open.get(path);
      return {
        ...describeChange(change, progress),
        segments: await reviewFile(change, progress?.question.merge ?? null),
      };
    },
    settle: (request) => settle(open, request),
    finish: (how) => finish(how),
  };
  const server = await serveReview(folder, actions);
  const stop = (): void => finish('close');
  signal.addEventListener('abort', stop);
  try {
    announce(server.address);
    if ((await finished) === 'close') throw new StoppedError();
    return conflicts.map((question) => settlementOf(open.get(question.change.path)!));
  } finally {
    signal.removeEventListener('abort', stop);
    await server.close();
  }
}

function describeChange(change: Change, progress: Progress | undefined): object {
  return {
    path: change.path,
    kind: change.kind,
    why: change.why ?? null,
    from: change.from ?? null,
    binary: change.binary,
    secret: change.secret,
    conflict:
      progress === undefined
        ? null
        : {
            hunks: progress.choices.length,
            whole: progress.whole,
            choices: progress.choices,
            settled: isSettled(progress),
          },
  };
}

function isSettled({ whole, choices }: Progress): boolean {
  return whole !== null || (choices.length > 0 && choices.every((choice) => choice !== null));
}

function settle(open: ReadonlyMap<string, Progress>, body: unknown): string | undefined {
  const request = body as Partial<SettleRequest> | null;
  const progress = open.get(request?.path ?? '');
  if (request === null || progress === undefined) return 'this file has no conflict';
  if (request.whole !== undefined) {
    if (!['keep', 'take', 'later'].includes(request.whole)) return 'choose keep, take or later';
    progress.whole = request.whole;
    return undefined;
  }
  const { choices } = request;
  if (!Array.isArray(choices) || choices.length !== progress.choices.length || !choices.every(isChoice)) {
    return `choose one side for each of the ${progress.choices.length} hunks`;
  }
  progress.whole = null;
  progress.choices = [...choices];
  return undefined;
}

function isChoice(choice: unknown): choice is ConflictChoice | null {
  if (choice === null || choice === 'mine' || choice === 'next' || choice === 'both') return true;
  return typeof choice === 'object' && typeof (choice as { text?: unknown }).text === 'string';
}

function settlementOf(progress: Progress): Settlement {
  const { question, whole, choices } = progress;
  if (whole !== null) return { kind: whole };
  if (!isSettled(progress) || question.merge === null) return { kind: 'later' };
  return { kind: 'merged', text: joinRegions(question.merge, (index) => choices[index]!) };
}
