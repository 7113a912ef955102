import { describe, expect, it } from '@jest/globals';
import { defineArtifact, defineBackend, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import { createRegistry } from '../../lib/backend/registry.ts';
import type { Backend, Generator } from '../../lib/backend/types.ts';
import type { DazzleError } from '../../lib/diagnostics/diagnostic.ts';

function makeBackend(name: string, parts: Partial<Backend> = {}): Backend {
  return defineBackend({
    name,
    summary: 'a test',
    templates: new URL('file:///nowhere/'),
    questions: () => [],
    generators: [],
    hooks: [],
    ...parts,
  });
}

function messagesOf(backends: readonly Backend[]): [string, string][] {
  try {
    createRegistry(backends);
    return [];
  } catch (error) {
    return (error as DazzleError).diagnostics.map(({ code, message }) => [code, message]);
  }
}

describe('createRegistry', () => {
  it('selects backends in the order that they need, whatever the list says', () => {
    const registry = createRegistry([
      makeBackend('infra_docker', { after: ['django_api', 'django_micro'] }),
      makeBackend('django_api'),
      makeBackend('openapi', { after: ['django_api'] }),
    ]);
    expect(registry.select(['openapi', 'infra_docker', 'django_api']).map(({ name }) => name)).toEqual([
      'django_api',
      'openapi',
      'infra_docker',
    ]);
    expect(registry.select(['infra_docker', 'none']).map(({ name }) => name)).toEqual(['infra_docker']);
  });

  it('reports everything that is wrong with the definitions', () => {
    const generator = defineGenerator({
      name: 'models',
      description: '',
      needs: [defineArtifact('form')],
      generate: () => {},
    });
    const ok = () => ({ success: true, message: '' });
    const early = defineHook({
      name: 'early',
      description: '',
      phase: 'pre_build',
      runsOn: 'tree',
      after: ['late'],
      options: { timeout: { type: 'number', description: '' }, env: { type: 'string[]', description: '' } },
      execute: ok,
    });
    const late = defineHook({
      name: 'late',
      description: '',
      phase: 'post_build',
      runsOn: 'disk',
      execute: ok,
    });
    expect(
      messagesOf([
        makeBackend('Bad-Name'),
        makeBackend('one', {
          generators: [
            generator,
            { name: 'old', description: '', after: ['models'], generate: () => {} } as Generator,
          ],
          hooks: [early, late],
        }),
        makeBackend('one'),
      ]),
    ).toEqual([
      ['DZL302', 'there are two backends named "one"'],
      [
        'DZL301',
        '"Bad-Name" is no name for a backend: it must begin with a small letter and have only small letters, digits and _',
      ],
      ['DZL308', 'generator old of one has an "after" list, which orders hooks only'],
      ['DZL324', 'generator models of one needs the artifact "form", which no part of it makes'],
      [
        'DZL305',
        'hook early of one runs before the generators and cannot come after late, which runs on the disk, after the commit',
      ],
      ['DZL306', 'hook early of one declares the option "timeout", which every hook has by itself'],
      ['DZL306', 'hook early of one declares the option "env", which every hook has by itself'],
    ]);
  });
});
