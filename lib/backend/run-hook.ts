import { diagnose } from '../diagnostics/diagnose.ts';
import type { DiagnosticCode } from '../diagnostics/severities.ts';
import { DazzleError, StoppedError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reporter } from '../request.ts';
import type { Artifact } from './artifact.ts';
import type { ActiveHook } from './select-hooks.ts';
import type { HookReport, HookResult } from './types.ts';

/** How a hook ended, with the artifacts it made; `aborts` where it failed and its policy makes the build fail. */
export interface HookOutcome {
  readonly report: HookReport;
  readonly artifacts: readonly Artifact[];
  readonly aborts: boolean;
}

/** Runs one hook within its time limit; a failure, an exception or a timeout becomes a report. Only StoppedError is thrown. */
export async function runHook(
  active: ActiveHook,
  stop: AbortSignal,
  reporter: Pick<Reporter, 'step'>,
  execute: (signal: AbortSignal) => HookResult | Promise<HookResult>,
): Promise<HookOutcome> {
  const { hook, backend, timeout } = active;
  const event = { kind: 'hook', backend: backend.name, name: hook.name } as const;
  reporter.step({ ...event, state: 'start' });
  const start = performance.now();
  const limit = new AbortController();
  const ended = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeout);
  const signal = AbortSignal.any([stop, limit.signal]);
  let result: HookResult;
  try {
    result = await Promise.race([execute(signal), givesUp(active, [stop, limit.signal], ended.signal)]);
    if (stop.aborted) throw stopped(active);
    if (limit.signal.aborted && !result.success) result = timedOut(active, result);
  } catch (error) {
    if (error instanceof StoppedError || stop.aborted) throw stopped(active);
    result = crashed(active, error);
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
  const took = Math.round(performance.now() - start);
  const outcome = outcomeOf(active, result, took);
  reporter.step({ ...event, state: 'end', took, report: outcome.report });
  return outcome;
}

function stopped({ hook }: ActiveHook): StoppedError {
  return hook.runsOn === 'disk'
    ? new StoppedError(`stopped during ${hook.name}; the files were written before`)
    : new StoppedError();
}

/** The report of a hook that was not run. */
export function skippedReport(
  active: ActiveHook,
  because: NonNullable<HookReport['skippedBecause']>,
  message: string,
): HookReport {
  return {
    ...identityOf(active),
    success: because !== 'dependency',
    skipped: true,
    skippedBecause: because,
    message,
    displayToUser: [],
    diagnostics: [],
    took: 0,
  };
}

function identityOf({ backend, hook }: ActiveHook) {
  const { name, phase, runsOn } = hook;
  const tells = hook.runsOn === 'disk' && hook.onlyTells === true ? { onlyTells: true as const } : {};
  return { backend: backend.name, name, phase, runsOn, ...tells };
}

function outcomeOf(active: ActiveHook, result: HookResult, took: number): HookOutcome {
  const isFatal = !result.success && active.onFailure === 'abort';
  const report: HookReport = {
    ...identityOf(active),
    success: result.success,
    skipped: false,
    message: result.message,
    displayToUser: result.displayToUser ?? [],
    diagnostics: settleSeverity(active, result, isFatal),
    took,
  };
  return { report, artifacts: result.artifacts ?? [], aborts: isFatal };
}

/** Gives a failed hook at least one diagnostic; errors become warnings unless the failure makes the build fail. */
function settleSeverity(active: ActiveHook, result: HookResult, isFatal: boolean): Diagnostic[] {
  const given = result.diagnostics ?? [];
  if (result.success) return given.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }));
  if (!isFatal) {
    const own = given.length > 0 ? given : [failure(active, result, 'DZL331')];
    return own.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }));
  }
  if (given.some((diagnostic) => diagnostic.severity === 'error')) return [...given];
  return [failure(active, result, 'DZL330'), ...given];
}

function failure({ hook, backend }: ActiveHook, result: HookResult, code: DiagnosticCode): Diagnostic {
  return diagnose(code, {
    message: `${hook.name} of ${backend.name} failed: ${result.message}`,
    fix: `mend that and build again, or leave the hook out with --skip-hook ${hook.name}`,
  });
}

function timedOut({ hook, backend, timeout }: ActiveHook, late: Partial<HookResult> = {}): HookResult {
  const seconds = timeout / 1000;
  const { stuck } = late;
  const why = stuck === undefined ? '' : `: ${stuck.at}`;
  const frame = late.diagnostics?.[0]?.frame;
  const diagnostic: Diagnostic = diagnose('DZL333', {
    message: `${hook.name} of ${backend.name} did not end within ${seconds} seconds and was stopped${why}`,
    fix:
      stuck?.fix ??
      `give it longer: timeout = ${Math.max(1, Math.ceil(seconds * 2))} below [hooks.${hook.name}] in dazzle.toml`,
    ...(frame === undefined ? {} : { frame }),
  });
  return {
    success: false,
    message: `it was stopped after ${seconds} seconds${why}`,
    diagnostics: [diagnostic],
  };
}

function crashed({ hook, backend }: ActiveHook, error: unknown): HookResult {
  if (error instanceof DazzleError) {
    return { success: false, message: error.message, diagnostics: error.diagnostics };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    success: false,
    message,
    diagnostics: [crashDiagnostic('DZL332', `hook ${hook.name} of ${backend.name}`, error)],
  };
}

/** The diagnostic of an unexpected exception; `what` names the code that threw it. Its stack is shown under `--verbose`. */
export function crashDiagnostic(code: DiagnosticCode, what: string, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return diagnose(code, {
    message: `${what} stopped unexpectedly: ${message}`,
    fix: 'this is a mistake in its code, not in your spec; run with --verbose to see where',
    ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
  });
}

/**
 * Milliseconds in which a hook may still return by itself, with the last lines of its commands, after its timeout or after the
 * person stopped it. A disk hook always has 3 seconds, since it may have to end commands that are writing.
 */
function graceOf({ hook, timeout }: ActiveHook): number {
  return hook.runsOn === 'disk' ? 3000 : Math.min(3000, timeout);
}

function givesUp(
  active: ActiveHook,
  signals: readonly AbortSignal[],
  ended: AbortSignal,
): Promise<HookResult> {
  return new Promise((resolve) => {
    // The timer keeps Node running, so that a hook whose promise nothing can settle is reported too.
    const wait = (): void => {
      const timer = setTimeout(() => resolve(timedOut(active)), graceOf(active));
      ended.addEventListener('abort', () => clearTimeout(timer), { once: true });
    };
    for (const signal of signals) {
      if (signal.aborted) wait();
      else signal.addEventListener('abort', wait, { once: true, signal: ended });
    }
  });
}
