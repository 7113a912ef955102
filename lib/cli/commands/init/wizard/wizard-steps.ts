import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isAppName, toAppName, type DescribedEntity } from '../../../../../generators/app/index.ts';
import type { AnswerValue, Question } from '../../../../backend/types.ts';
import type { CommandContext } from '../../../command.ts';
import { wrapText } from '../../../screen/text.ts';
import { ask, back } from '../../../screen/prompt/ask.ts';
import { askQuestion } from '../../../screen/prompt/ask-question.ts';
import { chooseBackends, type ChosenStack } from '../choose-backends.ts';
import { existingStart, findStart, type StartingSpec } from '../choose-spec.ts';
import { askStack } from './ask-stack.ts';
import { askStart, describeStart, orTell } from './ask-start.ts';
import type { InitOptions } from '../init-plan.ts';
import { nameFromFolder } from '../take-defaults.ts';
import { loadPrompts } from '../../../screen/prompt/load-prompts.ts';

/** What the person has answered so far. */
export interface WizardState {
  readonly projectDir: string;
  readonly given: InitOptions;
  /** The name of the application: that of its spec, where the spec was there before. */
  readonly name: string;
  /** The name that a starter or a described spec gets. */
  readonly ownName: string;
  readonly start: StartingSpec | null;
  /** As `--from` would say it; null for the starter, a described spec and one that is there already. */
  readonly from: string | null;
  readonly described: readonly DescribedEntity[];
  readonly stack: ChosenStack | null;
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;
  /** Steps that need no asking any more. */
  readonly answered: ReadonlySet<string>;
}

/** A state in which all is known. */
type CompleteState = WizardState & { readonly start: StartingSpec; readonly stack: ChosenStack };

/** Claims that the spec and the stack have been chosen. */
export function isComplete(state: WizardState): state is CompleteState {
  return state.start !== null && state.stack !== null;
}

/** One question of the wizard, and how its answer reads in the summary. */
export interface WizardStep {
  readonly id: string;
  readonly label: string;
  show(state: WizardState): string;
  ask(context: CommandContext, state: WizardState): Promise<WizardState | typeof back>;
}

/** The state that the command's options lead to. */
export async function firstState(
  context: CommandContext,
  projectDir: string,
  given: InitOptions,
): Promise<WizardState> {
  const name = given.name ?? nameFromFolder(projectDir);
  const existing = given.from === null ? await existingStart(projectDir) : null;
  const start = given.from === null ? existing : await findStart(given.from, context.cwd, name);
  const fixed = given.stack !== null || given.backends !== null;
  const stack = fixed ? await chooseBackends(given.stack, given.backends) : null;
  return {
    projectDir,
    given,
    name: given.name ?? start?.name ?? name,
    ownName: name,
    start,
    from: given.from,
    described: [],
    stack,
    answers: given.set,
    answered: new Set([
      ...(given.name !== null ? ['name'] : []),
      ...(start !== null ? ['start'] : []),
      ...(stack !== null ? ['stack'] : []),
      ...Object.entries(given.set).flatMap(([backend, set]) =>
        Object.keys(set).map((key) => `${backend}.${key}`),
      ),
    ]),
  };
}

function answer(state: WizardState, id: string, change: Partial<WizardState>): WizardState {
  return { ...state, ...change, answered: new Set([...state.answered, id]) };
}

/** The questions that follow from the answers so far, in order: a name is asked for where the spec brings none. */
export function listSteps(state: WizardState): WizardStep[] {
  return [startStep, ...(namesItself(state) ? [] : [nameStep]), stackStep, ...questionSteps(state)];
}

/** Claims that the spec was there before, so that its name is known. */
function namesItself({ start, from }: WizardState): boolean {
  return start !== null && (start.files.length === 0 || (from !== null && from !== 'starter'));
}

