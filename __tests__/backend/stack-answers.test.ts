import { describe, expect, it } from '@jest/globals';
import { defineGenerator } from '../../lib/backend/define.ts';
import { variableFact } from '../../lib/kit/service/variable-fact.ts';
import { makeBackend, makeSettings, runPhases } from '../support/make-backend.ts';

describe('the stack of a build', () => {
  it('lets each backend read the facts of all of the stack, whichever runs first', async () => {
    const reads = (other: string) =>
      defineGenerator({
        name: 'reads',
        description: '',
        generate({ tree, stack, facts }) {
          const { outputDir, facts: its } = stack.find(({ name }) => name === other)!;
          tree.write(other, `${facts.port} ${outputDir} ${its.port} ${its.environment[0]!.name}`);
        },
      });
    const app = (name: string, port: number, other: string) =>
      makeBackend({
        name,
        facts: ({ stack }) => ({
          port: port + stack.length,
          environment: [variableFact({ name: `${name.toUpperCase()}_URL`, meaning: '' })],
        }),
        generators: [reads(other)],
      });
    const phases = await runPhases([app('first', 1000, 'second'), app('second', 2000, 'first')]);
    expect(phases.diagnostics).toEqual([]);
    expect(phases.store.files().map(({ contents }) => contents)).toEqual([
      '1002 apps/second 2002 SECOND_URL',
      '2002 apps/first 1002 FIRST_URL',
    ]);
  });

  it('knows a backend of the stack that this build leaves out by its kept answers', async () => {
    const question = { name: 'database', message: 'Which?', type: 'text', default: 'sqlite' } as const;
    const app = makeBackend({
      name: 'app',
      questions: () => [question],
      facts: ({ answers }) => ({ extra: {}, healthPath: `/${String(answers['database'])}` }),
    });
    const open = makeBackend({
      name: 'open',
      questions: () => [{ name: 'needed', message: 'What?', type: 'text' }],
    });
    const infra = makeBackend({
      name: 'infra',
      generators: [
        defineGenerator({
          name: 'compose',
          description: '',
          generate: ({ tree, stack }) =>
            tree.write(
              'compose',
              stack.map((each) => `${each.name} ${each.facts.healthPath} ${each.isBuilt}`).join(', '),
            ),
        }),
      ],
    });
    const phases = await runPhases([infra], {
      stack: [app, open, infra],
      manifest: { answers: { app: { database: 'postgresql' } }, hooks: makeSettings({}) },
    });
    expect(phases.diagnostics).toEqual([]);
    expect(phases.store.files().map(({ contents }) => contents)).toEqual([
      'app /postgresql false, infra null true',
    ]);
  });
});
