import { createHash } from 'node:crypto';
import path from 'node:path';
import { mergeFormats } from './backend/file-formats.ts';
import type { Registry } from './backend/registry.ts';
import { runDiskHooks } from './backend/run-disk-hooks.ts';
import { runTreePhases, type TreePhases } from './backend/run-tree-phases.ts';
import type { Backend } from './backend/types.ts';
import { statusOfBuild, statusOfDryRun } from './build-status.ts';
import { commitPlan } from './commit/commit-plan.ts';
import { ReplanNeeded } from './commit/prepare.ts';
import type { Receipt } from './commit/receipt.ts';
import type { MigrationPlace } from './commit/journal.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import { DazzleError, hasErrors, type Diagnostic } from './diagnostics/diagnostic.ts';
import { addFrame } from './diagnostics/frame.ts';
import { joinAlike, selectWarnings } from './diagnostics/select-warnings.ts';
import { diagnoseProject } from './diagnose-project.ts';
import { chooseRestores } from './choose-restores.ts';
import { chooseRenames } from './choose-renames.ts';
import { backUpReplaced } from './backend/back-up.ts';
import { backupFolderArtifact } from './kit/hooks/artifacts.ts';
import { loadProject, type Project } from './load-project.ts';
import { findRenaming } from './find-renaming.ts';
import { namesGone } from './names-gone.ts';
import { markLocal } from './plan/mark-local.ts';
import { markOpen } from './plan/mark-open.ts';
import { isRestored, textIn } from './plan/owned-files.ts';
import { planChanges } from './plan/plan-changes.ts';
import { readBaseline } from './plan/read-baseline.ts';
import { settlePlan } from './plan/settle-plan.ts';
import type { FileOperation, Output, SettledPlan } from './plan/types.ts';
import { editManifest } from './project/edit-manifest.ts';
import { normalizeOutputDir, outputDirProblem } from './project/output-dir.ts';
import { chooseStack } from './project/stacks.ts';
import type { BuildOutcome, BuildRequest, Prompter, Reporter } from './request.ts';
import { keepRenames } from './spec/kept-renames.ts';
import { shapeOf, type SpecShape } from './spec/renames.ts';

/** What a build is given besides its request: the backends that there are, who answers questions, and who is told what happens. */
export interface BuildSurroundings {
  readonly registry: Registry;
  readonly prompter: Prompter;
  readonly reporter: Reporter;
  /** The version of dazzle, which the baseline keeps. */
  readonly version: string;
}

/** How many plans a build makes, while files change under each of them, before it gives up (DZL427). */
const replanLimit = 5;

/**
 * The straight line: spec → virtual tree → plan → settle → commit → disk hooks.
 *
 * Errors of the spec, of `dazzle.toml` and of the phases come back in the outcome's `diagnostics`; so do conflicts that the policy
 * `fail` refuses, together with the plan's changes. Nothing is written then. Throws DazzleError where planning or committing
 * fails, and StoppedError where the person stops.
 */
export async function build(request: BuildRequest, surroundings: BuildSurroundings): Promise<BuildOutcome> {
  surroundings.reporter.phase('load');
  const project = await loadProject(request.projectDir, surroundings.registry);
  const ignored = project.manifest?.ignoredWarnings ?? [];
  const reporter = withoutWarnings(surroundings.reporter, ignored);
  const outcome = await buildProject(project, request, { ...surroundings, reporter });
  return { ...outcome, diagnostics: selectWarnings(outcome.diagnostics, ignored).told };
}

