import { join, posix } from 'node:path';
import { DazzleError, hasErrors, StoppedError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../project/manifest.ts';
import type { Prompter, Reporter } from '../request.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import type { Rename } from '../spec/rename.ts';
import { createTreeStore } from '../tree/create-tree.ts';
import type { TreeStore } from '../tree/create-tree.ts';
import { openFormatCache } from '../tree/format-cache.ts';
import { formatTree } from '../tree/format-tree.ts';
import type { FormatOptions } from '../tree/format-tree.ts';
import { createArtifactStore } from './artifact-store.ts';
import type { ArtifactStore, Exchanger } from './artifact-store.ts';
import { lackingMakers } from './check-artifacts.ts';
import { lookAtFolder } from './existing-files.ts';
import { noFacts } from './facts.ts';
import { formattersOf } from './file-formats.ts';
import { runCommand } from './run-command.ts';
import { runGenerators } from './run-generators.ts';
import type { GeneratorReport } from './run-generators.ts';
import { crashDiagnostic, runHook, skippedReport } from './run-hook.ts';
import { hooksBefore, noHookSettings, selectHooks } from './select-hooks.ts';
import type { ActiveHook } from './select-hooks.ts';
import { askBackends, placeStack } from './stack-answers.ts';
import { stateFacts } from './state-facts.ts';
import { statedEnvironment } from './stated-environment.ts';
import type { Answers, Backend, DiskHook, HookReport, PhaseContext, StackMember, TreeHook } from './types.ts';

/** What the phases on the tree need. */
export interface TreePhasesRequest {
  /** From `registry.select`, in the order in which they run. */
  readonly backends: readonly Backend[];
  /** `backends` and the others of the project's stack, which this build does not run; default: `backends`. */
  readonly stack?: readonly Backend[];
  readonly spec: AppSpec;
  readonly manifest: Pick<Manifest, 'answers' | 'hooks' | 'locate'> | null;
  /** Absolute. */
  readonly projectDir: string;
  /** POSIX, relative to the project; each backend writes to `<outputDir>/<backend>`. */
  readonly outputDir: string;
  readonly set: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly yes: boolean;
  readonly skipHooks: readonly string[];
  /** For `dazzle validate`: of hooks only `checkSpec` runs; generators run in memory, or only the `checkSpec` of those that have one. */
  readonly specOnly?: boolean;
  /** Whether disk hooks will run after the commit. */
  readonly diskHooks: boolean;
  readonly renames: readonly Rename[];
  /** The text that dazzle wrote last into a file that this build restores, by its path relative to the project; undefined for other files. */
  readonly restored?: (path: string) => string | undefined;
  readonly prompter: Pick<Prompter, 'interactive' | 'answer'>;
  readonly reporter: Pick<Reporter, 'phase' | 'step' | 'progress'>;
  readonly signal: AbortSignal;
  /** Known formatted texts of an earlier build. */
  readonly unchanged?: FormatOptions['unchanged'];
}

/** What the phases on the tree give. Where `diagnostics` has an error, later phases did not run and nothing may be written. */
export interface TreePhases {
  readonly store: TreeStore;
  readonly artifacts: ArtifactStore;
  /** By backend: an answer to each question. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** By backend: the answers that the command line or the person gave, which the commit writes into `dazzle.toml`. */
  readonly newAnswers: Readonly<Record<string, Answers>>;
  readonly stack: PhaseContext['stack'];
  readonly generators: readonly GeneratorReport[];
  readonly hooks: readonly HookReport[];
  /** The disk hooks to run after the commit, in order. */
  readonly diskHooks: readonly ActiveHook<DiskHook>[];
  readonly diagnostics: readonly Diagnostic[];
  /** The shared part of the context of a backend's hook, for `runDiskHooks`. */
  contextOf(backend: Backend, hook: DiskHook, report: (diagnostic: Diagnostic) => void): PhaseContext;
  /** Writes the cache of formatted texts; call it after the commit. */
  saveCaches(): Promise<void>;
}

/**
 * Prompting → pre-build hooks → generators → post-build hooks on the tree, for all backends of a stack. Diagnostics are
 * returned, not reported; throws StoppedError where the person stops.
 */
export async function runTreePhases(request: TreePhasesRequest): Promise<TreePhases> {
  const { backends, spec, reporter, signal, projectDir } = request;
  const diagnostics: Diagnostic[] = [];
  const hooks: HookReport[] = [];
  const generators: GeneratorReport[] = [];
  const settings = request.manifest?.hooks ?? noHookSettings;
  const selected = selectHooks(backends, settings, request.skipHooks, request.manifest?.locate);
  diagnostics.push(...selected.diagnostics);
  for (const backend of request.specOnly === true ? [] : backends) {
    const active = selected.active.filter((one) => one.backend === backend);
    diagnostics.push(
      ...lackingMakers(
        backend,
        active.map(({ hook }) => hook),
      ),
    );
  }

  reporter.phase('prompting');
  const { answers, newAnswers, problems } = await askBackends(request);
  diagnostics.push(...problems);

  const store = await createTreeStore();
  const artifacts = createArtifactStore();
  const formatterOf = formattersOf(backends);
  const cache = await openFormatCache(join(projectDir, '.dazzle', 'cache', 'format'));
  const places = await placeStack(request.stack ?? backends, request, request.outputDir, answers);
  const stated = stateFacts(spec, hasErrors(diagnostics) ? [] : places);
  diagnostics.push(...stated.diagnostics);
  const stack = places.map(({ backend, outputDir, answers: own }): StackMember => ({
    name: backend.name,
    outputDir,
    answers: own,
    facts: stated.facts.get(backend.name) ?? noFacts,
    isBuilt: backends.includes(backend),
  }));
  const diskHooks = inDiskOrder(selected.active);

  function contextOf(
    backend: Backend,
    part: Exchanger,
    report: (diagnostic: Diagnostic) => void,
  ): PhaseContext {
    const own = stack.find(({ name }) => name === backend.name)!;
    const { outputDir } = own;
    return {
      spec,
      answers: own.answers,
      backendName: backend.name,
      outputDir,
      facts: own.facts,
      stack,
      artifacts: artifacts.reader(backend.name, part),
      existing: lookAtFolder(join(projectDir, outputDir), (path) =>
        request.restored?.(posix.join(outputDir, path)),
      ),
      renames: request.renames,
      plannedDiskHooks: request.diskHooks
        ? diskHooks.filter((active) => active.backend === backend).map(({ hook }) => hook.name)
        : [],
      report,
      signal,
    };
  }

  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);

  const failed = new Set<string>();

  async function runTreeHooks(phase: 'pre_build' | 'post_build'): Promise<void> {
    reporter.phase(phase);
    for (const active of selected.active) {
      const { hook, backend } = active;
      if (hook.runsOn !== 'tree' || hook.phase !== phase) continue;
      if (signal.aborted) throw new StoppedError();
      const waitedFor = hooksBefore(active).find((name) => failed.has(`${backend.name}/${name}`));
      if (waitedFor !== undefined) {
        failed.add(`${backend.name}/${hook.name}`);
        hooks.push(skippedReport(active, 'dependency', `not run: ${waitedFor} failed`));
        continue;
      }
      const outcome = await runHook(active, signal, reporter, (hookSignal) =>
        executeOnTree(active as ActiveHook<TreeHook>, hookSignal),
      );
      try {
        if (outcome.report.success) artifacts.add(backend.name, hook, outcome.artifacts);
      } catch (error) {
        if (!(error instanceof DazzleError)) throw error;
        diagnostics.push(...error.diagnostics);
      }
      hooks.push(outcome.report);
      diagnostics.push(...outcome.report.diagnostics);
      if (!outcome.report.success) failed.add(`${backend.name}/${hook.name}`);
    }
  }

  async function checkSpec(): Promise<void> {
    for (const active of selected.active) {
      const { hook, backend, onFailure } = active;
      if (hook.runsOn !== 'tree' || hook.checkSpec === undefined) continue;
      try {
        const found = await hook.checkSpec(contextOf(backend, hook, report));
        diagnostics.push(
          ...found.map((each) => (onFailure === 'warn' ? { ...each, severity: 'warning' as const } : each)),
        );
      } catch (error) {
        diagnostics.push(crashDiagnostic('DZL332', `hook ${hook.name} of ${backend.name}`, error));
      }
    }
  }

  function executeOnTree({ hook, backend, options, env }: ActiveHook<TreeHook>, hookSignal: AbortSignal) {
    const context = contextOf(backend, hook, report);
    const environment = statedEnvironment(process.env, env);
    const writer = hook.name;
    return hook.execute({
      ...context,
      signal: hookSignal,
      options,
      environment,
      projectDir,
      tree: store.face({
        backend: backend.name,
        outputDir: context.outputDir,
        templates: backend.templates,
        writer,
      }),
      format: () =>
        formatTree(store, {
          backend: backend.name,
          cache,
          formatterOf,
          ...(request.unchanged === undefined ? {} : { unchanged: request.unchanged }),
        }),
      run: (command, args, runOptions = {}) =>
        runCommand({
          command,
          args,
          folder: join(projectDir, runOptions.cwd ?? '.'),
          env: { ...environment, ...runOptions.env },
          ...(runOptions.stdin === undefined ? {} : { stdin: runOptions.stdin }),
          signal: hookSignal,
          ...(runOptions.shows === undefined ? {} : { shows: runOptions.shows }),
          onLine: () => undefined,
        }),
    });
  }

  const results: TreePhases = {
    store,
    artifacts,
    answers,
    newAnswers,
    stack,
    generators,
    hooks,
    diskHooks,
    diagnostics,
    contextOf,
    saveCaches: () => cache.save(),
  };
  if (hasErrors(diagnostics)) return results;
  if (request.specOnly === true) await checkSpec();
  else await runTreeHooks('pre_build');
  if (hasErrors(diagnostics)) return results;
  reporter.phase('writing');
  for (const backend of backends) {
    const ran = await runGenerators(backend, {
      store,
      artifacts,
      reporter,
      specOnly: request.specOnly === true,
      contextOf: (of, generator) => contextOf(of, generator, report),
    });
    generators.push(...ran.reports);
    diagnostics.push(...ran.diagnostics);
  }
  if (hasErrors(diagnostics) || request.specOnly === true) return results;
  await runTreeHooks('post_build');
  return results;
}

/** The disk hooks as they run: first those of `pre_build`, of all backends, then the others, and last those with `onlyTells`. */
function inDiskOrder(active: readonly ActiveHook[]): ActiveHook<DiskHook>[] {
  const onDisk = active.filter((one): one is ActiveHook<DiskHook> => one.hook.runsOn === 'disk');
  const rank = ({ hook }: ActiveHook<DiskHook>): number =>
    hook.phase === 'pre_build' ? 0 : hook.onlyTells === true ? 2 : 1;
  return [0, 1, 2].flatMap((wanted) => onDisk.filter((one) => rank(one) === wanted));
}
