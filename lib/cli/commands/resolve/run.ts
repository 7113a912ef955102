import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { listUnsettled, planResolve } from '../../../plan/resolve.ts';
import type { Settlement } from '../../../plan/types.ts';
import type { CommandRun, OptionValues } from '../../command.ts';
import { locateProject } from '../../project/open-project.ts';
import { matchPaths } from '../../project/project-paths.ts';
import { printDiagnostics } from '../../screen/print-diagnostics.ts';
import { countNoun } from '../../screen/text.ts';

/** Settles the conflicts that builds have left. */
export const run: CommandRun = async (context, paths, options) => {
  const projectDir = await locateProject(context);
  const { say, err } = context.terminal;
  const settlement = readSettlement(options);
  const unsettled = await listUnsettled(projectDir);
  if (unsettled.length === 0) {
    const { readBaseline } = await import('../../../plan/read-baseline.ts');
    matchPaths(context, projectDir, paths, [...(await readBaseline(projectDir)).entries.values()]);
    say.tell('no conflict is left to settle');
    return 0;
  }
  const wanted = unsettled.filter(matchPaths(context, projectDir, paths, unsettled));
  if (settlement === null && !context.terminal.interactive) {
    for (const { path, why } of wanted)
      say.hang(`${say.colours.red('   conflict')}  `, `${path}  ${say.colours.dim(why)}`, 2);
    err.tell('there is no terminal to ask: give --keep or --take, and the files that are meant');
    return 2;
  }
  const { settlePlan } = await import('../../../plan/settle-plan.ts');
  const { markOpen } = await import('../../../plan/mark-open.ts');
  const { commitPlan } = await import('../../../commit/commit-plan.ts');
  const { commitOften } = await import('../../project/commit-often.ts');
  const { findRenaming } = await import('../../../find-renaming.ts');
  const { createTerminalPrompter } = await import('../../screen/prompt/terminal-prompter.ts');
  const { listChanges } = await import('../../screen/reporter.ts');
  const { settled, receipt } = await commitOften(async () => {
    context.disk = 'untouched';
    const plan = await planResolve(projectDir, { paths: wanted.map(({ path }) => path), findRenaming });
    const chosen = await settlePlan(plan, {
      policy: 'ask',
      prompter: createTerminalPrompter(context, context.terminal.interactive),
      ...(settlement === null ? {} : { settlement }),
    });
    context.disk = 'committing';
    const receipt = await commitPlan(chosen, { signal: context.signal });
    context.disk = 'committed';
    return { settled: markOpen(chosen, receipt.open), receipt };
  });
  const left = new Set([...(await listUnsettled(projectDir)).map(({ path }) => path), ...receipt.open]);
  const done = settled.changes.filter(({ path }) => !left.has(path));
  printDiagnostics(
    settled.diagnostics.filter((diagnostic) => !isOver(diagnostic, done)),
    err,
  );
  listChanges(settled.changes, say, { quiet: false, verbose: true, dryRun: false });
  printDiagnostics(receipt.diagnostics, err);
  if (left.size === 0) return 0;
  say.line(say.colours.yellow(`${countNoun(left.size, 'conflict')} left`));
  return 2;
};

/** Claims that a warning speaks of markers in a file that has been settled, and has none any more. */
function isOver({ code, message }: Diagnostic, done: readonly { readonly path: string }[]): boolean {
  return code === 'DZL422' && done.some(({ path }) => message.startsWith(`${path} `));
}

function readSettlement({ keep, take }: OptionValues): Settlement | null {
  if (keep === true && take === true) {
    throw new DazzleError(
      diagnose('DZL503', {
        message: '--keep and --take say opposite things',
        fix: 'give one of them; name files to settle some this way and some the other',
      }),
    );
  }
  if (keep === true) return { kind: 'keep' };
  return take === true ? { kind: 'take' } : null;
}
