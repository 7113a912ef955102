import { basename } from 'node:path';
import { isAppName, toAppName } from '../../../../generators/app/index.ts';
import { answerQuestions } from '../../../backend/answer-questions.ts';
import type { Answers, Backend } from '../../../backend/types.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError, hasErrors, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { CommandContext, OptionValues } from '../../command.ts';
import { readSet, splitList } from '../../project/build-request.ts';
import { chooseBackends } from './choose-backends.ts';
import { existingStart, findStart, starterStart, type StartingSpec } from './choose-spec.ts';
import type { InitOptions, InitPlan } from './init-plan.ts';

/** Reads the options of `dazzle init`. */
export function readInitOptions(options: OptionValues): InitOptions {
  const text = (value: unknown): string | null => (value as string | undefined) ?? null;
  const name = text(options.name);
  if (name !== null && !isAppName(name)) throw badName(name);
  return {
    name,
    from: text(options.from),
    stack: text(options.stack),
    backends: options.backends === undefined ? null : splitList(options.backends as string),
    set: readSet((options.set as readonly string[] | undefined) ?? []),
  };
}

/** The diagnostic for a name that no application can have. */
function badName(name: string): DazzleError {
  const better = toAppName(name);
  return new DazzleError(
    diagnose('DZL511', {
      message: `"${name}" cannot be the name of an application: small letters, digits and _, beginning with a letter`,
      fix: better === '' ? 'choose another name' : `write "${better}"`,
    }),
  );
}

/** The name that a folder suggests. */
export function nameFromFolder(projectDir: string): string {
  return toAppName(basename(projectDir)) || 'app';
}

/** Answers every question of the wizard with its option or default. */
export async function takeDefaults(
  context: CommandContext,
  projectDir: string,
  given: InitOptions,
): Promise<InitPlan> {
  const existing = given.from === null ? await existingStart(projectDir) : null;
  const start = existing ?? (await chooseStart(context, given, given.name ?? nameFromFolder(projectDir)));
  const { stack, backends } = await chooseBackends(given.stack, given.backends);
  const answers = await defaultAnswers(start, backends, given);
  return {
    name: given.name ?? start.name,
    start,
    from: existing === null ? given.from : null,
    isDescribed: false,
    stack,
    backends: backends.map((backend) => backend.name),
    answers,
    defaults: answers,
    build: true,
  };
}

async function chooseStart(
  context: CommandContext,
  { from }: InitOptions,
  name: string,
): Promise<StartingSpec> {
  return from === null ? starterStart(name) : findStart(from, context.cwd, name);
}

async function defaultAnswers(
  start: StartingSpec,
  backends: readonly Backend[],
  { set }: InitOptions,
): Promise<Record<string, Answers>> {
  const names = backends.map((backend) => backend.name);
  const answers: Record<string, Answers> = {};
  const diagnostics = Object.keys(set)
    .filter((name) => !names.includes(name))
    .map((name) => notInStack(name, names));
  for (const backend of backends) {
    const answered = await answerQuestions({
      backend: backend.name,
      questions: backend.questions(start.spec),
      set: set[backend.name] ?? {},
      manifest: {},
      prompter: null,
    });
    answers[backend.name] = answered.answers;
    diagnostics.push(...answered.diagnostics);
  }
  if (hasErrors(diagnostics)) throw new DazzleError(diagnostics);
  return answers;
}

function notInStack(name: string, names: readonly string[]): Diagnostic {
  return diagnose('DZL513', {
    message: `--set names "${name}", which is no backend of this stack`,
    fix: `the backends are ${names.join(', ')}`,
  });
}
