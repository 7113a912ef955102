import { join } from 'node:path';
import { DazzleError, StoppedError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reporter } from '../request.ts';
import { conflictsBefore } from './held-back.ts';
import { hasResults, lookAt, openHookState } from './hook-state.ts';
import { runCommand } from './run-command.ts';
import { runHook, skippedReport } from './run-hook.ts';
import type { TreePhases } from './run-tree-phases.ts';
import { hooksBefore, type ActiveHook } from './select-hooks.ts';
import { statedEnvironment } from './stated-environment.ts';
import type { DiskHook, DiskHookContext, HookInputs, HookReport, HookResult, PhaseContext } from './types.ts';

/** What is needed to run the disk hooks of a build. */
export interface DiskHooksRequest {
  readonly phases: Pick<TreePhases, 'hooks' | 'diskHooks' | 'contextOf' | 'artifacts'>;
  /** Absolute. */
  readonly projectDir: string;
  /** False under `--no-disk-hooks`: only hooks with `onlyTells` run. */
  readonly diskHooks: boolean;
  /** Files with open conflicts, relative to the project: hooks that read them do not run, and their reports say so. */
  readonly conflicts: readonly string[];
  /** The version of dazzle: where it changed since a hook last succeeded, the hook runs again. */
  readonly version: string;
  readonly reporter: Pick<Reporter, 'phase' | 'step' | 'progress' | 'diagnostic'>;
  readonly signal: AbortSignal;
}

/** How the disk hooks of a build ended. */
export interface DiskHooksOutcome {
  readonly hooks: readonly HookReport[];
  /** A hook with the policy `abort` failed, or one broke its `makes`: the build ends with status 1, and the files stay. */
  readonly aborted: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the hooks on the disk after the commit, only where their inputs changed; throws StoppedError where the person stops. */
export async function runDiskHooks(request: DiskHooksRequest): Promise<DiskHooksOutcome> {
  const { phases, projectDir, reporter } = request;
  reporter.phase('disk');
  const state = openHookState(projectDir);
  const hooks: HookReport[] = [];
  const diagnostics: Diagnostic[] = [];
  const earlier = new Map<string, Map<string, HookReport>>();
  const failedOnTree = new Set(
    phases.hooks.filter(({ success }) => !success).map((report) => `${report.backend}/${report.name}`),
  );
  let aborted = false;
  for (const active of phases.diskHooks) {
    const { backend, hook } = active;
    if (request.signal.aborted) throw new StoppedError('stopped after the files were written');
    const before = earlier.get(backend.name) ?? new Map<string, HookReport>();
    earlier.set(backend.name, before);
    const report = await runOrSkip(active, before);
    if (report.skipped)
      phases.artifacts.recall(backend.name, state.artifacts(`${backend.name}/${hook.name}`, hook));
    hooks.push(report);
    before.set(hook.name, report);
    diagnostics.push(...report.diagnostics);
  }
  return { hooks, aborted, diagnostics };

  async function runOrSkip(
    active: ActiveHook<DiskHook>,
    before: Map<string, HookReport>,
  ): Promise<HookReport> {
    const { backend, hook, options, env } = active;
    const environment = statedEnvironment(process.env, env);
    const context = phases.contextOf(backend, hook, (diagnostic) => {
      diagnostics.push(diagnostic);
      // Reported while the hook still runs, because it may explain what the hook is doing, such as waiting for a server.
      reporter.diagnostic(diagnostic);
    });
    const folder = join(projectDir, context.outputDir);
    const key = `${backend.name}/${hook.name}`;
    const inputs = hook.inputs?.({
      folder,
      answers: context.answers,
      existing: context.existing,
      environment,
    });
    const named = Object.fromEntries(env.map((name) => [`env.${name}`, environment[name]]));
    const look = (at: HookInputs) => lookAt(folder, at, { ...options, ...named }, request.version);
    const seen = inputs === undefined ? null : look(inputs);
    const isCurrent =
      inputs !== undefined && seen !== null && hasResults(folder, inputs) && state.isCurrent(key, seen);
    if (!request.diskHooks && hook.onlyTells !== true) {
      return isCurrent
        ? skippedReport(active, 'unchanged', 'nothing to do: its inputs have not changed')
        : skippedReport(active, 'turned_off', 'not run: --no-disk-hooks');
    }
    const below = `${context.outputDir}/`;
    const open = request.conflicts.flatMap((path) =>
      path.startsWith(below) ? [path.slice(below.length)] : [],
    );
    const waits = conflictsBefore(hook, inputs, open, folder);
    if (waits.length > 0)
      return skippedReport(
        active,
        'conflicts',
        `not run: waits for ${waits.map((path) => below + path).join(', ')}`,
      );
    const follows = hooksBefore(active);
    const heldBack = follows.find((name) => before.get(name)?.skippedBecause === 'conflicts');
    if (heldBack !== undefined && hook.onlyTells !== true)
      return skippedReport(active, 'conflicts', `not run: waits for ${heldBack}`);
    const failed = follows.find(
      (name) => before.get(name)?.success === false || failedOnTree.has(`${backend.name}/${name}`),
    );
    if (failed !== undefined && hook.onlyTells !== true) {
      return skippedReport(active, 'dependency', `not run: ${failed} did not succeed`);
    }
    if (isCurrent) {
      return skippedReport(active, 'unchanged', 'nothing to do: its inputs have not changed');
    }
    const inputsChanged = seen === null || !state.hasSameInputs(key, seen);
    const outcome = await runHook(active, request.signal, reporter, (signal) =>
      executeOnDisk(active, { ...context, signal }, { folder, environment, inputsChanged }, before),
    );
    if (outcome.aborts) aborted = true;
    try {
      if (outcome.report.success) phases.artifacts.add(backend.name, hook, outcome.artifacts);
    } catch (error) {
      if (!(error instanceof DazzleError)) throw error;
      diagnostics.push(...error.diagnostics);
      aborted = true;
    }
    // Hashed again: a hook may have written its own inputs.
    if (inputs !== undefined && outcome.report.success) state.keep(key, look(inputs));
    else if (inputs !== undefined) state.forget(key);
    if (outcome.report.success) state.keepArtifacts(key, outcome.artifacts);
    return outcome.report;
  }

  async function executeOnDisk(
    { hook, options }: ActiveHook<DiskHook>,
    context: PhaseContext,
    own: Pick<DiskHookContext, 'folder' | 'environment' | 'inputsChanged'>,
    before: ReadonlyMap<string, HookReport>,
  ): Promise<HookResult> {
    const { mask } = phases.artifacts;
    const { folder, environment } = own;
    const progress = (line: string): void => reporter.progress(mask(line));
    const diskContext: DiskHookContext = {
      ...context,
      ...own,
      options,
      projectDir,
      earlier: before,
      progress,
      async run(command, args, runOptions = {}) {
        const result = await runCommand({
          command,
          args,
          folder: join(folder, runOptions.cwd ?? '.'),
          env: { ...environment, ...runOptions.env },
          ...(runOptions.stdin === undefined ? {} : { stdin: runOptions.stdin }),
          signal: context.signal,
          ...(runOptions.shows === undefined ? {} : { shows: runOptions.shows }),
          onLine: progress,
        });
        if (request.signal.aborted) throw new StoppedError('stopped after the files were written');
        return { ...result, lastLines: result.lastLines.map(mask) };
      },
    };
    return hook.execute(diskContext);
  }
}
