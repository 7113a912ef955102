import { DazzleError } from '../../diagnostics/diagnostic.ts';
import { readPolicy } from '../build-options.ts';
import { examples, type CommandModule, type OptionValues } from '../command.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { countNoun } from '../text.ts';
import type { Channel } from '../terminal.ts';

/** `dazzle undo`: the files from before a build. */
export const command: CommandModule = {
  configure(command) {
    command
      .option('--list', 'show the builds that can be undone')
      .option('--to <number>', 'go back to before this build')
      .option('-y, --yes', 'ask nothing: where your edits clash with the way back, they stay')
      .option('--on-conflict <policy>', 'ask, keep, take, markers or fail')
      .addHelpText(
        'after',
        examples(
          ['dazzle undo', 'back to before the last build; later edits are merged back'],
          ['dazzle undo --list', 'what can be undone'],
          ['dazzle undo --to 3', 'back to before build 3'],
        ),
      );
  },

  async run(context, _, options) {
    const { recoverAround } = await import('../open-project.ts');
    const { projectDir, recovered } = await recoverAround(context);
    const { say, err } = context.terminal;
    if (options.list === true) {
      const { listBuilds } = await import('../../commit/list-builds.ts');
      const builds = await listBuilds(projectDir);
      if (builds.length === 0) say.line('there is no build to undo');
      for (const build of builds) say.line(describeBuild(build, say));
      return 0;
    }
    const { finishedUndo } = await import('../../commit/recover.ts');
    // The undo that was asked for is done: another one would take the build before it back too.
    if (recovered.some(({ code }) => code === finishedUndo)) return 0;
    const { undoBuild } = await import('../../commit/undo.ts');
    const { planUndo } = await import('../../plan/plan-undo.ts');
    const { settlePlan } = await import('../../plan/settle-plan.ts');
    const { commitOften } = await import('../commit-often.ts');
    const { createTerminalPrompter } = await import('../prompt/terminal-prompter.ts');
    const { listChanges } = await import('../reporter.ts');
    const to = readNumber(options);
    const yes = options.yes === true;
    const outcome = await commitOften(() =>
      undoBuild(projectDir, {
        ...(to === null ? {} : { to }),
        settle: async (request) => {
          const settled = await settlePlan(await planUndo(request), {
            policy: readPolicy(options.onConflict),
            yes,
            prompter: createTerminalPrompter(context, context.terminal.interactive && !yes),
          });
          context.disk = 'committing';
          return settled;
        },
      }),
    );
    context.disk = 'committed';
    const numbers = outcome.builds.join(', ');
    say.line(`${outcome.builds.length === 1 ? `build ${numbers} is` : `builds ${numbers} are`} undone`);
    listChanges(outcome.settled.changes, say, { quiet: false, verbose: false, dryRun: false });
    printDiagnostics(outcome.diagnostics, err);
    return outcome.settled.unsettled.length > 0 ? 2 : 0;
  },
};

function readNumber({ to }: OptionValues): number | null {
  if (to === undefined) return null;
  if (/^\d+$/.test(to as string)) return Number(to);
  throw new DazzleError({
    code: 'DZL503',
    severity: 'error',
    message: `--to takes the number of a build, not "${to as string}"`,
    fix: 'dazzle undo --list shows them',
  });
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
