import { addStackOptions } from '../../argv/build-options.ts';
import { examples, type CommandModule } from '../../command.ts';
import { listExamples } from './examples.ts';

/** `small (a reading list), …` */
function nameExamples(): string {
  return listExamples()
    .map(({ name, title }) => `${name} (${title})`)
    .join(', ');
}

/** `dazzle init [dir]`: the wizard, and with `--yes` the same without questions. */
export const command: CommandModule = {
  configure(command) {
    addStackOptions(
      command
        .argument('[dir]', 'folder of the project; made where it is missing', '.')
        .option('-y, --yes', 'take every default, and build')
        .option('--name <name>', "the application's name; otherwise the spec's or the folder's")
        .option('--from <start>', `starter, a .dsl file, or an example: ${nameExamples()}`),
    )
      .option('--no-build', 'only write dazzle.toml, dsl/ and .gitignore')
      .option('--no-disk-hooks', 'build, but install, migrate and run nothing')
      .option('-q, --quiet', 'say little')
      .option('-v, --verbose', 'every file, and how long each step took')
      .option('--json', 'one JSON document on stdout')
      .addHelpText(
        'after',
        examples(
          ['dazzle init shop', 'a few questions, then a running application'],
          ['dazzle init shop --yes', 'no questions'],
          ['dazzle init shop --from ../shop.dsl', 'start from a spec of your own'],
          ['dazzle init api --yes --stack api_only', 'another stack'],
        ),
      );
  },

  async run(context, [dir = '.'], options) {
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
  },
};
