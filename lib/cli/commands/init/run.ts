import type { CommandRun } from '../../command.ts';

/** `dazzle init [dir]`: the wizard, and with `--yes` the same without questions. */
export const run: CommandRun = async (context, [dir = '.'], options) => {
  const { relative, resolve } = await import('node:path');
  const projectDir = resolve(context.cwd, dir);
  const { checkFolder } = await import('./check-folder.ts');
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
