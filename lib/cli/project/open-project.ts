import type { Registry } from '../../backend/registry.ts';
import { recoverProject } from '../../commit/recover.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import type { ReopenPaths } from '../../plan/types.ts';
import { findProject } from '../../project/find-project.ts';
import { loadProjectRegistry, loadRegistry } from '../built-in-backends.ts';
import type { CommandContext } from '../command.ts';
import { printDiagnostics } from '../screen/print-diagnostics.ts';

/** An open project: whatever an interrupted build left is finished or taken back. */
interface OpenProject {
  readonly projectDir: string;
  readonly registry: Registry;
}

/**
 * Finds the project around `context.cwd`, and recovers it.
 * @throws DazzleError DZL505 where there is none.
 */
export async function openProject(context: CommandContext): Promise<OpenProject> {
  const projectDir = await locateProject(context);
  return { projectDir, registry: await loadProjectRegistry(projectDir) };
}

/** The backends of the project around `context.cwd`, which is recovered; outside of a project, those that come with dazzle. */
export async function registryAround(context: CommandContext): Promise<Registry> {
  if (findProject(context.cwd) !== null) return (await openProject(context)).registry;
  return loadRegistry();
}

/** Finds and recovers the project without loading any backend. */
export async function locateProject(context: CommandContext): Promise<string> {
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
