import { StoppedError } from '../../../diagnostics/diagnostic.ts';
import type { Change, Settlement } from '../../../plan/types.ts';
import type { ConflictQuestion } from '../../../request.ts';
import {
  carryDecision,
  effectiveChoices,
  noDecision,
  openIn,
  decide,
  settlementOf,
  textsOf,
  unusedTexts,
  usedTexts,
  type Decision,
  type OpenFile,
} from './decisions.ts';
import { reviewFile } from './review-file.ts';
import { serveReview, type ReviewActions, type ReviewServer } from './serve-review.ts';

/** Where the page is, and who is told of it. */
interface ReviewSettings {
  /** Where the page's files lie. */
  readonly folder: string;
  readonly project: string;
  /** Is told the page's address when a plan is there to look at; `isAgain` where the page is open already. */
  announce(address: string, isAgain: boolean): void;
  readonly signal: AbortSignal;
}

/** A review of one build: its page is there until it is closed, and keeps the decisions when a plan is made again. */
export interface Review {
  /**
   * Shows a plan and waits until the person has confirmed to build (gives the settlements, in the order of `conflicts`; hunks
   * without a choice are left for later) or presses "Close" (throws StoppedError).
   */
  settle(plan: readonly Change[], conflicts: readonly ConflictQuestion[]): Promise<readonly Settlement[]>;
  close(): Promise<void>;
}

/** What a plan that was made again asks about once more. */
interface Notice {
  readonly changed: readonly string[];
  readonly askedAgain: readonly OpenFile[];
  /** Typed texts that nothing asks for any more. */
  readonly unused: readonly { readonly path: string; readonly texts: readonly string[] }[];
}

/** What is on the page: a plan, what is decided of it, and how many plans and decisions there were so far. */
interface Round {
  readonly number: number;
  readonly plan: readonly Change[];
  readonly decisions: Map<string, Decision>;
  readonly notice: Notice | null;
  revision: number;
  isBuilding: boolean;
  finish(how: 'build' | 'close'): void;
}

/** Begins a review; its page is served from the first plan on. */
export function createReview(settings: ReviewSettings): Review {
  let server: ReviewServer | null = null;
  let round: Round | null = null;
  let waiting: (() => void)[] = [];

  const actions: ReviewActions = {
    overview: () => describeRound(round!, settings.project),
    file: async (path) => {
      const change = round!.plan.find((candidate) => candidate.path === path);
      if (change === undefined) return null;
      const decision = round!.decisions.get(path);
      return { ...describeChange(change, decision), segments: await reviewFile(change, decision) };
    },
    settle: (request) => settleRequest(round!, request),
    build: (request) => confirmBuild(round!, request),
    close: () => round!.finish('close'),
    nextRound: (after) =>
      round!.number > after ? Promise.resolve() : new Promise((wake) => waiting.push(wake)),
  };

  return {
    async settle(plan, conflicts) {
      const earlier = round;
      const isAgain = server !== null;
      let finish: (how: 'build' | 'close') => void = () => {};
      const finished = new Promise<'build' | 'close'>((done) => (finish = done));
      round = { ...nextRound(earlier, plan, conflicts), finish };
      const { decisions } = round;
      server ??= await serveReview(settings.folder, actions);
      for (const wake of waiting) wake();
      waiting = [];
      const stop = (): void => finish('close');
      settings.signal.addEventListener('abort', stop);
      try {
        if (settings.signal.aborted) throw new StoppedError();
        settings.announce(server.address, isAgain);
        if ((await finished) === 'close') throw new StoppedError();
        return conflicts.map(({ change }) => settlementOf(decisions.get(change.path)!));
      } finally {
        settings.signal.removeEventListener('abort', stop);
      }
    },
    close: async () => {
      await server?.close();
    },
  };
}

