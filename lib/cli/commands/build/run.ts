import { addStackOptions, readBuildRequest } from '../../argv/build-options.ts';
import { collect, examples, type CommandModule } from '../../command.ts';

/** `dazzle build`: spec to files, with every edit kept. */
export const command: CommandModule = {
  configure(command) {
    addStackOptions(command)
      .option('-y, --yes', 'ask nothing: take defaults, leave conflicts for later')
      .option('--on-conflict <policy>', 'ask, keep, take, markers or fail')
      .option('--out <dir>', 'write below this folder of the project instead of output.dir')
      .option('--skip-hook <name>', 'leave out this hook (repeatable)', collect)
      .option('--no-disk-hooks', 'only write files: install, migrate and run nothing')
      .option('--restore <path>', 'bring back a generated file that you deleted (repeatable)', collect)
      .option('--prune', 'remove the files of backends that have left the stack')
      .option('--dry-run', 'only tell what would happen')
      .option('-q, --quiet', 'only errors, conflicts and what failed')
      .option('-v, --verbose', 'every file, and how long each step took')
      .option('--json', 'one JSON document on stdout')
      .addHelpText(
        'after',
        examples(
          ['dazzle build', 'build, and ask where your edits and the new version clash'],
          ['dazzle build --dry-run', 'see what would happen'],
          ['dazzle build --yes', 'ask nothing; exit status 2 when conflicts are left'],
          ['dazzle build --no-disk-hooks', 'files only'],
        ),
      );
  },

  async run(context, _, options) {
    const { openProject } = await import('../../project/open-project.ts');
    const { projectDir, registry } = await openProject(context);
    const { runBuild } = await import('../../project/run-build.ts');
    return runBuild(context, readBuildRequest(context, projectDir, options), registry, options);
  },
};
