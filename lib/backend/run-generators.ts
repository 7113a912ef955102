import { DazzleError, hasErrors, StoppedError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reporter } from '../request.ts';
import type { TreeStore } from '../tree/create-tree.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { makersFor, orderGenerators } from './order-parts.ts';
import { crashDiagnostic } from './run-hook.ts';
import { waitFor } from './wait-for.ts';
import type { Backend, Generator, GeneratorResult, PhaseContext } from './types.ts';

/** What one generator did. */
export interface GeneratorReport {
  readonly backend: string;
  readonly name: string;
  /** POSIX, relative to the backend's folder. */
  readonly filesCreated: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

/** What is needed to run a backend's generators. */
export interface GeneratorPhase {
  readonly store: TreeStore;
  readonly artifacts: ArtifactStore;
  readonly reporter: Pick<Reporter, 'step'>;
  /** Only diagnostics are wanted, not files: where a generator has `checkSpec`, no `generate` runs. */
  readonly specOnly?: boolean;
  /** The context of a backend's generator, with `report` collecting into `diagnostics`. */
  contextOf(backend: Backend, generator: Generator): PhaseContext;
}

/**
 * Runs a backend's generators in the order of their artifacts. One that fails is reported and those that need its artifacts
 * are left out; the others still run, so that a build tells everything that is wrong.
 */
export async function runGenerators(
  backend: Backend,
  phase: GeneratorPhase,
): Promise<{ readonly reports: readonly GeneratorReport[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { ordered, diagnostics: orderProblems } = orderGenerators(backend);
  if (hasErrors(orderProblems)) return { reports: [], diagnostics: orderProblems };
  const diagnostics: Diagnostic[] = [];
  const reports: GeneratorReport[] = [];
  const failed = new Set<string>();
  const onlyChecks = phase.specOnly === true && ordered.some(({ checkSpec }) => checkSpec !== undefined);
  for (const generator of ordered) {
    const context = phase.contextOf(backend, generator);
    if (context.signal.aborted) throw new StoppedError();
    diagnostics.push(...(await checkSpec(backend, generator, context)));
    if (onlyChecks) continue;
    if (makersFor(generator, backend.generators).some((name) => failed.has(name))) {
      failed.add(generator.name);
      continue;
    }
    const event = { kind: 'generator', backend: backend.name, name: generator.name } as const;
    phase.reporter.step({ ...event, state: 'start' });
    const start = performance.now();
    const result = await runOne(backend, generator, phase, context);
    const took = Math.round(performance.now() - start);
    phase.reporter.step({ ...event, state: 'end', took });
    if (hasErrors(result.errors)) failed.add(generator.name);
    diagnostics.push(...result.errors);
    reports.push({ backend: backend.name, name: generator.name, filesCreated: result.filesCreated, took });
  }
  return { reports, diagnostics };
}

async function checkSpec(
  backend: Backend,
  generator: Generator,
  context: PhaseContext,
): Promise<readonly Diagnostic[]> {
  try {
    return (await waitFor(nameOf(backend, generator), () => generator.checkSpec?.(context))) ?? [];
  } catch (error) {
    return failures(backend, generator, error);
  }
}

async function runOne(
  backend: Backend,
  generator: Generator,
  phase: GeneratorPhase,
  context: PhaseContext,
): Promise<{ readonly filesCreated: readonly string[]; readonly errors: readonly Diagnostic[] }> {
  const tree = phase.store.face({
    backend: backend.name,
    outputDir: context.outputDir,
    templates: backend.templates,
    writer: generator.name,
  });
  try {
    const result: GeneratorResult =
      (await waitFor(nameOf(backend, generator), () => generator.generate({ ...context, tree }))) ?? {};
    const { errors = [] } = result;
    if (!hasErrors(errors)) phase.artifacts.add(backend.name, generator, result.artifacts ?? []);
    return { filesCreated: result.filesCreated ?? filesOf(phase.store, backend, generator), errors };
  } catch (error) {
    if (error instanceof StoppedError || context.signal.aborted) throw new StoppedError();
    const errors = failures(backend, generator, error);
    return { filesCreated: filesOf(phase.store, backend, generator), errors };
  }
}

function failures(backend: Backend, generator: Generator, error: unknown): readonly Diagnostic[] {
  if (error instanceof DazzleError) return error.diagnostics;
  return [crashDiagnostic('DZL334', nameOf(backend, generator), error)];
}

function nameOf(backend: Backend, generator: Generator): string {
  return `generator ${generator.name} of ${backend.name}`;
}

function filesOf(store: TreeStore, backend: Backend, generator: Generator): string[] {
  return store.written(backend.name, generator.name);
}
