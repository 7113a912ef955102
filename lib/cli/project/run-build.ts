import type { Registry } from '../../backend/registry.ts';
import type { HookReport } from '../../backend/types.ts';
import { DazzleError, StoppedError, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { BuildOutcome, BuildRequest, Prompter } from '../../request.ts';
import type { CommandContext, OptionValues } from '../command.ts';
import { outcomeJson, writeJson } from '../screen/json.ts';
import { packageVersion } from '../package-root.ts';
import { createTerminalPrompter } from '../screen/prompt/terminal-prompter.ts';
import { createReporter, listChanges } from '../screen/reporter.ts';
import { showEnd } from '../screen/show-end.ts';

/** The exit status for how a build ended. */
export function statusOf(outcome: BuildOutcome): number {
  if (outcome.status === 'error') return 1;
  return outcome.status === 'done' ? 0 : 2;
}

/** What the caller of `runBuild` does in place of the terminal, or beside it. */
interface BuildCallbacks {
  /** Settles conflicts instead of the terminal's prompter. */
  readonly reviewer?: Prompter;
  /** Called just before the changes are listed: after that, only an error of the disk keeps them from being written. */
  readonly announce?: () => void;
  /** Called with the outcome; the caller then writes the JSON document itself. */
  readonly ended?: (outcome: BuildOutcome) => void;
}

/** Builds, tells about it, and resolves to the exit status. */
export async function runBuild(
  context: CommandContext,
  request: BuildRequest,
  registry: Registry,
  options: OptionValues,
  { reviewer, announce, ended }: BuildCallbacks = {},
): Promise<number> {
  const { build } = await import('../../build.ts');
  const { terminal } = context;
  const settings = {
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    dryRun: request.dryRun,
  };
  const reporter = createReporter(context, settings);
  const shown = new Set<Diagnostic>();
  const tell = (diagnostic: Diagnostic, isOfFailed = false): void => {
    if (!shown.has(diagnostic)) reporter.diagnostic(diagnostic, isOfFailed);
    shown.add(diagnostic);
  };
  const tellHook = ({ success, skipped, diagnostics }: HookReport): void =>
    diagnostics.forEach((diagnostic) => tell(diagnostic, !success && !skipped));
  const prompter =
    reviewer ?? createTerminalPrompter(context, terminal.interactive && !request.yes && !request.dryRun);
  let outcome: BuildOutcome;
  let status: number | null = null;
  try {
    outcome = await build(request, {
      registry,
      version: packageVersion(),
      prompter,
      reporter: {
        ...reporter,
        diagnostic: (diagnostic) => tell(diagnostic),
        planned: (changes) => {
          announce?.();
          reporter.planned(changes);
        },
        step: (event) => {
          reporter.step(event);
          // Hooks on the tree run before the commit: what they find is shown at the end, errors first.
          if (event.report?.runsOn === 'disk') tellHook(event.report);
        },
      },
    });
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    outcome = failedOutcome(error);
    status = error.exitStatus;
  }
  terminal.live.stop();
  const hasFailed = status !== null && context.disk === 'committing';
  if (context.signal.aborted && outcome.status === 'error' && !hasFailed) throw new StoppedError();
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  for (const diagnostic of outcome.diagnostics.filter(isError)) tell(diagnostic);
  for (const diagnostic of outcome.diagnostics) tell(diagnostic);
  reporter.tellFolded();
  if (!reporter.hasListed && outcome.changes.length > 0 && !settings.quiet) {
    // The build was refused because of conflicts before it listed its changes.
    listChanges(outcome.changes, terminal.say, { ...settings, dryRun: true });
  }
  if (outcome.receipt !== null && !settings.quiet) listOwnFiles(context, outcome);
  showEnd(context, request.projectDir, outcome, settings);
  if (ended !== undefined) ended(outcome);
  else if (options.json === true) writeJson(terminal.out, outcomeJson(outcome));
  return status ?? statusOf(outcome);
}

/** What a build that threw amounts to, for `--json`: a refusal because of conflicts is no error. */
function failedOutcome(error: DazzleError): BuildOutcome {
  return {
    status: error.exitStatus === 2 ? 'conflicts' : 'error',
    backends: [],
    changes: [],
    unsettled: [],
    operations: [],
    hooks: [],
    artifacts: {},
    diagnostics: error.diagnostics,
    receipt: null,
  };
}

/** Names the project's own files that the build wrote: answers kept in dazzle.toml, renames in the spec, .dazzleignore. */
function listOwnFiles({ terminal }: CommandContext, { operations, changes }: BuildOutcome): void {
  const generated = new Set(changes.flatMap(({ path, from }) => [path, from]));
  for (const { path } of operations.filter((operation) => !generated.has(operation.path))) {
    const { say } = terminal;
    say.hang(`     ${say.colours.cyan('update')}  `, say.linkFile(path, path), 2);
  }
}
