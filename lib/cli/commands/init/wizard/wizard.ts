import type { AnswerValue, Answers, Backend } from '../../../../backend/types.ts';
import { StoppedError } from '../../../../diagnostics/diagnostic.ts';
import type { CommandContext } from '../../../command.ts';
import { ask, back } from '../../../screen/prompt/ask.ts';
import { wrapCommand } from '../../../screen/text.ts';
import { equivalentCommand } from './equivalent-command.ts';
import type { InitOptions, InitPlan } from '../init-plan.ts';
import { firstState, isComplete, listSteps, type WizardState, type WizardStep } from './wizard-steps.ts';
import { loadPrompts } from '../../../screen/prompt/load-prompts.ts';

/**
 * Asks what `dazzle init` needs to know, with going back at every question, and a summary that can be changed item by item.
 * Writes nothing. @throws StoppedError
 */
export async function runWizard(
  context: CommandContext,
  projectDir: string,
  given: InitOptions,
  dir: string,
): Promise<InitPlan> {
  const { err } = context.terminal;
  const { bold, dim } = err.colours;
  err.line(bold('A new application'));
  const help =
    'Enter takes the answer shown, Esc goes back, Ctrl-C stops. Nothing is written before the end.';
  err.hang('', help, 0, { tint: dim });
  err.line();

  let state = await firstState(context, projectDir, given);
  const trail: string[] = [];
  for (;;) {
    const steps = listSteps(state);
    const step = steps.find((candidate) => !state.answered.has(candidate.id));
    if (step === undefined) {
      const verdict = await summarize(context, state, steps, dir);
      if (verdict === 'build' || verdict === 'write') {
        const plan = planOf(state, verdict === 'build');
        showCommand(context, equivalentCommand(plan, dir, projectDir));
        return plan;
      }
      if (verdict === 'stop') throw new StoppedError();
      const id = verdict === back ? trail.pop() : verdict.id;
      if (id === undefined) continue;
      const changed = steps.find((candidate) => candidate.id === id);
      const next = changed === undefined ? back : await changed.ask(context, state);
      if (next !== back) state = next;
      if (next !== back && !trail.includes(id)) trail.push(id);
      continue;
    }
    const next = await step.ask(context, state);
    if (next !== back) {
      state = next;
      trail.push(step.id);
      continue;
    }
    const previous = trail.pop();
    if (previous !== undefined) state = forget(state, previous);
  }
}

function forget(state: WizardState, id: string): WizardState {
  return { ...state, answered: new Set([...state.answered].filter((each) => each !== id)) };
}

function planOf(state: WizardState, build: boolean): InitPlan {
  if (!isComplete(state)) throw new Error('the wizard ended before all was answered');
  const names = state.stack.backends.map((backend) => backend.name);
  return {
    name: state.name,
    start: state.start,
    from: state.from,
    isDescribed: state.described.length > 0,
    stack: state.stack.stack,
    backends: names,
    answers: byBackend(state.stack.backends, (backend) =>
      answersOf(backend, state, state.answers[backend.name]),
    ),
    defaults: byBackend(state.stack.backends, (backend) => answersOf(backend, state, {})),
    build,
  };
}

function byBackend(
  backends: readonly Backend[],
  answers: (backend: Backend) => Answers,
): Record<string, Answers> {
  return Object.fromEntries(backends.map((backend) => [backend.name, answers(backend)]));
}

/** Every answer of a backend: the given one, else the default. */
function answersOf(backend: Backend, state: WizardState, given: Answers = {}): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const question of backend.questions(state.start?.spec ?? null)) {
    const value = given[question.name] ?? question.default;
    if (value !== undefined) answers[question.name] = value;
  }
  return answers;
}

type Verdict = 'build' | 'write' | 'stop' | WizardStep | typeof back;

async function summarize(
  context: CommandContext,
  state: WizardState,
  steps: readonly WizardStep[],
  dir: string,
): Promise<Verdict> {
  const { select, Separator } = await loadPrompts(context);
  const { err } = context.terminal;
  const { bold, dim } = err.colours;
  const width = Math.max(...steps.map((step) => step.label.length));
  err.line();
  err.tell(bold('This will be made') + dim(`  in ${dir === '.' ? 'this folder' : dir}`));
  for (const step of steps) {
    const narrow = err.width < 60;
    const first = `  ${dim(narrow ? step.label : step.label.padEnd(width))}  `;
    err.hang(first, step.show(state), narrow ? 4 : width + 4);
  }
  err.line();
  return ask<Exclude<Verdict, typeof back>>(
    context,
    (at) =>
      select<'build' | 'write' | 'stop' | WizardStep>(
        {
          message: 'Shall it be made?',
          choices: [
            { value: 'build' as const, name: 'yes, and build it', short: 'yes' },
            { value: 'write' as const, name: 'only write dazzle.toml and the spec' },
            new Separator(),
            ...steps.map((step) => ({
              value: step,
              name: `change: ${step.label}`,
              short: `change ${step.label}`,
            })),
            new Separator(),
            { value: 'stop' as const, name: 'stop; nothing is written' },
          ],
          loop: false,
          pageSize: 14,
        },
        at,
      ),
    true,
  );
}

function showCommand(context: CommandContext, command: string): void {
  const { err } = context.terminal;
  err.line();
  err.line(err.colours.dim('The same without questions:'));
  err.line(wrapCommand(command, err.width).join('\n'));
  err.line();
}