async function buildProject(
  project: Project,
  request: BuildRequest,
  surroundings: BuildSurroundings,
): Promise<BuildOutcome> {
  const { registry, prompter, reporter, version } = surroundings;
  const diagnostics: Diagnostic[] = [...project.diagnostics];
  const stack = project.manifest && chooseStack(project.manifest, { backends: registry.names }, request);
  diagnostics.push(...(stack?.diagnostics ?? []), ...checkOut(request.out));
  if (project.manifest === null || project.spec === null || !stack || hasErrors(diagnostics)) {
    const isOwnStack = request.stack === null && request.backends === null;
    if (!isOwnStack) return failed(diagnostics);
    return failed([...(await diagnoseProject(project, registry)), ...checkOut(request.out)]);
  }
  const { manifest, spec } = project;
  const backends = registry.select(stack.backends);
  const outputDir = request.out === null ? manifest.outputDir : normalizeOutputDir(request.out);

  const baseline = await readBaseline(request.projectDir);
  const outputs = backends.map((backend): Output => ({
    backend: backend.name,
    outputDir: path.posix.join(outputDir, backend.name),
  }));
  const asked = request.dryRun ? null : prompter;
  const restore = await chooseRestores(request.projectDir, baseline, outputs, request.restore, asked);
  const renames = await chooseRenames(baseline.shape, { ...project, spec }, asked);
  diagnostics.push(...renames.diagnostics);

  const stackNames = [...new Set([...stack.backends, ...manifest.stack.backends])];
  const phases = await runTreePhases({
    ...request,
    ...surroundings,
    backends,
    stack: registry.select(stackNames),
    spec,
    manifest,
    outputDir,
    renames: renames.chosen,
    restored: (file) => (isRestored(restore, file) ? textIn(baseline.entries.get(file)) : undefined),
  });
  const backendNames = backends.map(({ name }) => name);
  diagnostics.push(
    ...joinAlike(phases.diagnostics, backendNames).map((each) => addFrame(each, project.sources)),
  );
  if (hasErrors(diagnostics)) return failed(diagnostics, backends, phases);

  reporter.phase('plan');
  const shape: SpecShape = { ...shapeOf(spec), renames: keepRenames(renames.chosen) };
  const planned = {
    projectDir: request.projectDir,
    next: phases.store.nextFiles(),
    outputs,
    stack: stackNames.map((name): Output => ({
      backend: name,
      outputDir: path.posix.join(outputDir, name),
    })),
    findRenaming: (former: unknown) => findRenaming(former, shape),
    gone: namesGone(baseline.shape, shape, findRenaming(baseline.shape, shape).names),
    restore,
    prune: request.prune,
    formats: mergeFormats(phases.store, backends, (diagnostic) => diagnostics.push(diagnostic)),
    shape,
    version,
  };
  const extra = [...renames.operations, ...keepAnswers(project, phases)];
  let settled: SettledPlan;
  let receipt: Receipt | null = null;
  for (let attempt = 1; ; attempt++) {
    const plan = await planChanges(attempt === 1 ? { ...planned, baseline } : planned);
    reporter.phase('settle');
    try {
      settled = await settlePlan(plan, {
        policy: request.onConflict,
        // A dry run asks nothing: conflicts that a person would settle stay open.
        yes: request.yes || request.dryRun,
        prompter,
        byPath: manifest.conflicts,
        extra,
      });
    } catch (error) {
      if (!(error instanceof DazzleError) || error.exitStatus !== 2) throw error;
      const refused = outcomeOf([...diagnostics, ...error.diagnostics], backends, phases);
      return { ...refused, status: 'conflicts', changes: plan.changes };
    }
    reporter.planned(settled.changes);
    if (request.dryRun) break;
    reporter.phase('commit');
    try {
      receipt = await commitPlan(withBackups(settled, backends, phases), {
        signal: request.signal,
        migrations: migrationPlaces(phases),
      });
      settled = markOpen(settled, receipt.open);
      break;
    } catch (error) {
      if (!(error instanceof ReplanNeeded)) throw error;
      if (attempt === replanLimit) throw new DazzleError(keepsChanging(error));
    }
  }
  diagnostics.push(...settled.diagnostics, ...(receipt?.diagnostics ?? []));
  const { unsettled, operations } = settled;
  const changes = await markLocal(settled.changes, baseline, request.projectDir);
  const done = { ...outcomeOf(diagnostics, backends, phases), changes, unsettled, operations, receipt };
  if (request.dryRun) return { ...done, status: statusOfDryRun(changes, unsettled, phases.hooks) };

  await phases.saveCaches();
  const disk = await runDiskHooks({
    phases,
    projectDir: request.projectDir,
    diskHooks: request.diskHooks,
    conflicts: unsettled,
    version,
    reporter,
    signal: request.signal,
  });
  const hooks = [...phases.hooks, ...disk.hooks];
  return {
    ...done,
    status: statusOfBuild(unsettled, hooks, disk.aborted || hasErrors(disk.diagnostics)),
    hooks,
    artifacts: phases.artifacts.report(),
    diagnostics: [...diagnostics, ...disk.diagnostics],
  };
}

