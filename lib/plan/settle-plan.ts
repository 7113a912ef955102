import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../project/manifest.ts';
import type { ConflictQuestion, Prompter } from '../request.ts';
import { appendIgnored } from './append-ignored.ts';
import { reopenPaths } from './baseline/reopen-paths.ts';
import { hashOf, saveBaseline } from './baseline/save-baseline.ts';
import { choosePolicy } from './choose-policy.ts';
import { reportGoneImports } from './gone-imports.ts';
import { keepBehind } from './keep-behind.ts';
import { reportLeftGone } from './left-gone.ts';
import { sortChanges } from './plan-changes.ts';
import { settleConflict } from './settle-conflict.ts';
import type {
  Change,
  ConflictPolicy,
  FileOperation,
  OpenConflict,
  PathOutcome,
  Plan,
  SettledPlan,
  Settlement,
} from './types.ts';

/** Who settles the conflicts of a plan, and what else the commit writes. */
export interface SettleRequest {
  readonly policy: ConflictPolicy;
  readonly yes?: boolean;
  /** Asked where the policy says `ask`; without one nobody can be asked. */
  readonly prompter?: Pick<Prompter, 'interactive' | 'settle' | 'reviewsEveryPlan'>;
  /** `[conflicts]` of dazzle.toml. */
  readonly byPath?: Manifest['conflicts'];
  /** Settles every conflict alike, before any policy: `dazzle resolve --keep` and `--take`. */
  readonly settlement?: Settlement;
  /** Other files of the same commit: answers kept in dazzle.toml, `was` in a spec. */
  readonly extra?: readonly FileOperation[];
}

/**
 * Settles every open conflict of a plan, by a person's word or a policy, and turns the whole into operations.
 *
 * Throws DazzleError DZL402 (exit status 2) where the policy is `fail` or nobody can be asked, and whatever the
 * prompter throws; nothing is written in any case.
 */
export async function settlePlan(plan: Plan, request: SettleRequest): Promise<SettledPlan> {
  const settlements = await chooseSettlements(plan, request);
  const settled: PathOutcome[] = [];
  for (const [index, conflict] of plan.conflicts.entries()) {
    const settlement = settlements[index]!;
    const outcome = settleConflict(conflict, settlement.settlement);
    settled.push(settlement.standing ? { ...outcome, change: nameStanding(outcome) } : outcome);
  }
  const outcomes = [...plan.decided, ...settled];
  const ignored = plan.conflicts.filter((_, index) => settlements[index]!.settlement.kind === 'ignore');
  const entries = outcomes.flatMap((outcome) => outcome.entry ?? []);
  const operations = [
    ...operationsFor(plan, outcomes),
    ...appendIgnored(
      plan.projectDir,
      ignored.map((conflict) => conflict.change),
    ),
    ...(request.extra ?? []),
  ];
  const changes = sortChanges(outcomes.map((outcome) => outcome.change));
  const { baseline, shape, version, gone } = plan;
  const left = gone ? await reportLeftGone(gone, changes, baseline) : [];
  return {
    projectDir: plan.projectDir,
    changes,
    unsettled: outcomes
      .filter((each) => each.unsettled)
      .map((each) => each.change.path)
      .sort(),
    operations,
    bookkeeping:
      plan.bookkeeping ??
      saveBaseline(baseline, [...plan.untouched, ...entries], {
        shape,
        version,
        behind: keepBehind(plan, outcomes),
      }),
    reopen: reopenPaths,
    diagnostics: [...plan.diagnostics, ...reportGoneImports(plan, changes), ...left],
  } as unknown as SettledPlan;
}

interface ChosenSettlement {
  readonly settlement: Settlement;
  /** A policy of dazzle.toml settled it. */
  readonly standing: boolean;
}

