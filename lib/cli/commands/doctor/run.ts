import type { Registry } from '../../../backend/registry.ts';
import { recoverProject } from '../../../commit/recover.ts';
import { DazzleError, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { findProject } from '../../../project/find-project.ts';
import { loadProjectRegistry, loadRegistry } from '../../built-in-backends.ts';
import type { CommandRun } from '../../command.ts';
import { reopen } from '../../project/open-project.ts';
import { writeJson } from '../../screen/json.ts';
import type { Channel } from '../../screen/terminal.ts';
import { checkProject } from './check-project.ts';
import { badFinding, checkTools, type Finding } from './check-tools.ts';
import { toolsOf } from './tools-of.ts';

/** Looks at this machine and the project; exit status 1 where something is wrong. */
export const run: CommandRun = async (context, _, options) => {
  const { terminal } = context;
  terminal.live.show('looking');
  const projectDir = findProject(context.cwd);
  const { registry, broken } = await loadWhatLoads(projectDir);
  context.projectDir = projectDir;
  const project =
    projectDir === null ? null : await checkProject(projectDir, registry, await recover(projectDir));
  const tools = await checkTools(await toolsOf(registry, project?.manifest ?? null, project?.spec ?? null));
  terminal.live.stop();
  const findings = [...tools, ...broken, ...(project?.findings ?? [])];
  const bad = findings.some((finding) => finding.state === 'bad');
  if (options.json === true) writeJson(terminal.out, { status: bad ? 'error' : 'done', findings });
  else {
    const width = Math.max(...findings.map(({ name }) => name.length));
    for (const finding of findings) showFinding(finding, width, terminal.out);
    if (projectDir === null)
      terminal.out.tell(terminal.out.colours.dim('no project here: only the tools were looked at'));
  }
  return bad ? 1 : 0;
};

/** What was recovered of an interrupted build, or the errors of recovering it: neither keeps the rest from being looked at. */
async function recover(projectDir: string): Promise<readonly Diagnostic[]> {
  try {
    return (await recoverProject(projectDir, { reopen })).diagnostics;
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    return error.diagnostics;
  }
}

/** The project's backends, or those of dazzle alone where plug-ins cannot be loaded. */
async function loadWhatLoads(
  projectDir: string | null,
): Promise<{ readonly registry: Registry; readonly broken: readonly Finding[] }> {
  try {
    return { registry: await loadProjectRegistry(projectDir), broken: [] };
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    const broken = error.diagnostics.map((diagnostic) => badFinding('plug-ins', diagnostic));
    return { registry: await loadRegistry(), broken };
  }
}

/** `width` is that of the longest name. */
function showFinding({ state, name, message, fix }: Finding, width: number, out: Channel): void {
  const { green, yellow, red } = out.colours;
  const tint = { good: green, note: yellow, bad: red }[state];
  const word = { good: '  ok', note: 'note', bad: ' bad' }[state];
  out.hang(`${tint(word)}  ${name.padEnd(width)}  `, message, 6);
  if (fix !== undefined && state !== 'good') out.hang(`      ${green('fix:')} `, out.hint(fix), 11);
}
