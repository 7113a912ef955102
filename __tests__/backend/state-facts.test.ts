import { describe, expect, it } from '@jest/globals';
import { noFacts, type BackendFacts } from '../../lib/backend/facts.ts';
import { stateFacts } from '../../lib/backend/state-facts.ts';
import type { Backend } from '../../lib/backend/types.ts';
import { variableFact } from '../../lib/kit/service/variable-fact.ts';
import { emptySpec, makeBackend } from '../support/make-backend.ts';

function state(...backends: readonly Partial<Backend>[]) {
  const places = backends.map((parts) => {
    const backend = makeBackend(parts);
    return { backend, outputDir: `apps/${backend.name}`, answers: { database: 'sqlite' } };
  });
  const { facts, diagnostics } = stateFacts(emptySpec, places);
  return { facts, messages: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

describe('stateFacts', () => {
  it('gives each backend its place and the names of the stack, and fills in what it leaves out', () => {
    const { facts, messages } = state(
      {
        name: 'app',
        facts: ({ spec, answers, backendName, outputDir, stack }) => ({
          healthPath: [spec.name, answers['database'], backendName, outputDir, ...stack].join(' '),
        }),
      },
      { name: 'infra' },
    );
    expect(messages).toEqual([]);
    expect([...facts]).toEqual([
      ['app', { ...noFacts, healthPath: 'shop sqlite app apps/app app infra' }],
      ['infra', noFacts],
    ]);
  });

  const secret = variableFact({ name: 'KEY', meaning: '', isSecret: true });
  const wrong: readonly (readonly [string, Partial<BackendFacts>, string])[] = [
    ['a function', { port: (() => 1) as never }, 'are no plain JSON: facts.port is a function'],
    ['a date', { healthPath: new Date(0) as never }, 'are no plain JSON: facts.healthPath is a Date'],
    ['no number', { port: NaN }, 'are no plain JSON: facts.port is NaN'],
    [
      'a secret with a value',
      { environment: [{ ...secret, development: 'abc' }] },
      'hold a value of the secret KEY',
    ],
    ['a name twice', { environment: [secret, secret] }, 'name "KEY" twice in environment'],
    ['what a plug-in adds without a schema', { extra: { mine: {} } }, 'have extra.mine, which has no schema'],
    [
      'what is not as the schema says',
      { extra: { billing: { plan: 1, other: true } } },
      'have extra.billing.plan against its schema, which says string',
    ],
  ];

  it.each(wrong)('refuses %s', (_, facts, message) => {
    const stated = state({
      facts: () => facts,
      extraFacts: { billing: { plan: { type: 'string', description: '' } } },
    });
    expect(stated.messages[0]).toBe(`DZL307 the facts of one ${message}`);
    expect(stated.facts.get('one')).toEqual(noFacts);
  });

  it('accepts what a plug-in adds as its schema says', () => {
    const plan = { plan: 'free', regions: ['eu', 'us'] };
    const { facts, messages } = state({
      facts: () => ({ extra: { billing: plan } }),
      extraFacts: {
        billing: {
          plan: { type: 'string', description: '' },
          regions: { type: 'string[]', description: '' },
        },
      },
    });
    expect(messages).toEqual([]);
    expect(facts.get('one')!.extra['billing']).toEqual(plan);
  });

  it('goes on where one backend stops while it states them', () => {
    const { facts, messages } = state(
      {
        name: 'broken',
        facts: () => {
          throw new TypeError('no such answer');
        },
      },
      { name: 'fine', facts: () => ({ port: 1 }) },
    );
    expect(messages).toEqual(['DZL334 facts of broken stopped unexpectedly: no such answer']);
    expect([facts.get('broken'), facts.get('fine')!.port]).toEqual([noFacts, 1]);
  });
});
