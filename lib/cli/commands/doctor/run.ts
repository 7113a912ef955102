import type { Registry } from '../../../backend/registry.ts';
import { DazzleError, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { CommandRun } from '../../command.ts';
import type { Finding } from './check-tools.ts';
import { writeJson } from '../../screen/json.ts';
import { hangText } from '../../screen/text.ts';
import type { Channel } from '../../screen/terminal.ts';

/** `dazzle doctor`: what is missing on this machine and in this project. */
export const run: CommandRun = async (context, _, options) => {
  const { terminal } = context;
  terminal.live.show('looking');
  const { checkTools } = await import('./check-tools.ts');
  const { checkProject } = await import('./check-project.ts');
  const { findProject } = await import('../../../project/find-project.ts');
  const projectDir = findProject(context.cwd);
  const { registry, broken } = await loadWhatLoads(projectDir);
  context.projectDir = projectDir;
  const project =
    projectDir === null ? null : await checkProject(projectDir, registry, await recover(projectDir));
  const { toolsOf } = await import('./tools-of.ts');
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

/** What was recovered of an interrupted build; where that fails, the errors: the look at the rest goes on. */
async function recover(projectDir: string): Promise<readonly Diagnostic[]> {
  const { recoverProject } = await import('../../../commit/recover.ts');
  try {
    const { reopen } = await import('../../project/open-project.ts');
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
  const { loadProjectRegistry, loadRegistry } = await import('../../built-in-backends.ts');
  try {
    return { registry: await loadProjectRegistry(projectDir), broken: [] };
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    const broken = error.diagnostics.map(({ message, fix }): Finding => ({
      state: 'bad',
      name: 'plug-ins',
      message,
      ...(fix === undefined ? {} : { fix }),
    }));
    return { registry: await loadRegistry(), broken };
  }
}

/** `width` is that of the longest name. */
function showFinding({ state, name, message, fix }: Finding, width: number, out: Channel): void {
  const { green, yellow, red } = out.colours;
  const tint = { good: green, note: yellow, bad: red }[state];
  const word = { good: '  ok', note: 'note', bad: ' bad' }[state];
  for (const line of hangText(`${tint(word)}  ${name.padEnd(width)}  `, message, out.width, 6))
    out.line(line);
  if (fix !== undefined && state !== 'good') {
    for (const line of hangText(`      ${green('fix:')} `, out.hint(fix), out.width, 11)) out.line(line);
  }
}
