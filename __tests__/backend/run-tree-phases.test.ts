import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineArtifact, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import type { HookResult, TreeHook } from '../../lib/backend/types.ts';
import { DazzleError, StoppedError } from '../../lib/diagnostics/diagnostic.ts';
import { makeBackend, makeSettings, runPhases, shortly } from '../support/make-backend.ts';

const modelNames = defineArtifact<readonly string[]>('model_names');
const token = defineArtifact<{ readonly value: string }>('token', { secret: true });

function hook(name: string, parts: Partial<TreeHook> = {}): TreeHook {
  return defineHook({
    name,
    description: '',
    phase: 'post_build',
    runsOn: 'tree',
    execute: () => ({ success: true, message: 'ok' }),
    ...parts,
  });
}

describe('the phases on the tree', () => {
  it('run in order, generators after those that they need, and hand artifacts on', async () => {
    const forms = defineGenerator({
      name: 'forms',
      description: '',
      needs: [modelNames],
      generate({ tree, artifacts }) {
        tree.write('forms.py', artifacts.get(modelNames).join());
      },
    });
    const models = defineGenerator({
      name: 'models',
      description: '',
      makes: [modelNames, token],
      generate({ tree }) {
        tree.write('models.py', 'x');
        return { artifacts: [modelNames.of(['Task']), token.of({ value: 'hunter2-hunter2' })] };
      },
    });
    const phases = await runPhases([
      makeBackend({
        generators: [forms, models],
        hooks: [
          hook('late'),
          hook('early', {
            phase: 'pre_build',
            execute: ({ tree }) => (tree.write('.keep', ''), { success: true, message: 'ok' }),
          }),
        ],
      }),
    ]);
    expect(phases.diagnostics).toEqual([]);
    expect(phases.told).toEqual([
      'prompting',
      'pre_build',
      'hook one/early',
      'writing',
      'generator one/models',
      'generator one/forms',
      'post_build',
      'hook one/late',
    ]);
    expect(
      phases.store.files().map(({ projectPath, contents, writer }) => [projectPath, contents, writer]),
    ).toEqual([
      ['apps/one/.keep', '', 'early'],
      ['apps/one/forms.py', 'Task', 'forms'],
      ['apps/one/models.py', 'x', 'models'],
    ]);
    expect(phases.generators.map(({ name, filesCreated }) => [name, filesCreated])).toEqual([
      ['models', ['models.py']],
      ['forms', ['forms.py']],
    ]);
    expect(phases.artifacts.report()).toEqual({ one: { model_names: ['Task'], token: '«secret»' } });
    expect(phases.artifacts.mask('it is hunter2-hunter2!')).toBe('it is «secret»!');
  });

  it('report every failing generator and leave out those that need it', async () => {
    const key = (name: string) => defineArtifact<string>(name);
    const generator = (name: string, needs: string[], generate: () => void) =>
      defineGenerator({ name, description: '', makes: [key(name)], needs: needs.map(key), generate });
    const phases = await runPhases([
      makeBackend({
        generators: [
          generator('models', [], () => {
            throw new TypeError('no such thing');
          }),
          generator('forms', ['models'], () => {
            throw new Error('must not run');
          }),
          generator('views', ['forms'], () => {
            throw new Error('must not run');
          }),
          generator('docs', [], () => {
            throw new DazzleError({ code: 'DZL310', severity: 'error', message: 'bad path' });
          }),
        ],
        hooks: [hook('late')],
      }),
    ]);
    expect(shortly(phases.diagnostics)).toEqual([
      'DZL334 error generator models of one stopped unexpectedly: no such thing',
      'DZL310 error bad path',
    ]);
    expect(phases.diagnostics[0]!.stack).toContain('TypeError: no such thing');
    expect(phases.hooks).toEqual([]);
  });

  it('stop before the generators where a pre-build hook fails, after all of them have run', async () => {
    const fails: TreeHook = hook('fails', {
      phase: 'pre_build',
      execute: () => ({ success: false, message: 'no Python' }),
    });
    const phases = await runPhases([
      makeBackend({
        hooks: [
          fails,
          hook('follows', { phase: 'pre_build', after: ['fails'] }),
          hook('other', { phase: 'pre_build' }),
        ],
        generators: [
          defineGenerator({ name: 'models', description: '', generate: ({ tree }) => tree.write('x', '') }),
        ],
      }),
    ]);
    expect(shortly(phases.diagnostics)).toEqual(['DZL330 error fails of one failed: no Python']);
    expect(
      phases.hooks.map(({ name, success, skipped, message }) => [name, success, skipped, message]),
    ).toEqual([
      ['fails', false, false, 'no Python'],
      ['follows', false, true, 'not run: fails failed'],
      ['other', true, false, 'ok'],
    ]);
    expect(phases.store.files()).toEqual([]);
  });

  it('go on with a warning where a post-build hook fails, unless dazzle.toml says abort', async () => {
    const crash = hook('crash', {
      execute: () => {
        throw new RangeError('oops');
      },
    });
    const backend = makeBackend({ hooks: [crash, hook('next')] });
    const warned = await runPhases([backend]);
    expect(shortly(warned.diagnostics)).toEqual([
      'DZL332 warning hook crash of one stopped unexpectedly: oops',
    ]);
    expect(warned.hooks.map(({ name, success }) => [name, success])).toEqual([
      ['crash', false],
      ['next', true],
    ]);
    const options = { crash: { timeout: null, onFailure: 'abort', values: {} } } as const;
    const aborted = await runPhases([backend], {
      manifest: { answers: {}, hooks: makeSettings({ options }) },
    });
    expect(shortly(aborted.diagnostics)).toEqual([
      'DZL332 error hook crash of one stopped unexpectedly: oops',
    ]);
  });

  it('stop a hook that takes too long and tell it by its signal', async () => {
    const slow = hook('slow', {
      execute: ({ signal }) =>
        new Promise<HookResult>((resolve) =>
          signal.addEventListener('abort', () => resolve({ success: false, message: 'told to stop' })),
        ),
    });
    const options = { slow: { timeout: 0.05, onFailure: null, values: {} } };
    const phases = await runPhases([makeBackend({ hooks: [slow] })], {
      manifest: { answers: {}, hooks: makeSettings({ options }) },
    });
    expect(phases.diagnostics).toEqual([
      {
        code: 'DZL333',
        severity: 'warning',
        message: 'slow of one did not end within 0.05 seconds and was stopped',
        fix: 'give it longer: timeout = 1 below [hooks.slow] in dazzle.toml',
      },
    ]);
  });

  it('throw StoppedError where the person stops during a hook', async () => {
    const controller = new AbortController();
    const stops = hook('stops', {
      execute: () => {
        controller.abort();
        return { success: true, message: '' };
      },
    });
    const running = runPhases([makeBackend({ hooks: [stops] })], { signal: controller.signal });
    await expect(running).rejects.toThrow(StoppedError);
  });

  it('format code where the hook for it asks', async () => {
    const format = hook('format_code', {
      async execute(context) {
        const { formatted } = await context.format();
        return { success: true, message: `${formatted}` };
      },
    });
    const writes = defineGenerator({
      name: 'models',
      description: '',
      generate: ({ tree }) => tree.write('a.py', 'x=1'),
    });
    const phases = await runPhases([makeBackend({ generators: [writes], hooks: [format] })]);
    expect(phases.store.files().map(({ contents }) => contents)).toEqual(['x = 1\n']);
  });

  it("run a hook's commands in the project's folder, whether the backend's is there or not", async () => {
    const projectDir = realpathSync(mkdtempSync(join(tmpdir(), 'dazzle-hook-')));
    try {
      const where = hook('where', {
        phase: 'pre_build',
        async execute({ run }) {
          const { stdout } = await run(process.execPath, ['-p', 'process.cwd()']);
          return { success: true, message: stdout.trim() };
        },
      });
      const phases = await runPhases([makeBackend({ hooks: [where] })], { projectDir });
      expect(phases.hooks.map(({ message }) => message)).toEqual([projectDir]);
    } finally {
      rmSync(projectDir, { recursive: true, force: true });
    }
  });
});