const nameStep: WizardStep = {
  id: 'name',
  label: 'name',
  show: (state) => state.name,
  async ask(context, state) {
    const { input } = await loadPrompts(context);
    const typed = await ask(
      context,
      (at) =>
        input(
          {
            message: 'What is the application called?',
            default: state.name,
            validate: (value) => toAppName(value) !== '' || 'a name begins with a letter',
            transformer: (value, { isFinal }) => (isFinal ? toName(value) : value),
          },
          at,
        ),
      true,
    );
    if (typed === back) return back;
    const name = toName(typed);
    const renamed = await orTell(context, () => describeStart(state.described, name));
    return renamed === null
      ? nameStep.ask(context, state)
      : answer(state, 'name', { name, ownName: name, ...renamed });
  },
};

/** `My Shop` → `my_shop`. */
function toName(text: string): string {
  return isAppName(text) ? text : toAppName(text);
}

const startStep: WizardStep = {
  id: 'start',
  label: 'spec',
  show: ({ start, from, described }) => {
    const names = start?.spec.entities.map((entity) => entity.name).join(', ') ?? '';
    const origin =
      from ??
      (described.length > 0 ? 'described here' : start?.files.length === 0 ? 'in dsl/ already' : 'starter');
    return `${origin}: ${names}`;
  },
  async ask(context, state) {
    const chosen = await askStart(context, { ...state, name: state.ownName }, isSpecPath(context));
    if (chosen === back) return back;
    const isNamed = chosen.from === null || state.given.name !== null;
    const name = isNamed ? state.ownName : chosen.start.name;
    if (!isNamed) sayName(context, name);
    return answer(state, 'start', { ...chosen, name });
  },
};

function sayName({ terminal: { err } }: CommandContext, name: string): void {
  for (const line of wrapText(`  Its spec calls the application ${name}: that will be its name.`, err.width))
    err.line(err.colours.dim(line));
}

/** Tells what is wrong with a path to a spec, or nothing. */
function isSpecPath(context: CommandContext): (path: string) => true | string {
  return (path) => {
    const file = resolve(context.cwd, path.trim());
    if (!existsSync(file)) return `there is no ${relative(context.cwd, file)}`;
    return file.endsWith('.dsl') || statSync(file).isDirectory() || 'a .dsl file, or a folder of them';
  };
}

const stackStep: WizardStep = {
  id: 'stack',
  label: 'stack',
  show: ({ stack }) => {
    if (stack === null) return '';
    const names = stack.backends.map((backend) => backend.name).join(', ');
    return 'preset' in stack.stack ? `${stack.stack.preset}: ${names}` : names;
  },
  async ask(context, state) {
    const stack = await askStack(context, state.stack);
    return stack === back ? back : answer(state, 'stack', { stack });
  },
};

function questionSteps(state: WizardState): WizardStep[] {
  if (state.stack === null) return [];
  return state.stack.backends.flatMap((backend) => {
    const given = state.answers[backend.name] ?? {};
    const questions = backend.questions(state.start?.spec ?? null);
    const known: Record<string, AnswerValue> = {};
    return questions
      .filter((question) => {
        const isAsked = question.when?.(known) !== false;
        const value = given[question.name] ?? question.default;
        if (value !== undefined) known[question.name] = value;
        return isAsked;
      })
      .map((question) => questionStep(backend.name, question));
  });
}

function questionStep(backend: string, question: Question): WizardStep {
  const id = `${backend}.${question.name}`;
  return {
    id,
    label: id,
    show: (state) => {
      const value = state.answers[backend]?.[question.name] ?? question.default;
      if (Array.isArray(value)) return value.join(', ');
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      return question.choices?.find((choice) => choice.value === value)?.label ?? String(value ?? '');
    },
    async ask(context, state) {
      const current = state.answers[backend]?.[question.name];
      const value = await askQuestion(context, question, { canGoBack: true, current });
      if (value === back) return back;
      const answers = { ...state.answers, [backend]: { ...state.answers[backend], [question.name]: value } };
      return answer(state, id, { answers });
    },
  };
}
