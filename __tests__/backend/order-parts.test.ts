import { describe, expect, it } from '@jest/globals';
import { defineArtifact, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import { makersFor, orderGenerators, orderHooks, stageOf } from '../../lib/backend/order-parts.ts';
import type { DiskHook, Exchange } from '../../lib/backend/types.ts';
import { makeBackend } from '../support/make-backend.ts';

const models = defineArtifact<string>('models');
const views = defineArtifact<string>('views');
const generator = (name: string, parts: Exchange = {}) =>
  defineGenerator({ name, description: '', generate: () => {}, ...parts });
const hook = (name: string, parts: Partial<DiskHook> = {}) =>
  defineHook({
    name,
    description: '',
    phase: 'post_build',
    runsOn: 'disk',
    execute: () => ({ success: true, message: '' }),
    ...parts,
  });
const namesOf = (parts: readonly { readonly name: string }[]): string[] => parts.map(({ name }) => name);

describe('the order of generators', () => {
  it('puts the maker of an artifact before those that need or want it, else as listed', () => {
    const listed = [
      generator('docs'),
      generator('urls', { wants: [views] }),
      generator('views', { needs: [models], makes: [views] }),
      generator('models', { makes: [models] }),
      generator('forms', { needs: [models] }),
    ];
    const { ordered, diagnostics } = orderGenerators(makeBackend({ generators: listed }));
    expect(diagnostics).toEqual([]);
    expect(namesOf(ordered)).toEqual(['docs', 'models', 'views', 'urls', 'forms']);
  });

  it('names those that wait for each other', () => {
    const circle = [
      generator('a', { makes: [models], needs: [views] }),
      generator('b', { makes: [views], needs: [models] }),
    ];
    expect(orderGenerators(makeBackend({ generators: circle })).diagnostics).toMatchObject([
      { code: 'DZL304', message: 'generators of one wait for each other: a → b → a' },
    ]);
  });
});

describe('the order of hooks', () => {
  it('follows from artifacts, `after` and `before`', () => {
    const listed = [
      hook('tell', { after: ['test'] }),
      hook('test'),
      hook('warm_up', { before: ['test'], needs: [models] }),
      hook('install', { makes: [models] }),
    ];
    expect(namesOf(orderHooks(makeBackend({ hooks: listed })).ordered)).toEqual([
      'install',
      'warm_up',
      'test',
      'tell',
    ]);
  });

  it('refuses a name that does not exist, and says which is meant', () => {
    const { diagnostics } = orderHooks(
      makeBackend({ hooks: [hook('a', { before: ['tests'] }), hook('test')] }),
    );
    expect(diagnostics).toEqual([
      {
        code: 'DZL303',
        severity: 'error',
        message: 'hook a of one comes before "tests", which does not exist',
        fix: 'write "test"',
      },
    ]);
  });
});

it('makersFor leaves out makers of what is only wanted, unless told otherwise', () => {
  const parts = [generator('m', { makes: [models] }), generator('v', { makes: [views] })];
  const reader = generator('r', { needs: [models], wants: [views] });
  expect(makersFor(reader, parts)).toEqual(['m']);
  expect(makersFor(reader, parts, { wants: true })).toEqual(['m', 'v']);
});

it.each([
  ['pre_build', 'tree', 0],
  ['post_build', 'tree', 2],
  ['pre_build', 'disk', 3],
  ['post_build', 'disk', 4],
] as const)('a %s hook on the %s runs in stage %d', (phase, runsOn, stage) => {
  expect(stageOf({ phase, runsOn })).toBe(stage);
});
