import { describe, expect, it } from '@jest/globals';
import { noFacts, type BackendFacts } from '../../lib/backend/facts.ts';
import { stateFacts } from '../../lib/backend/state-facts.ts';
import type { Backend } from '../../lib/backend/types.ts';
import { variableFact } from '../../lib/kit/service/variable-fact.ts';
import { emptySpec, makeBackend } from '../support/make-backend.ts';

function stateAll(...backends: readonly Partial<Backend>[]) {
  const places = backends.map((parts) => {
    const backend = makeBackend(parts);
    return { backend, outputDir: `apps/${backend.name}`, answers: { database: 'sqlite' } };
  });
  return stateFacts(emptySpec, places);
}

function state(...backends: readonly Partial<Backend>[]) {
  const { facts, diagnostics } = stateAll(...backends);
  return { facts, messages: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

describe('stateFacts', () => {
  it('gives each backend its place and the names of the stack, and fills in what it leaves out', () => {
    const { facts, messages } = state(
      {
        name: 'app',
        facts: ({ spec, answers, backendName, outputDir, stack }) => ({
          healthPath: ['', spec.name, answers['database'], backendName, outputDir, ...stack].join('/'),
        }),
      },
      { name: 'infra' },
    );
    expect(messages).toEqual([]);
    expect([...facts]).toEqual([
      ['app', { ...noFacts, healthPath: '/shop/sqlite/app/apps/app/app/infra' }],
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

  const start = { name: 'start', development: 'run', production: 'run' };
  const python = {
    name: 'Python',
    commands: ['python3'],
    args: ['--version'],
    atLeast: '3.10',
    install: 'install it',
    neededBy: [],
  };
  const rows = {
    engine: 'sqlite',
    name: 'shop',
    variable: 'DATABASE_URL',
    volume: '/data',
    volumeUrl: 'file:/data/db',
  };
  const migrations = { folder: 'migrations', pattern: '^\\d', takeBack: null };
  const number = 'a whole number from 1 to 65535, or null';
  const names = 'install, build, make_migrations, migrate, make_admin, start, test';
  const mistakes: readonly (readonly [facts: unknown, message: string, fix: string])[] = [
    [{ port: '8000' }, `state port as "8000", which must be ${number}`, `state ${number}`],
    [{ port: -5 }, `state port as -5, which must be ${number}`, `state ${number}`],
    [{ port: 80.5 }, `state port as 80.5, which must be ${number}`, `state ${number}`],
    [
      { healthPath: 7 },
      'state healthPath as 7, which must be a path that begins with /, or null',
      'state a path that begins with /, or null',
    ],
    [
      { healthPath: 'up' },
      'state healthPath as "up", which must be a path that begins with /, or null',
      'state a path that begins with /, or null',
    ],
    [{ prot: 8000 }, 'have prot, which is not known', 'write "port"'],
    [
      { queue: 'redis' },
      'have queue, which is not known',
      'choose among port, healthPath, commands, environment, databases, tools, migrations, extra; what a plug-in adds is stated in extra.<plugin>',
    ],
    [
      { commands: 'start' },
      'state commands as "start", which must be a list of objects',
      'state a list of objects',
    ],
    [{ commands: ['start'] }, 'state commands[0] as "start", which must be an object', 'state an object'],
    [
      { commands: [{ ...start, name: 'foo' }] },
      `state commands[0].name as "foo", which must be one of ${names}`,
      `state one of ${names}`,
    ],
    [
      { commands: [start, { ...start, name: 'tets' }] },
      `state commands[1].name as "tets", which must be one of ${names}`,
      'write "test"',
    ],
    [
      { commands: [{ ...start, development: 3 }] },
      'state commands[0].development as 3, which must be a text that is not empty, or null',
      'state a text that is not empty, or null',
    ],
    [
      { commands: [{ name: 'start', development: 'run' }] },
      'lack commands[0].production',
      'state a text that is not empty, or null',
    ],
    [
      { commands: [{ ...start, producton: 'run' }] },
      'have commands[0].producton, which is not known',
      'write "production"',
    ],
    [
      { environment: [{ ...secret, name: 'MY KEY' }] },
      'state environment[0].name as "MY KEY", which must be the name of a variable, like DATABASE_URL',
      'state the name of a variable, like DATABASE_URL',
    ],
    [
      { environment: [{ ...secret, isSecret: 'yes' }] },
      'state environment[0].isSecret as "yes", which must be true or false',
      'state true or false',
    ],
    [
      { environment: [{ ...secret, meaning: 'two\nlines' }] },
      'state environment[0].meaning as "two\\nlines", which must be a text of one line',
      'state a text of one line',
    ],
    [
      { databases: [{ ...rows, engine: 'postgres' }] },
      'state databases[0].engine as "postgres", which must be one of sqlite, postgresql',
      'write "postgresql"',
    ],
    [
      { databases: [{ ...rows, volume: 'data' }] },
      'state databases[0].volume as "data", which must be an absolute folder, like /data',
      'state an absolute folder, like /data',
    ],
    [
      { tools: [{ ...python, commands: [] }] },
      'state tools[0].commands as [], which must be a list of at least one text',
      'state a list of at least one text',
    ],
    [
      { tools: [{ ...python, args: '--version' }] },
      'state tools[0].args as "--version", which must be a list of texts',
      'state a list of texts',
    ],
    [
      { tools: [{ ...python, atLeast: '3.x' }] },
      'state tools[0].atLeast as "3.x", which must be a version, like 3.10',
      'state a version, like 3.10',
    ],
    [
      { migrations: [{ ...migrations, pattern: '(' }] },
      'state migrations[0].pattern as "(", which must be a regular expression as a text',
      'state a regular expression as a text',
    ],
    [
      { extra: { billing: 'free' } },
      'state extra as {"billing":"free"}, which must be an object with an object for each plug-in',
      'state an object with an object for each plug-in',
    ],
    [null, 'are null, not an object', 'return {} where there is nothing to state'],
    [[], 'are a list, not an object', 'return {} where there is nothing to state'],
    [Promise.resolve({ port: 1 }), 'are a promise', 'state them at once: take "async" from the function'],
  ];

  it.each(mistakes)('refuses %j', (stated, message, fix) => {
    const { diagnostics, facts } = stateAll({ facts: () => stated as BackendFacts });
    expect(diagnostics).toEqual([
      { code: 'DZL307', severity: 'error', message: `the facts of one ${message}`, fix },
    ]);
    expect(facts.get('one')).toEqual(noFacts);
  });

  it('accepts whole facts', () => {
    const whole = {
      port: 1,
      healthPath: '/',
      commands: [start],
      environment: [secret],
      databases: [rows],
      tools: [python],
      migrations: [migrations],
      extra: {},
    };
    expect(state({ facts: () => whole as BackendFacts })).toEqual({
      facts: new Map([['one', whole]]),
      messages: [],
    });
  });

  it('tells all that is wrong at once', () => {
    const { messages } = state({ facts: () => ({ port: 0, tools: [{ name: 'T' }] }) as never });
    expect(messages.map((message) => message.replace(/,.*/, ''))).toEqual([
      'DZL307 the facts of one state port as 0',
      ...['commands', 'args', 'atLeast', 'install', 'neededBy'].map(
        (field) => `DZL307 the facts of one lack tools[0].${field}`,
      ),
    ]);
  });

  it('misses a fact of a schema, also where the plug-in adds nothing', () => {
    const extraFacts = { billing: { plan: { type: 'string', description: '' } } } as const;
    const message = 'DZL307 the facts of one lack extra.billing.plan, which is in its schema';
    expect(state({ facts: () => ({}), extraFacts }).messages).toEqual([message]);
    expect(state({ facts: () => ({ extra: { billing: {} } }), extraFacts }).messages).toEqual([message]);
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
