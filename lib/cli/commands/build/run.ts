import { readBuildRequest } from '../../project/build-request.ts';
import type { CommandRun } from '../../command.ts';

/** `dazzle build`: spec to files, with every edit kept. */
export const run: CommandRun = async (context, _, options) => {
  const { openProject } = await import('../../project/open-project.ts');
  const { projectDir, registry } = await openProject(context);
  const { runBuild } = await import('../../project/run-build.ts');
  return runBuild(context, readBuildRequest(context, projectDir, options), registry, options);
};
