import path from 'node:path';
import type { Prompter } from '../../../request.ts';
import type { CommandContext, OptionValues } from '../../command.ts';
import { packageRoot } from '../../package-root.ts';
import { readBuildRequest } from '../../project/build-request.ts';
import { openProject } from '../../project/open-project.ts';
import { runBuild } from '../../project/run-build.ts';
import { createTerminalPrompter } from '../../screen/prompt/terminal-prompter.ts';
import { createReview } from '../../screen/review/review.ts';

/** Builds with the plan reviewed on a local page: `dazzle diff --web`. Resolves to the exit status. */
export async function reviewBuild(context: CommandContext, options: OptionValues): Promise<number> {
  const { projectDir, registry } = await openProject(context);
  const { terminal } = context;
  const atTerminal = createTerminalPrompter(context, terminal.interactive);
  const review = createReview({
    folder: path.join(packageRoot(), 'templates', 'review'),
    project: path.basename(projectDir),
    signal: context.signal,
    announce: (address, isAgain) => {
      terminal.live.stop();
      if (isAgain) {
        terminal.say.tell('Files changed meanwhile: the page shows the new plan, with your answers kept.');
        return;
      }
      terminal.say.tell(`Review the build at ${terminal.say.link(address, address)}`);
      terminal.say.tell(
        'It is only for this machine, and closes with this command (Ctrl-C: nothing is written).',
      );
    },
  });
  const reviewer: Prompter = {
    interactive: true,
    reviewsEveryPlan: true,
    answer: (question, backend) =>
      terminal.interactive || question.default === undefined
        ? atTerminal.answer(question, backend)
        : Promise.resolve(question.default),
    confirmRenames: (candidates) =>
      terminal.interactive ? atTerminal.confirmRenames(candidates) : Promise.resolve([]),
    ...(terminal.interactive ? { confirmRestore: (gone) => atTerminal.confirmRestore!(gone) } : {}),
    settle: (conflicts, plan) => review.settle(plan, conflicts),
  };
  try {
    return await runBuild(context, readBuildRequest(context, projectDir, options), registry, options, {
      reviewer,
    });
  } finally {
    await review.close();
  }
}
