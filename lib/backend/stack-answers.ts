import { posix } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import { hasErrors, StoppedError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Manifest } from '../project/manifest.ts';
import type { Prompter } from '../request.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import { answerQuestions, type QuestionAnswers } from './answer-questions.ts';
import type { StackPlace } from './state-facts.ts';
import type { Answers, Backend } from './types.ts';

/** What is needed to answer the questions of the backends that a build runs. */
export interface AskRequest {
  readonly backends: readonly Backend[];
  readonly spec: AppSpec;
  readonly manifest: Pick<Manifest, 'answers' | 'locate'> | null;
  /** `--set`, by backend and question. */
  readonly set: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly yes: boolean;
  readonly prompter: Pick<Prompter, 'interactive' | 'answer'>;
  readonly signal: AbortSignal;
}

/**
 * Answers the questions of all backends that this build runs, as `answerQuestions` does; reports DZL230 to DZL233. Throws
 * StoppedError where the person stops.
 */
export async function askBackends(request: AskRequest) {
  const problems: Diagnostic[] = unknownBackends(request);
  const answers: Record<string, Answers> = {};
  const newAnswers: Record<string, Answers> = {};
  for (const backend of request.backends) {
    if (request.signal.aborted) throw new StoppedError();
    const answered = await answerQuestions({
      backend: backend.name,
      questions: backend.questions(request.spec),
      set: request.set[backend.name] ?? {},
      manifest: request.manifest?.answers[backend.name] ?? {},
      ...(request.manifest?.locate === undefined ? {} : { locate: request.manifest.locate }),
      prompter: request.prompter.interactive && !request.yes ? request.prompter : null,
    });
    answers[backend.name] = answered.answers;
    newAnswers[backend.name] = answered.given;
    problems.push(...answered.diagnostics);
  }
  return { answers, newAnswers, problems };
}

/** A backend's answers from `dazzle.toml`, else from the questions' defaults; nobody is asked. Reports DZL230 to DZL232. */
export function keptAnswers(
  { name, questions }: Pick<Backend, 'name' | 'questions'>,
  spec: AppSpec | null,
  manifest: AskRequest['manifest'],
): Promise<QuestionAnswers> {
  return answerQuestions({
    backend: name,
    questions: questions(spec),
    set: {},
    manifest: manifest?.answers[name] ?? {},
    ...(manifest?.locate === undefined ? {} : { locate: manifest.locate }),
    prompter: null,
  });
}

/**
 * The backends of a stack with their folders, `<outputDir>/<backend>`, and their answers: those in `given`, else the kept ones. A
 * backend whose kept answers are wrong or incomplete is left out.
 */
export async function placeStack(
  stack: readonly Backend[],
  { spec, manifest }: Pick<AskRequest, 'spec' | 'manifest'>,
  outputDir: string,
  given: Readonly<Record<string, Answers>>,
): Promise<StackPlace[]> {
  const places: StackPlace[] = [];
  for (const backend of stack) {
    const kept = given[backend.name] === undefined ? await keptAnswers(backend, spec, manifest) : null;
    if (kept !== null && hasErrors(kept.diagnostics)) continue;
    const answers = kept?.answers ?? given[backend.name]!;
    places.push({ backend, outputDir: posix.join(outputDir, backend.name), answers });
  }
  return places;
}

function unknownBackends({ set, backends }: AskRequest): Diagnostic[] {
  const names = backends.map(({ name }) => name);
  return Object.keys(set)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = suggest(name, names);
      return diagnose('DZL233', {
        message: `--set ${name}.${Object.keys(set[name]!)[0] ?? '…'} answers for "${name}", which is not in this stack`,
        fix: near === undefined ? `the stack has ${names.join(', ')}` : `write "${near}"`,
      });
    });
}
