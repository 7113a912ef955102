import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError, hasErrors } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { AppSpec } from '../../../spec/app-spec.ts';
import { projectBackendNames } from '../../built-in-backends.ts';
import type { CommandRun } from '../../command.ts';
import { locateProject } from '../../project/open-project.ts';
import { writeJson } from '../../screen/json.ts';
import { page } from '../../screen/page.ts';
import { printDiagnostics } from '../../screen/print-diagnostics.ts';
import { wrapLines } from '../../screen/text.ts';
import { describeApp, narrowSpec } from './describe-spec.ts';

/** Shows the AppSpec, or one thing of it. */
export const run: CommandRun = async (context, [name], options) => {
  const projectDir = await locateProject(context);
  const { loadProject } = await import('../../../load-project.ts');
  const { spec, diagnostics } = await loadProject(projectDir, await projectBackendNames(projectDir));
  if (spec === null || hasErrors(diagnostics)) throw new DazzleError(diagnostics);
  const { terminal } = context;
  printDiagnostics(diagnostics, terminal.err);
  const item = name === undefined ? null : findItem(spec, name);
  if (options.json === true) {
    writeJson(terminal.out, item ?? spec);
    return 0;
  }
  const lines = describeApp(name === undefined ? spec : narrowSpec(spec, name), terminal.out.colours);
  await page(
    context,
    lines.flatMap((line) => wrapLines(line, terminal.out.width).split('\n')),
  );
  return 0;
};

/** The one thing of this name; entities first. */
function findItem(spec: AppSpec, name: string): object {
  const items = [...spec.entities, ...spec.surfaces, ...spec.experiences, ...spec.workspaces];
  const item = items.find((candidate) => candidate.name === name);
  if (item !== undefined) return item;
  const near = suggest(
    name,
    items.map((candidate) => candidate.name),
  );
  throw new DazzleError(
    diagnose('DZL512', {
      message: `nothing in the spec is called "${name}"`,
      fix: near === undefined ? 'run "dazzle inspect" to see the names' : `did you mean "${near}"?`,
    }),
  );
}
