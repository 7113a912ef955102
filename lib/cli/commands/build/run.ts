import type { CommandRun } from '../../command.ts';
import { readBuildRequest } from '../../project/build-request.ts';
import { openProject } from '../../project/open-project.ts';
import { runBuild } from '../../project/run-build.ts';

/** Builds the project around the current folder. */
export const run: CommandRun = async (context, _, options) => {
  const { projectDir, registry } = await openProject(context);
  return runBuild(context, readBuildRequest(context, projectDir, options), registry, options);
};
