import { listBuilds, listUndos } from '../../commit/history.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import type { CommandContext, OptionValues } from '../command.ts';
import { printDiagnostics } from '../screen/print-diagnostics.ts';
import type { Channel } from '../screen/terminal.ts';
import { countNoun } from '../screen/text.ts';
import { readPolicy } from './build-request.ts';
import { locateProject } from './open-project.ts';

/** Runs `dazzle undo` or `dazzle redo`, and resolves to the exit status. */
export async function goBack(
  context: CommandContext,
  options: OptionValues,
  kind: 'undo' | 'redo',
): Promise<number> {
  const to = readNumber(options, kind);
  const projectDir = await locateProject(context);
  const { say, err } = context.terminal;
  if (options.list === true) return await list(projectDir, kind, say);
  if (context.recovered === kind) {
    say.tell(`that was the ${kind} you asked for before: run dazzle ${kind} again for one more`);
    return 0;
  }
  const { redoBuild, undoBuild } = await import('../../commit/undo.ts');
  const { planUndo } = await import('../../plan/plan-undo.ts');
  const { settlePlan } = await import('../../plan/settle-plan.ts');
  const { markOpen } = await import('../../plan/mark-open.ts');
  const { commitOften } = await import('./commit-often.ts');
  const { createTerminalPrompter } = await import('../screen/prompt/terminal-prompter.ts');
  const { listChanges } = await import('../screen/reporter.ts');
  const yes = options.yes === true;
  const outcome = await commitOften(() => {
    context.disk = 'untouched';
    return (kind === 'undo' ? undoBuild : redoBuild)(projectDir, {
      ...(to === null ? {} : { to }),
      signal: context.signal,
      settle: async (request) => {
        const settled = await settlePlan(await planUndo(request), {
          policy: readPolicy(options.onConflict),
          yes,
          prompter: createTerminalPrompter(context, context.terminal.interactive && !yes),
        });
        context.disk = 'committing';
        return settled;
      },
    });
  });
  context.disk = 'committed';
  const settled = markOpen(outcome.settled, outcome.receipt.open);
  const numbers = outcome.builds.join(', ');
  const done = kind === 'undo' ? 'undone' : 'redone';
  say.tell(`${outcome.builds.length === 1 ? `build ${numbers} is` : `builds ${numbers} are`} ${done}`);
  listChanges(settled.changes, say, { quiet: false, verbose: false, dryRun: false });
  printDiagnostics(outcome.diagnostics, err);
  return settled.unsettled.length > 0 ? 2 : 0;
}

async function list(projectDir: string, kind: 'undo' | 'redo', say: Channel): Promise<number> {
  if (kind === 'undo') {
    const builds = await listBuilds(projectDir);
    if (builds.length === 0) say.tell('there is no build to undo');
    for (const build of builds) say.tell(describeBuild(build, say));
    return 0;
  }
  const undos = await listUndos(projectDir);
  if (undos.length === 0) say.tell('there is no undo to take back');
  for (const undo of undos) {
    const builds = `${undo.undoes.length === 1 ? 'build' : 'builds'} ${undo.undoes.join(', ')}`;
    say.tell(`${describeBuild(undo, say)} ${say.colours.dim(`(${builds} undone)`)}`);
  }
  return 0;
}

function readNumber({ to }: OptionValues, kind: 'undo' | 'redo'): number | null {
  if (to === undefined) return null;
  if (/^\d+$/.test(to as string)) return Number(to);
  throw new DazzleError(
    diagnose('DZL503', {
      message: `--to takes the number of ${kind === 'undo' ? 'a build' : 'an undo'}, not "${to as string}"`,
      fix: `dazzle ${kind} --list shows them`,
    }),
  );
}

interface Build {
  readonly build: number;
  readonly started: string;
  readonly created: number;
  readonly replaced: number;
  readonly deleted: number;
}

function describeBuild({ build, started, created, replaced, deleted }: Build, { colours }: Channel): string {
  const time = new Date(started);
  const local = Number.isNaN(time.getTime()) ? started : time.toLocaleString('sv-SE').slice(0, 16);
  const parts = [
    ...(created > 0 ? [`${countNoun(created, 'file')} created`] : []),
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
  ];
  return `${colours.bold(String(build).padStart(4))}  ${local}  ${parts.join(', ')}`;
}
