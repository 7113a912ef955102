import { listUnsettled } from '../../../plan/resolve.ts';
import { findProject } from '../../../project/find-project.ts';
import type { Completion } from '../../command.ts';

/** The conflicts that the project around `cwd` has left, for a shell to complete. */
export async function unsettledPaths(cwd: string): Promise<Completion[]> {
  const projectDir = findProject(cwd);
  if (projectDir === null) return [];
  return (await listUnsettled(projectDir)).map(({ path, why }) => ({ value: path, about: why }));
}