/** The round of a plan, with the decisions of the round before where they still fit. */
function nextRound(
  earlier: Round | null,
  plan: readonly Change[],
  conflicts: readonly ConflictQuestion[],
): Omit<Round, 'finish'> {
  const decisions = new Map(conflicts.map((question) => [question.change.path, noDecision(question)]));
  const first = { plan, decisions, revision: 0, isBuilding: false };
  if (earlier === null) return { ...first, number: 1, notice: null };
  const askedAgain: OpenFile[] = [];
  const unused: { path: string; texts: readonly string[] }[] = [];
  for (const [path, before] of earlier.decisions) {
    const question = decisions.get(path)?.question;
    const carried = question === undefined ? null : carryDecision(before, question);
    if (carried !== null) decisions.set(path, carried.decision);
    if (carried?.isAskedAgain === true) askedAgain.push({ path, hunks: carried.hunks });
    const texts = carried?.texts ?? textsOf(before);
    if (texts.length > 0) unused.push({ path, texts });
  }
  const notice = { changed: changedPaths(earlier.plan, plan), askedAgain, unused };
  return { ...first, number: earlier.number + 1, notice };
}

/** The paths whose contents on the disk, or whose kind of change, are not those of the plan before. */
function changedPaths(before: readonly Change[], after: readonly Change[]): string[] {
  const known = new Map(before.map((change) => [change.path, change]));
  return after
    .filter((change) => {
      const old = known.get(change.path);
      return old === undefined || old.kind !== change.kind || !isSame(old.disk, change.disk);
    })
    .map(({ path }) => path);
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === other || (one !== null && other !== null && Buffer.compare(one, other) === 0);
}

function describeRound(round: Round, project: string): object {
  const { number, revision, plan, decisions, notice, isBuilding } = round;
  return {
    project,
    round: number,
    revision,
    isBuilding,
    notice,
    open: openFiles(round),
    changes: plan.map((change) => describeChange(change, decisions.get(change.path))),
  };
}

function describeChange(change: Change, decision: Decision | undefined): object {
  const { path, kind, why, from, binary, secret } = change;
  return {
    path,
    kind,
    why: why ?? null,
    from: from ?? null,
    binary,
    secret,
    conflict:
      decision === undefined
        ? null
        : {
            hunks: decision.choices.length,
            whole: decision.whole,
            choices: effectiveChoices(decision),
            settled: openIn(decision) === null || decision.whole === 'later',
            open: openIn(decision)?.hunks ?? null,
            usedTexts: usedTexts(decision),
            unusedTexts: unusedTexts(decision),
          },
  };
}

function openFiles({ decisions }: Round): OpenFile[] {
  return [...decisions.values()].flatMap((decision) => openIn(decision) ?? []);
}

function settleRequest(round: Round, body: unknown): string | undefined {
  if (round.isBuilding) return 'the build has begun';
  if (typeof body !== 'object' || body === null) return 'this file has no conflict';
  const { path } = body as { path?: unknown };
  const decision = typeof path === 'string' ? round.decisions.get(path) : undefined;
  if (decision === undefined) return 'this file has no conflict';
  const settled = decide(decision, body);
  if (typeof settled === 'string') return settled;
  round.decisions.set(decision.question.change.path, settled);
  round.revision++;
  return undefined;
}

/** Builds only where the request names the state that the person saw and every hunk that the build leaves open. */
function confirmBuild(round: Round, body: unknown): string | undefined {
  const seen = (body ?? {}) as { round?: unknown; revision?: unknown; open?: unknown };
  if (!Array.isArray(seen.open)) return 'confirm what stays open before the build';
  if (round.isBuilding) return 'the build has begun';
  const isCurrent = seen.round === round.number && seen.revision === round.revision;
  if (!isCurrent || JSON.stringify(seen.open) !== JSON.stringify(openFiles(round)))
    return 'what stays open has changed since it was confirmed';
  round.isBuilding = true;
  round.finish('build');
  return undefined;
}
