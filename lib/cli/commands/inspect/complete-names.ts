import { loadProject } from '../../../load-project.ts';
import { findProject } from '../../../project/find-project.ts';
import { backendNames } from '../../built-in-backends.ts';
import type { Completion } from '../../command.ts';

/** The entities, surfaces and other names of the project around `cwd`; none where its spec cannot be read. */
export async function projectNames(cwd: string): Promise<Completion[]> {
  const projectDir = findProject(cwd);
  if (projectDir === null) return [];
  const { spec } = await loadProject(projectDir, backendNames);
  if (spec === null) return [];
  const kinds = [
    ['entity', spec.entities],
    ['surface', spec.surfaces],
    ['experience', spec.experiences],
    ['workspace', spec.workspaces],
  ] as const;
  return kinds.flatMap(([kind, items]) =>
    items.map(({ name, title }) => ({ value: name, about: `${kind} ${title}` })),
  );
}