/** Wraps a reporter so that warnings with an ignored code do not reach it. */
function withoutWarnings(reporter: Reporter, ignored: readonly string[]): Reporter {
  const tell = (diagnostics: readonly Diagnostic[]) => selectWarnings(diagnostics, ignored).told;
  return {
    ...reporter,
    diagnostic: (diagnostic) => tell([diagnostic]).forEach((each) => reporter.diagnostic(each)),
    step: ({ report, ...event }) =>
      reporter.step(
        report === undefined
          ? event
          : { ...event, report: { ...report, diagnostics: tell(report.diagnostics) } },
      ),
  };
}

/** The migration folders of this build's backends; the commit's journal keeps them, so that an undo can name later migrations. */
function migrationPlaces({ stack }: TreePhases): MigrationPlace[] {
  return stack
    .filter(({ isBuilt }) => isBuilt)
    .flatMap(({ outputDir, facts }) => facts.migrations.map((fact) => ({ root: outputDir, ...fact })));
}

/** Adds copies of replaced files to the commit where the hook `backup_existing` has named a folder for them. */
function withBackups(
  settled: SettledPlan,
  backends: readonly Backend[],
  { artifacts }: TreePhases,
): SettledPlan {
  const folders = new Set(backends.flatMap(({ name }) => artifacts.find(name, backupFolderArtifact) ?? []));
  const copies = [...folders].flatMap((folder) =>
    backUpReplaced(settled.changes, settled.operations, folder, new Date()),
  );
  return copies.length === 0 ? settled : { ...settled, operations: [...settled.operations, ...copies] };
}

function keepsChanging({ paths }: ReplanNeeded): Diagnostic {
  return diagnose('DZL427', {
    message: `${paths.join(', ')} kept changing while the build was being written; nothing was written`,
    fix: 'stop what writes there (a watcher, an editor that saves by itself), then build again',
  });
}

/** Writes answers that were given on the command line or at a prompt into `dazzle.toml`, in the same commit. */
function keepAnswers(project: Project, { newAnswers }: TreePhases): FileOperation[] {
  const edits = Object.entries(newAnswers).flatMap(([backend, answers]) =>
    Object.entries(answers).map(([name, value]) => ({ path: ['backends', backend, name], value })),
  );
  if (edits.length === 0) return [];
  const text = editManifest(project.manifestText, edits);
  return [
    {
      kind: 'write',
      path: 'dazzle.toml',
      contents: Buffer.from(text),
      mode: 0o644,
      expect: createHash('sha256').update(project.manifestText).digest('hex'),
    },
  ];
}

function outcomeOf(
  diagnostics: readonly Diagnostic[],
  backends: readonly Backend[],
  phases: TreePhases | null,
): BuildOutcome {
  return {
    status: 'error',
    backends: backends.map((backend) => backend.name),
    changes: [],
    unsettled: [],
    operations: [],
    hooks: phases?.hooks ?? [],
    artifacts: phases?.artifacts.report() ?? {},
    diagnostics,
    receipt: null,
  };
}

function failed(
  diagnostics: readonly Diagnostic[],
  backends: readonly Backend[] = [],
  phases: TreePhases | null = null,
): BuildOutcome {
  return outcomeOf(diagnostics, backends, phases);
}

/** Checks `--out` by the rule for `dir` in `[output]`. */
function checkOut(out: string | null): Diagnostic[] {
  const problem = out === null ? undefined : outputDirProblem(out);
  if (problem === undefined) return [];
  return [
    diagnose('DZL208', {
      message: `--out cannot be "${out}": ${problem}`,
      fix: 'name a folder inside the project, e.g. --out apps',
    }),
  ];
}
