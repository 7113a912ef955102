import { DazzleError, hasErrors } from '../../diagnostics/diagnostic.ts';
import { examples, type CommandModule } from '../command.ts';
import { writeJson } from '../json.ts';
import { printDiagnostics } from '../print-diagnostics.ts';

/** `dazzle inspect`: the AppSpec. */
export const command: CommandModule = {
  configure(command) {
    command
      .option('--json', 'the whole AppSpec as one JSON document on stdout')
      .addHelpText(
        'after',
        examples(['dazzle inspect', 'an overview'], ['dazzle inspect --json | jq .entities', 'for scripts']),
      );
  },

  async run(context, _, options) {
    const { openProject } = await import('../open-project.ts');
    const { projectDir, registry } = await openProject(context);
    const { loadProject } = await import('../../load-project.ts');
    const { spec, diagnostics } = await loadProject(projectDir, registry);
    if (spec === null || hasErrors(diagnostics)) throw new DazzleError(diagnostics);
    const { terminal } = context;
    printDiagnostics(diagnostics, terminal.err);
    if (options.json === true) {
      writeJson(terminal.out, spec);
      return 0;
    }
    const { describeApp } = await import('../describe-spec.ts');
    const { page } = await import('../page.ts');
    await page(context, describeApp(spec, terminal.out.colours));
    return 0;
  },
};
