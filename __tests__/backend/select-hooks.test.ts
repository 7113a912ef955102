import { describe, expect, it } from '@jest/globals';
import { defineHook } from '../../lib/backend/define.ts';
import { selectHooks } from '../../lib/backend/select-hooks.ts';
import type { TreeHook } from '../../lib/backend/types.ts';
import { checkManifest } from '../../lib/project/read-manifest.ts';
import { makeBackend, makeSettings, shortly } from '../support/make-backend.ts';

function hook(name: string, parts: Partial<TreeHook> = {}): TreeHook {
  const execute = () => ({ success: true, message: '' });
  return defineHook({ name, description: '', phase: 'post_build', runsOn: 'tree', execute, ...parts });
}

const one = makeBackend({
  hooks: [
    hook('look', { phase: 'pre_build' }),
    hook('backup', { phase: 'pre_build', optIn: true }),
    hook('create_env', { essential: true }),
    hook('docs', { after: ['admin'] }),
    hook('admin', {
      options: {
        username: { type: 'string', description: 'a name', default: 'admin' },
        groups: { type: 'string[]', description: '' },
      },
    }),
    hook('deploy', { optIn: true }),
  ],
});
const two = makeBackend({
  name: 'two',
  hooks: [hook('admin', { options: { key: { type: 'number', description: '' } } }), hook('only_two')],
});

function namesOf(
  settings: Parameters<typeof makeSettings>[0],
  skip: string[] = [],
  backends = [one],
): string[] {
  const { active, diagnostics } = selectHooks(backends, makeSettings(settings), skip);
  expect(diagnostics).toEqual([]);
  return active.map(({ hook: { name } }) => name);
}

describe('selectHooks', () => {
  it.each([
    ['everything but what is off unless named', {}, [], ['look', 'create_env', 'admin', 'docs']],
    ['the named ones and the essential ones', { postBuild: ['docs'] }, [], ['look', 'create_env', 'docs']],
    ['none but essential ones for empty lists', { preBuild: [], postBuild: [] }, [], ['create_env']],
    [
      'what is off, once it is named',
      { preBuild: ['look', 'backup'], postBuild: ['deploy'] },
      [],
      ['look', 'backup', 'create_env', 'deploy'],
    ],
    [
      'nothing that skip names, not even essential ones',
      { skip: ['create_env'] },
      ['docs'],
      ['look', 'admin'],
    ],
  ])('takes %s', (_, settings, skip, expected) => {
    expect(namesOf(settings, skip)).toEqual(expected);
  });

  it('applies a name to the backends that have it', () => {
    const { active } = selectHooks([one, two], makeSettings({ postBuild: ['admin', 'only_two'] }));
    expect(active.map(({ backend, hook: { name } }) => `${backend.name}/${name}`)).toEqual([
      'one/look',
      'one/create_env',
      'one/admin',
      'two/admin',
      'two/only_two',
    ]);
  });

  it('fills options from dazzle.toml and defaults, for the backends that know them', () => {
    const options = { admin: { timeout: 5, onFailure: 'abort' as const, values: { groups: ['a'], key: 7 } } };
    const { active, diagnostics } = selectHooks([one, two], makeSettings({ postBuild: ['admin'], options }));
    expect(diagnostics).toEqual([]);
    expect(
      active
        .filter(({ hook: { name } }) => name === 'admin')
        .map(({ options: filled, timeout, onFailure }) => ({ filled, timeout, onFailure })),
    ).toEqual([
      { filled: { username: 'admin', groups: ['a'] }, timeout: 5000, onFailure: 'abort' },
      { filled: { key: 7 }, timeout: 5000, onFailure: 'abort' },
    ]);
  });

  it('reports names, lists, options and values that do not fit, with a suggestion', () => {
    const options = {
      admn: { timeout: null, onFailure: null, values: {} },
      admin: { timeout: null, onFailure: null, values: { usrname: 'x', username: 7 } },
    };
    const settings = makeSettings({
      preBuild: ['docs'],
      postBuild: ['dpeloy'],
      skip: ['creat_env'],
      options,
    });
    const { diagnostics } = selectHooks([one], settings, ['nothing_like_it']);
    expect(diagnostics.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        'DZL241',
        'pre_build in [hooks] names "docs", which is a post_build hook',
        'move it to the post_build list',
      ],
      [
        'DZL240',
        'post_build in [hooks] names "dpeloy", a hook that no backend of this stack has',
        'write "deploy"',
      ],
      [
        'DZL240',
        'skip in [hooks] names "creat_env", a hook that no backend of this stack has',
        'write "create_env"',
      ],
      [
        'DZL240',
        '--skip-hook names "nothing_like_it", a hook that no backend of this stack has',
        'see `dazzle hooks`: look, backup, create_env, docs, admin, deploy',
      ],
      [
        'DZL240',
        '[hooks.admn] sets options of "admn", a hook that no backend of this stack has',
        'write "admin"',
      ],
      ['DZL242', '"usrname" in [hooks.admin] is no option of that hook', 'write "username"'],
      ['DZL243', '"username" in [hooks.admin] must be text, not 7', 'give text: a name'],
    ]);
    expect(shortly(diagnostics).every((line) => line.includes(' error '))).toBe(true);
  });

  it('says where in dazzle.toml it stands', async () => {
    const text = `[project]
name = "shop"
[hooks]
skip = ["docs", "creat_env"]
[hooks.admin]
usrname = "x"
`;
    const { manifest } = await checkManifest(text, { backends: ['one'] });
    const { diagnostics } = selectHooks([one], manifest!.hooks, [], manifest!.locate);
    expect(diagnostics.map(({ code, place, frame }) => [code, place?.line, place?.column, frame])).toEqual([
      ['DZL240', 4, 17, 'skip = ["docs", "creat_env"]\n                ^^^^^^^^^^^'],
      ['DZL242', 6, 1, 'usrname = "x"\n^^^^^^^'],
    ]);
  });
});
