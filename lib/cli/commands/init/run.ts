import { relative, resolve } from 'node:path';
import type { CommandRun } from '../../command.ts';
import { checkFolder } from './check-folder.ts';

/** Starts a project, by the wizard or with defaults. */
export const run: CommandRun = async (context, [dir = '.'], options) => {
  const projectDir = resolve(context.cwd, dir);
  await checkFolder(projectDir, relative(context.terminal.streams.cwd, projectDir) || '.');
  const { readInitOptions, takeDefaults } = await import('./take-defaults.ts');
  const given = readInitOptions(options);
  const asks = context.terminal.interactive && options.yes !== true;
  const plan = asks
    ? await (await import('./wizard/wizard.ts')).runWizard(context, projectDir, given, dir)
    : await takeDefaults(context, projectDir, given);
  const { startProject } = await import('./start-project.ts');
  return startProject(context, { projectDir, plan, options });
};
