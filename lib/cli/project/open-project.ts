import type { Registry } from '../../backend/registry.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import type { ReopenPaths } from '../../plan/types.ts';
import type { CommandContext } from '../command.ts';
import { printDiagnostics } from '../screen/print-diagnostics.ts';

/** An open project: whatever an interrupted build left is finished or taken back. */
export interface OpenProject {
  readonly projectDir: string;
  readonly registry: Registry;
}

/**
 * Finds the project around `context.cwd`, and recovers it.
 * @throws DazzleError DZL505 where there is none.
 */
export async function openProject(context: CommandContext): Promise<OpenProject> {
  const projectDir = await locateProject(context);
  const { loadProjectRegistry } = await import('../built-in-backends.ts');
  return { projectDir, registry: await loadProjectRegistry(projectDir) };
}

/** The backends that may be used here: those of the project around `context.cwd`, recovered, or just those of dazzle. */
export async function registryAround(context: CommandContext): Promise<Registry> {
  const { findProject } = await import('../../project/find-project.ts');
  if (findProject(context.cwd) !== null) return (await openProject(context)).registry;
  const { loadRegistry } = await import('../built-in-backends.ts');
  return loadRegistry();
}

/** Finds and recovers the project without loading any backend. */
export async function locateProject(context: CommandContext): Promise<string> {
  const { findProject } = await import('../../project/find-project.ts');
  const { recoverProject } = await import('../../commit/recover.ts');
  const projectDir = findProject(context.cwd);
  if (projectDir === null) {
    throw new DazzleError(
      diagnose('DZL505', {
        message: `there is no dazzle.toml in ${context.cwd} or above it`,
        fix: 'change to the project, name it with --cwd, or start one with "dazzle init"',
      }),
    );
  }
  context.projectDir = projectDir;
  context.terminal.setProject(projectDir);
  const { diagnostics, finished } = await recoverProject(projectDir, { reopen });
  context.recovered = finished;
  printDiagnostics(diagnostics, context.terminal.err);
  return projectDir;
}

/** Loads the baseline's format only where an interrupted commit needs it. */
export const reopen: ReopenPaths = async (books, open) =>
  (await import('../../plan/baseline/reopen-paths.ts')).reopenPaths(books, open);