async function chooseSettlements(plan: Plan, request: SettleRequest): Promise<ChosenSettlement[]> {
  const { settlement, prompter, byPath = [], yes = false, policy } = request;
  if (settlement !== undefined) return plan.conflicts.map(() => ({ settlement, standing: false }));
  const interactive = prompter?.interactive ?? false;
  const policyFor = await choosePolicy({ policy, yes, interactive, byPath });
  const policies = plan.conflicts.map(({ change }) => policyFor(change.path));
  const standing = plan.conflicts.filter(
    (_, index) => policies[index]!.isStanding && policies[index]!.policy === 'fail',
  );
  if (standing.length > 0) throw refuse(standing, 'dazzle.toml');
  const refused = plan.conflicts.filter((_, index) => policies[index]!.policy === 'fail');
  if (refused.length > 0) throw refuse(refused, policy === 'fail' ? 'the command' : 'nobody to ask');
  const asked = plan.conflicts.filter((_, index) => policies[index]!.policy === 'ask');
  const answers =
    asked.length > 0 || prompter?.reviewsEveryPlan === true
      ? await prompter!.settle(asked.map(askAbout), plan.changes)
      : ([] as readonly Settlement[]);
  let next = 0;
  return policies.map(({ policy: each }) => {
    if (each === 'ask') return { settlement: answers[next++] ?? { kind: 'later' }, standing: false };
    const kind = each === 'take' || each === 'markers' ? each : 'later';
    return { settlement: { kind }, standing: each !== policy && each === 'take' };
  });
}

function askAbout(
  { change, merge }: OpenConflict,
  index: number,
  all: readonly OpenConflict[],
): ConflictQuestion {
  return { change, merge, index: index + 1, total: all.length };
}

function nameStanding({ change, unsettled }: PathOutcome): Change {
  return unsettled ? change : { ...change, why: 'policy' };
}

/** Why conflicts are not settled, and what a person can do about it. */
const refusals = {
  'the command': {
    why: 'conflicts are to fail; nothing was written',
    fix: 'run again with --on-conflict=keep (your lines stay), =take, or =markers',
  },
  'nobody to ask': {
    why: 'there is no terminal to ask',
    fix: 'run again with --on-conflict=keep (your lines stay), =take, or =markers',
  },
  'dazzle.toml': {
    why: '[conflicts] in dazzle.toml says "fail" for this; nothing was written',
    fix: 'give another policy there, such as "ask" or "take", while you settle it',
  },
};

function refuse(conflicts: readonly OpenConflict[], because: keyof typeof refusals): DazzleError {
  const count = conflicts.length;
  const files = count === 1 ? '1 file' : `${count} files`;
  const said = conflicts.every(({ change }) => change.why === 'foreign')
    ? `${files} that dazzle did not write ${count === 1 ? 'is' : 'are'} in the way`
    : `${files} changed since dazzle wrote ${count === 1 ? 'it' : 'them'}`;
  const shown = conflicts.slice(0, 20).map(({ change }) => `${change.path} (${change.why ?? 'edited'})`);
  if (count > shown.length) shown.push(`and ${count - shown.length} more`);
  return new DazzleError(
    diagnose('DZL402', {
      message: `${said}, and ${refusals[because].why}`,
      fix: refusals[because].fix,
      frame: shown.join('\n'),
    }),
    2,
  );
}

function operationsFor(plan: Plan, outcomes: readonly PathOutcome[]): FileOperation[] {
  const operations = new Map<string, FileOperation>();
  const expected = (path: string): string | null => {
    const found = plan.disk.get(path);
    return found?.kind === 'file' ? hashOf(found.contents) : null;
  };
  for (const { change, result } of outcomes) {
    if (change.from === undefined || !result) continue;
    const isRespelled = change.from.toLowerCase() === change.path.toLowerCase();
    const becomes = isRespelled ? {} : { becomes: change.path };
    operations.set(change.from, {
      kind: 'delete',
      path: change.from,
      expect: expected(change.from),
      ...becomes,
    });
  }
  for (const { change, result } of outcomes) {
    if (result === undefined) continue;
    const { path } = change;
    const expect = expected(path);
    if (result !== null) operations.set(path, { kind: 'write', path, ...result, expect });
    else if (expect !== null) operations.set(path, { kind: 'delete', path, expect });
  }
  return [...operations.values()];
}
