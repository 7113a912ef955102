import { DazzleError, hasErrors, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { SelectedWarnings } from '../../../diagnostics/select-warnings.ts';
import type { Project } from '../../../load-project.ts';
import type { AppSpec } from '../../../spec/app-spec.ts';
import { loadProjectRegistry, loadRegistry } from '../../built-in-backends.ts';
import type { CommandContext, CommandRun } from '../../command.ts';
import { locateProject } from '../../project/open-project.ts';
import { diagnosticJson, writeJson } from '../../screen/json.ts';
import { countDiagnostics, printDiagnostics } from '../../screen/print-diagnostics.ts';
import { countNoun } from '../../screen/text.ts';

/** Reports everything that is wrong with the spec and `dazzle.toml`. */
export const run: CommandRun = async (context, _, options) => {
  const { spec, told, ignored } = await lookInto(context, await locateProject(context));
  const diagnostics = options.strict === true ? told.map(asError) : told;
  const failed = spec === null || hasErrors(diagnostics);
  const { terminal } = context;
  printDiagnostics(diagnostics, terminal.err);
  const { green, red } = terminal.say.colours;
  if (failed) terminal.err.line(red(countDiagnostics(diagnostics)));
  else {
    const rest = diagnostics.length === 0 ? 'no problems' : countDiagnostics(diagnostics);
    const text = `${describeSpec(spec)}: ${rest}`;
    terminal.say.hang(`${green('valid')}  `, text, 2);
  }
  if (options.verbose === true && ignored.length > 0)
    terminal.say.line(`${countNoun(ignored.length, 'warning')} ignored by dazzle.toml`);
  if (options.json === true) {
    writeJson(terminal.out, {
      status: failed ? 'error' : 'done',
      diagnostics: diagnostics.map(diagnosticJson),
      ...(ignored.length === 0 ? {} : { ignored: ignored.length }),
    });
  }
  return failed ? 1 : 0;
};

/** The spec of a project, and what is wrong there; where plug-ins cannot be loaded, nothing of backends. */
async function lookInto(
  { signal }: CommandContext,
  projectDir: string,
): Promise<SelectedWarnings & { readonly spec: AppSpec | null }> {
  const { loadProject } = await import('../../../load-project.ts');
  const { diagnoseProject } = await import('../../../diagnose-project.ts');
  const { checkBackends } = await import('../../../check-backends.ts');
  const { joinAlike, selectWarnings } = await import('../../../diagnostics/select-warnings.ts');
  const select = ({ spec, manifest }: Project, found: readonly Diagnostic[]) => ({
    spec,
    ...selectWarnings(found, manifest?.ignoredWarnings ?? []),
  });
  try {
    const registry = await loadProjectRegistry(projectDir);
    const project = await loadProject(projectDir, registry);
    const found = await diagnoseProject(project, registry);
    const said = hasErrors(found) ? [] : await checkBackends(project, registry, signal);
    return select(project, joinAlike([...found, ...said], []));
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    const project = await loadProject(projectDir, await loadRegistry());
    const told = new Set(error.diagnostics.map(({ code, message }) => code + message));
    const rest = project.diagnostics.filter(
      // A backend that does not exist may be one of a plug-in.
      ({ code, message }) => code !== 'DZL212' && !told.has(code + message),
    );
    return select(project, [...error.diagnostics, ...rest]);
  }
}

function asError(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'error' };
}

/** `shop: 4 entities, 9 surfaces, 1 experience`. */
function describeSpec(spec: AppSpec): string {
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
