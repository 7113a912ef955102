import { describe, expect, it } from '@jest/globals';
import { answerQuestions } from '../../lib/backend/answer-questions.ts';
import type { AnswerValue, Question } from '../../lib/backend/types.ts';
import { makeBackend, runPhases } from '../support/make-backend.ts';

const questions: readonly Question[] = [
  {
    name: 'database',
    message: 'Which database?',
    type: 'select',
    choices: [
      { value: 'sqlite', label: 'SQLite' },
      { value: 'postgres', label: 'PostgreSQL' },
    ],
    default: 'sqlite',
  },
  {
    name: 'host',
    message: 'Its host?',
    type: 'text',
    default: 'localhost',
    when: ({ database }) => database === 'postgres',
  },
  { name: 'debug', message: 'Debug?', type: 'confirm', default: false },
  {
    name: 'extras',
    message: 'Extras?',
    type: 'checkbox',
    choices: [{ value: 'ci', label: 'CI' }],
    default: [],
  },
];
const domain: Question = {
  name: 'domain',
  message: 'Your domain?',
  type: 'text',
  check: (value) => (String(value).includes('.') ? undefined : 'must have a dot'),
};

function resolve(parts: Partial<Parameters<typeof answerQuestions>[0]>) {
  return answerQuestions({ backend: 'one', questions, set: {}, manifest: {}, prompter: null, ...parts });
}

describe('answerQuestions', () => {
  it('takes the command line before dazzle.toml before the person before the default', async () => {
    const asked: string[] = [];
    const answer = (question: Question): Promise<AnswerValue> => {
      asked.push(question.name);
      return Promise.resolve(['ci']);
    };
    expect(
      await resolve({
        set: { debug: 'yes' },
        manifest: { database: 'postgres', debug: false, host: 'db' },
        prompter: { answer },
      }),
    ).toEqual({
      answers: { database: 'postgres', host: 'db', debug: true, extras: ['ci'] },
      given: { debug: true, extras: ['ci'] },
      diagnostics: [],
    });
    expect(asked).toEqual(['extras']);
  });

  it('takes defaults where nobody may be asked, also for questions that do not apply', async () => {
    expect(await resolve({})).toEqual({
      answers: { database: 'sqlite', host: 'localhost', debug: false, extras: [] },
      given: {},
      diagnostics: [],
    });
  });

  it.each([
    [{ set: { databse: 'x' } }, 'DZL230', '--set one.databse answers no question', 'write "database"'],
    [
      { manifest: { zzz: 1 } },
      'DZL230',
      '"zzz" in [backends.one] answers no question',
      'the questions are database, host, debug, extras',
    ],
    [
      { set: { database: 'postgre' } },
      'DZL231',
      '--set one.database cannot be "postgre"',
      'write "postgres"',
    ],
    [
      { manifest: { database: 'oracle' } },
      'DZL231',
      '"database" in [backends.one] cannot be "oracle"',
      'choose among sqlite, postgres',
    ],
    [
      { manifest: { debug: 'yes' } },
      'DZL231',
      '"debug" in [backends.one] must be true or false, not "yes"',
      'give an answer to "Debug?"',
    ],
    [{ set: { extras: 'ci,cd' } }, 'DZL231', '--set one.extras cannot be "cd"', 'write "ci"'],
    [
      { questions: [domain], set: { domain: 'x' } },
      'DZL231',
      '--set one.domain must have a dot',
      'give an answer to "Your domain?"',
    ],
    [
      { questions: [domain] },
      'DZL232',
      '"Your domain?" (one.domain) has no default, and there is nobody to ask',
      'give --set one.domain=…, or write domain below [backends.one] in dazzle.toml',
    ],
  ])('reports for %j', async (parts, code, message, fix) => {
    expect((await resolve(parts)).diagnostics).toEqual([{ code, severity: 'error', message, fix }]);
  });

  it('refuses answers for a backend that is not in the stack', async () => {
    const { diagnostics } = await runPhases([makeBackend({ name: 'django_micro' })], {
      set: { djnago_micro: { database: 'x' } },
    });
    expect(diagnostics).toEqual([
      {
        code: 'DZL233',
        severity: 'error',
        message: '--set djnago_micro.database answers for "djnago_micro", which is not in this stack',
        fix: 'write "django_micro"',
      },
    ]);
  });
});
