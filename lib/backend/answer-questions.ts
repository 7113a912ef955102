import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { LocateKey } from '../project/manifest.ts';
import type { Prompter } from '../request.ts';
import type { Answers, AnswerValue, Question } from './types.ts';

/** Where answers come from, the strongest first: the command line, `dazzle.toml`, the person, the default. */
export interface AnswerSources {
  readonly backend: string;
  readonly questions: readonly Question[];
  /** `--set`, as text. */
  readonly set: Readonly<Record<string, string>>;
  /** `[backends.<name>]`. */
  readonly manifest: Readonly<Record<string, AnswerValue>>;
  readonly locate?: LocateKey;
  /** Null where nobody may be asked. */
  readonly prompter: Pick<Prompter, 'answer'> | null;
}

/** The answers to a backend's questions; `given` has those that the command line or the person gave just now. */
export interface QuestionAnswers {
  readonly answers: Answers;
  readonly given: Answers;
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers all questions of a backend; reports DZL230 to DZL233 for unknown names, wrong values and questions without an answer. */
export async function answerQuestions(sources: AnswerSources): Promise<QuestionAnswers> {
  const { backend, questions, set, manifest, prompter } = sources;
  const at = (name: string) => sources.locate?.(['backends', backend, name]) ?? {};
  const names = questions.map(({ name }) => name);
  const diagnostics = [
    ...Object.keys(set).flatMap((name) => unknownName(name, names, `--set ${backend}.${name}`)),
    ...Object.keys(manifest).flatMap((name) =>
      unknownName(name, names, `"${name}" in [backends.${backend}]`).map((one) => ({ ...one, ...at(name) })),
    ),
  ];
  const answers: Record<string, AnswerValue> = {};
  const given: Record<string, AnswerValue> = {};
  for (const question of questions) {
    const { name } = question;
    if (Object.hasOwn(set, name)) {
      const value = parseText(question, set[name]!);
      const problem = answerProblem(question, value);
      if (problem !== undefined) diagnostics.push(wrongValue(`--set ${backend}.${name}`, problem, question));
      answers[name] = given[name] = value;
    } else if (Object.hasOwn(manifest, name)) {
      const problem = answerProblem(question, manifest[name]!);
      if (problem !== undefined)
        diagnostics.push({
          ...wrongValue(`"${name}" in [backends.${backend}]`, problem, question),
          ...sources.locate?.(['backends', backend, name], null),
        });
      answers[name] = manifest[name]!;
    } else if (question.when?.(answers) === false) {
      if (question.default !== undefined) answers[name] = question.default;
    } else if (prompter !== null) {
      const value = await prompter.answer(question, backend);
      const problem = answerProblem(question, value);
      if (problem !== undefined)
        diagnostics.push(wrongValue(`the answer to "${question.message}"`, problem, question));
      answers[name] = given[name] = value;
    } else if (question.default !== undefined) {
      answers[name] = question.default;
    } else {
      diagnostics.push(unanswered(backend, question));
    }
  }
  return { answers, given, diagnostics };
}

function parseText(question: Question, text: string): AnswerValue {
  if (question.type === 'checkbox') return text === '' ? [] : text.split(',').map((part) => part.trim());
  if (question.type !== 'confirm') return text;
  if (/^(?:true|yes|y|on|1)$/i.test(text)) return true;
  return /^(?:false|no|n|off|0)$/i.test(text) ? false : text;
}

/** What is wrong with a value as the answer to a question, or undefined. */
export function answerProblem(question: Question, value: AnswerValue): string | undefined {
  if (question.type === 'confirm' && typeof value !== 'boolean')
    return `must be true or false, not ${show(value)}`;
  if (question.type === 'text' && typeof value !== 'string') return `must be text, not ${show(value)}`;
  if (question.type === 'checkbox' && !Array.isArray(value))
    return `must be a list of texts, not ${show(value)}`;
  if (question.type === 'select' && typeof value !== 'string') return `must be text, not ${show(value)}`;
  const choices = question.choices?.map((choice) => choice.value);
  if (choices !== undefined && (question.type === 'select' || question.type === 'checkbox')) {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    const wrong = chosen.find((item) => !choices.includes(item));
    if (wrong !== undefined) return `cannot be ${show(wrong)}`;
  }
  return question.check?.(value);
}

function wrongValue(what: string, problem: string, question: Question): Diagnostic {
  const choices = question.choices?.map((choice) => choice.value) ?? [];
  const wrong = /cannot be "(.*)"$/s.exec(problem)?.[1];
  const near = wrong === undefined ? undefined : suggest(wrong, choices);
  const fix =
    near !== undefined
      ? `write "${near}"`
      : choices.length > 0
        ? `choose among ${choices.join(', ')}`
        : `give an answer to "${question.message}"`;
  return diagnose('DZL231', { message: `${what} ${problem}`, fix });
}

function unknownName(name: string, names: readonly string[], what: string): Diagnostic[] {
  if (names.includes(name)) return [];
  const near = suggest(name, names);
  const fix =
    near !== undefined
      ? `write "${near}"`
      : names.length === 0
        ? 'drop it: this backend asks nothing'
        : `the questions are ${names.join(', ')}`;
  return [diagnose('DZL230', { message: `${what} answers no question`, fix })];
}

function unanswered(backend: string, question: Question): Diagnostic {
  return diagnose('DZL232', {
    message: `"${question.message}" (${backend}.${question.name}) has no default, and there is nobody to ask`,
    fix: `give --set ${backend}.${question.name}=…, or write ${question.name} below [backends.${backend}] in dazzle.toml`,
  });
}

function show(value: AnswerValue): string {
  return JSON.stringify(value);
}
