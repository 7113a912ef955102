import { statusOfDryRun } from '../../../build-status.ts';
import type { Change } from '../../../plan/types.ts';
import type { BuildOutcome } from '../../../request.ts';
import type { CommandRun } from '../../command.ts';
import { packageVersion } from '../../package-root.ts';
import { readBuildRequest } from '../../project/build-request.ts';
import { openProject } from '../../project/open-project.ts';
import { matchPaths } from '../../project/project-paths.ts';
import { statusOf } from '../../project/run-build.ts';
import { outcomeJson, writeJson } from '../../screen/json.ts';
import { createTerminalPrompter } from '../../screen/prompt/terminal-prompter.ts';
import { createReporter, summarize } from '../../screen/reporter.ts';

/** Shows what a build would change; exit status 2 where it would. */
export const run: CommandRun = async (context, paths, options) => {
  if (options.web === true) return (await import('./review-build.ts')).reviewBuild(context, options);
  const { terminal } = context;
  terminal.keepStdoutForData();
  const { projectDir, registry } = await openProject(context);
  const { build } = await import('../../../build.ts');
  const request = {
    ...readBuildRequest(context, projectDir, { ...options, yes: true }),
    dryRun: true,
    diskHooks: true,
  };
  const reporter = createReporter(context, { quiet: true, verbose: false, dryRun: true });
  const outcome = await build(request, {
    registry,
    version: packageVersion(),
    prompter: createTerminalPrompter(context, false),
    reporter: { ...reporter, diagnostic: () => {} },
  });
  terminal.live.stop();
  const hint = '"dazzle build --dry-run --verbose"';
  const told = createReporter(context, { quiet: false, verbose: false, dryRun: true, hint });
  for (const diagnostic of outcome.diagnostics) told.diagnostic(diagnostic);
  told.tellFolded();
  const isWanted = matchPaths(context, projectDir, paths, outcome.changes);
  const shown = paths.length === 0 ? outcome : narrowOutcome(outcome, isWanted);
  if (options.json === true) {
    writeJson(terminal.out, outcomeJson(shown));
    return statusOf(shown);
  }
  const { formatChanges, formatStat } = await import('./format-changes.ts');
  const { colours } = terminal.out;
  const lines =
    options.stat === true
      ? formatStat(shown.changes, colours, Math.min(terminal.out.width, 100))
      : await formatChanges(shown.changes, colours, terminal.out.width);
  const { page } = await import('../../screen/page.ts');
  if (options.pager === false) for (const line of lines) terminal.out.line(line);
  else if (lines.length > 0) await page(context, lines);
  if (outcome.status !== 'error') {
    terminal.err.hang('', summarize(shown.changes, true), 2, { tint: terminal.err.colours.bold });
  }
  return statusOf(shown);
};

/** What a build would change among the wanted files, with the status of just those. */
function narrowOutcome(outcome: BuildOutcome, isWanted: (change: Change) => boolean): BuildOutcome {
  const changes = outcome.changes.filter(isWanted);
  const paths = new Set(changes.map(({ path }) => path));
  const unsettled = changes.filter(({ kind }) => kind === 'conflict').map(({ path }) => path);
  return {
    ...outcome,
    changes,
    unsettled: outcome.unsettled.filter((path) => paths.has(path)),
    status: outcome.status === 'error' ? 'error' : statusOfDryRun(changes, unsettled, outcome.hooks),
  };
}
