import { DazzleError, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec } from '../../spec/app-spec.ts';
import { examples, type CommandModule } from '../command.ts';
import { diagnosticJson, writeJson } from '../json.ts';
import { countDiagnostics, printDiagnostics } from '../print-diagnostics.ts';
import { countNoun, hangText } from '../text.ts';

/** `dazzle validate`: everything that is wrong with the spec and `dazzle.toml`. */
export const command: CommandModule = {
  configure(command) {
    command
      .option('--strict', 'make warnings errors')
      .option('--json', 'one JSON document on stdout')
      .addHelpText(
        'after',
        examples(
          ['dazzle validate', 'report everything'],
          ['dazzle validate --strict', 'fail on warnings too'],
        ),
      );
  },

  async run(context, _, options) {
    const { locateProject } = await import('../open-project.ts');
    const { spec, found } = await lookInto(await locateProject(context));
    const diagnostics = options.strict === true ? found.map(asError) : found;
    const failed = spec === null || hasErrors(diagnostics);
    const { terminal } = context;
    printDiagnostics(diagnostics, terminal.err);
    const { green, red } = terminal.say.colours;
    if (failed) terminal.err.line(red(countDiagnostics(diagnostics)));
    else {
      const rest = diagnostics.length === 0 ? 'no problems' : countDiagnostics(diagnostics);
      const text = `${describeSpec(spec)}: ${rest}`;
      for (const line of hangText(`${green('valid')}  `, text, terminal.say.width, 2))
        terminal.say.line(line);
    }
    if (options.json === true) {
      writeJson(terminal.out, {
        status: failed ? 'error' : 'done',
        diagnostics: diagnostics.map(diagnosticJson),
      });
    }
    return failed ? 1 : 0;
  },
};

/** The spec of a project, and everything that is wrong there; where plug-ins cannot be loaded, nothing of backends. */
async function lookInto(
  projectDir: string,
): Promise<{ readonly spec: AppSpec | null; readonly found: readonly Diagnostic[] }> {
  const { loadProjectRegistry, loadRegistry } = await import('../built-in-backends.ts');
  const { loadProject } = await import('../../load-project.ts');
  const { diagnoseProject } = await import('../../diagnose-project.ts');
  try {
    const registry = await loadProjectRegistry(projectDir);
    const project = await loadProject(projectDir, registry);
    return { spec: project.spec, found: await diagnoseProject(project, registry) };
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    const { spec, diagnostics } = await loadProject(projectDir, await loadRegistry());
    const told = new Set(error.diagnostics.map(({ code, message }) => code + message));
    const rest = diagnostics.filter(
      // A backend that does not exist may be one of a plug-in.
      ({ code, message }) => code !== 'DZL212' && !told.has(code + message),
    );
    return { spec, found: [...error.diagnostics, ...rest] };
  }
}

function asError(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'error' };
}

/** `shop: 4 entities, 9 surfaces, 1 experience`. */
export function describeSpec(spec: AppSpec): string {
  const counts = [
    countNoun(spec.entities.length, 'entity', 'entities'),
    countNoun(spec.surfaces.length, 'surface'),
    ...(spec.experiences.length > 0 ? [countNoun(spec.experiences.length, 'experience')] : []),
    ...(spec.workspaces.length > 0 ? [countNoun(spec.workspaces.length, 'workspace')] : []),
    ...(spec.integrations.length > 0 ? [countNoun(spec.integrations.length, 'integration')] : []),
    ...(spec.tests.length > 0 ? [countNoun(spec.tests.length, 'test')] : []),
  ];
  return `${spec.name} with ${counts.join(', ')}`;
}
