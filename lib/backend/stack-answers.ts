import { posix } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import { hasErrors, StoppedError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Manifest } from '../project/manifest.ts';
import type { Prompter } from '../request.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import { resolveAnswers } from './resolve-answers.ts';
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

/** What is needed to place every backend of a stack. */
export interface PlaceRequest extends Pick<AskRequest, 'backends' | 'spec' | 'manifest'> {
  /** Default: `backends`. */
  readonly stack?: readonly Backend[];
  /** POSIX, relative to the project; each backend has a folder of its name below. */
  readonly outputDir: string;
}

/**
 * Answers the questions of all backends that this build runs, as `resolveAnswers` does; reports DZL230 to DZL233. Throws
 * StoppedError where the person stops.
 */
export async function askBackends(request: AskRequest) {
  const problems: Diagnostic[] = unknownBackends(request);
  const answers: Record<string, Answers> = {};
  const newAnswers: Record<string, Answers> = {};
  for (const backend of request.backends) {
    if (request.signal.aborted) throw new StoppedError();
    const resolved = await resolveAnswers({
      backend: backend.name,
      questions: backend.questions(request.spec),
      set: request.set[backend.name] ?? {},
      manifest: request.manifest?.answers[backend.name] ?? {},
      ...(request.manifest?.locate === undefined ? {} : { locate: request.manifest.locate }),
      prompter: request.prompter.interactive && !request.yes ? request.prompter : null,
    });
    answers[backend.name] = resolved.answers;
    newAnswers[backend.name] = resolved.given;
    problems.push(...resolved.diagnostics);
  }
  return { answers, newAnswers, problems };
}

/** Every backend of the stack with its folder and its answers: of one that this build leaves out, the kept ones. */
export async function placeStack(
  request: PlaceRequest,
  answers: Readonly<Record<string, Answers>>,
): Promise<StackPlace[]> {
  const { backends, stack = backends, spec, manifest } = request;
  const all = stack.filter((backend) => !backends.includes(backend));
  const kept = new Map<string, Answers>();
  for (const { name, questions } of all) {
    const resolved = await resolveAnswers({
      backend: name,
      questions: questions(spec),
      set: {},
      manifest: manifest?.answers[name] ?? {},
      prompter: null,
    });
    // One whose questions are open is not known yet.
    if (!hasErrors(resolved.diagnostics)) kept.set(name, resolved.answers);
  }
  const isKnown = ({ name }: Backend): boolean => Object.hasOwn(answers, name) || kept.has(name);
  return [...stack, ...backends.filter((backend) => !stack.includes(backend))]
    .filter(isKnown)
    .map((backend) => ({
      backend,
      outputDir: posix.join(request.outputDir, backend.name),
      answers: answers[backend.name] ?? kept.get(backend.name)!,
    }));
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
