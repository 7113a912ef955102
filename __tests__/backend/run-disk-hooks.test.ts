import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineArtifact, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import { runDiskHooks } from '../../lib/backend/run-disk-hooks.ts';
import type { DiskHooksRequest } from '../../lib/backend/run-disk-hooks.ts';
import type { Backend, DiskHook } from '../../lib/backend/types.ts';
import { StoppedError } from '../../lib/diagnostics/diagnostic.ts';
import { makeBackend, makeFolder, makeReporter, runPhases, shortly } from '../support/make-backend.ts';

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder({ 'apps/one/requirements.txt': 'django\n' });
});
afterEach(() => project.remove());

function hook(name: string, parts: Partial<DiskHook> = {}): DiskHook {
  return defineHook({
    name,
    description: '',
    phase: 'post_build',
    runsOn: 'disk',
    execute: () => ({ success: true, message: 'ok' }),
    ...parts,
  });
}

async function run(backend: Backend, parts: Partial<DiskHooksRequest> = {}) {
  const phases = await runPhases([backend], { projectDir: project.folder });
  const reporter = makeReporter();
  const outcome = await runDiskHooks({
    phases,
    projectDir: project.folder,
    diskHooks: true,
    conflicts: [],
    version: '1.0.0',
    reporter,
    signal: new AbortController().signal,
    ...parts,
  });
  const ends = outcome.hooks.map(({ name, success, skippedBecause, message }) => [
    name,
    success,
    skippedBecause ?? 'ran',
    message,
  ]);
  return { ...outcome, ends, told: reporter.lines };
}

describe('the hooks on the disk', () => {
  it('run early ones first and those that only tell last', async () => {
    const { ends } = await run(
      makeBackend({
        hooks: [hook('tell', { onlyTells: true }), hook('install'), hook('git', { phase: 'pre_build' })],
      }),
    );
    expect(ends.map(([name]) => name)).toEqual(['git', 'install', 'tell']);
  });

  it('run again only where an input, an option, the version or a result changed', async () => {
    let runs = 0;
    const install = hook('install', {
      options: { extra: { type: 'string', description: '' } },
      inputs: () => ({ files: ['requirements.txt', 'src'], mustExist: ['.venv'] }),
      execute: ({ folder }) => {
        runs++;
        mkdirSync(join(folder, '.venv'), { recursive: true });
        return { success: true, message: 'installed' };
      },
    });
    const backend = makeBackend({ hooks: [install] });
    const again = async (change: () => void, parts: Partial<DiskHooksRequest> = {}) => {
      change();
      const { ends } = await run(backend, parts);
      return [ends[0]![2], runs];
    };
    expect(await again(() => undefined)).toEqual(['ran', 1]);
    expect(await again(() => undefined)).toEqual(['unchanged', 1]);
    expect(await again(() => project.put('apps/one/requirements.txt', 'django>5\n'))).toEqual(['ran', 2]);
    expect(await again(() => project.put('apps/one/src/a/b.py', ''))).toEqual(['ran', 3]);
    expect(await again(() => rmSync(join(project.folder, 'apps/one/.venv'), { recursive: true }))).toEqual([
      'ran',
      4,
    ]);
    expect(await again(() => undefined, { version: '2.0.0' })).toEqual(['ran', 5]);
    expect(await again(() => project.put('.dazzle/cache/hooks.json', 'broken'))).toEqual(['ran', 6]);
    expect(await again(() => undefined)).toEqual(['unchanged', 6]);
  });

  it('that changed its own input is done, and one that failed runs again', async () => {
    let fails = true;
    const backend = makeBackend({
      hooks: [
        hook('migrate', {
          inputs: () => ({ files: ['migrations'] }),
          execute: ({ folder }) => {
            mkdirSync(join(folder, 'migrations'), { recursive: true });
            writeFileSync(join(folder, 'migrations', '0001.py'), '');
            return { success: !fails, message: '' };
          },
        }),
      ],
    });
    expect((await run(backend)).ends[0]![2]).toBe('ran');
    fails = false;
    expect((await run(backend)).ends[0]![2]).toBe('ran');
    expect((await run(backend)).ends[0]![2]).toBe('unchanged');
  });

  it('skip the dependents of a failure and go on with the others', async () => {
    const fails = hook('install', { execute: () => ({ success: false, message: 'no network' }) });
    const rest = [
      hook('database', { after: ['install'] }),
      hook('tests', { after: ['database'] }),
      hook('lint'),
      hook('tell', {
        after: ['tests'],
        onlyTells: true,
        execute: ({ earlier }) => ({ success: true, message: [...earlier.keys()].join() }),
      }),
    ];
    const warned = await run(makeBackend({ hooks: [fails, ...rest] }));
    expect(warned.aborted).toBe(false);
    expect(shortly(warned.diagnostics)).toEqual(['DZL331 warning install of one failed: no network']);
    expect(warned.ends).toEqual([
      ['install', false, 'ran', 'no network'],
      ['database', false, 'dependency', 'not run: install did not succeed'],
      ['tests', false, 'dependency', 'not run: database did not succeed'],
      ['lint', true, 'ran', 'ok'],
      ['tell', true, 'ran', 'install,database,tests,lint'],
    ]);
    const aborted = await run(makeBackend({ hooks: [{ ...fails, onFailure: 'abort' }, ...rest] }));
    expect(aborted.aborted).toBe(true);
    expect(shortly(aborted.diagnostics)).toEqual(['DZL330 error install of one failed: no network']);
    expect(aborted.ends.map(([, , because]) => because)).toEqual([
      'ran',
      'dependency',
      'dependency',
      'ran',
      'ran',
    ]);
  });

  it('are skipped where they follow a hook on the tree that failed', async () => {
    const admin = defineHook({
      name: 'admin',
      description: '',
      phase: 'post_build',
      runsOn: 'tree',
      execute: () => ({ success: false, message: 'no' }),
    });
    const { ends } = await run(makeBackend({ hooks: [admin, hook('database', { after: ['admin'] })] }));
    expect(ends).toEqual([['database', false, 'dependency', 'not run: admin did not succeed']]);
  });

  it('only tell under --no-disk-hooks', async () => {
    const backend = makeBackend({ hooks: [hook('install'), hook('tell', { onlyTells: true })] });
    expect((await run(backend, { diskHooks: false })).ends).toEqual([
      ['install', true, 'turned_off', 'not run: --no-disk-hooks'],
      ['tell', true, 'ran', 'ok'],
    ]);
  });

  it('wait for the conflicts in what they read, by name, and for the hooks that wait', async () => {
    const reading = (...files: readonly string[]): Partial<DiskHook> => ({
      inputs: () => ({ files, loads: (path) => path.endsWith('.py') }),
    });
    const backend = makeBackend({
      hooks: [
        hook('install', reading('requirements.txt')),
        hook('database', { ...reading('models.py'), after: ['install'] }),
        hook('test', reading('app')),
        hook('deploy', { after: ['test'] }),
        hook('tell', { onlyTells: true }),
      ],
    });
    const endsOf = async (...conflicts: readonly string[]): Promise<string[]> =>
      (await run(backend, { conflicts: conflicts.map((path) => `apps/${path}`) })).ends.flatMap(
        ([name, , because, message]) =>
          because === 'conflicts' ? [`${String(name)} ${String(message)}`] : [],
      );
    const page = 'waits for apps/one/app/page.html';
    expect(await endsOf('one/app/page.html')).toEqual([
      `test not run: ${page}`,
      `deploy not run: ${page}`,
      `tell not run: ${page}`,
    ]);
    project.put('apps/one/app/views.py', 'a = 1\n');
    expect(await endsOf('one/app/views.py')).not.toContainEqual(expect.stringMatching(/^(install|database)/));
    project.put('apps/one/app/views.py', '<<<<<<< mine\na = 1\n=======\na = 2\n>>>>>>> dazzle\n');
    expect(await endsOf('one/app/views.py')).toContain('database not run: waits for apps/one/app/views.py');
    expect(await endsOf('one/requirements.txt')).toEqual(
      expect.arrayContaining([
        'install not run: waits for apps/one/requirements.txt',
        'database not run: waits for install',
      ]),
    );
    expect(await endsOf('other/app/page.html')).toEqual([]);
  });

  it('run commands in the backend’s folder, with progress, and secrets masked', async () => {
    const password = defineArtifact<string>('password', { secret: true });
    const makes = defineGenerator({
      name: 'a',
      description: '',
      makes: [password],
      generate: () => ({ artifacts: [password.of('hunter2-hunter2')] }),
    });
    const script = `console.log('reading', require('fs').readFileSync('requirements.txt', 'utf8').trim()); console.error('\\u001b[31mpassword: hunter2-hunter2\\u001b[0m'); process.exit(3)`;
    const fails = hook('install', {
      async execute({ run: runIt }) {
        const { status, stdout, lastLines } = await runIt(process.execPath, ['-e', script]);
        return {
          success: true,
          message: JSON.stringify({ status, stdout, lastLines: [...lastLines].sort() }),
        };
      },
    });
    const { ends, told } = await run(makeBackend({ generators: [makes], hooks: [fails] }));
    expect(JSON.parse(String(ends[0]![3]))).toEqual({
      status: 3,
      stdout: 'reading django\n',
      lastLines: ['password: «secret»', 'reading django'],
    });
    expect(told.filter((line) => line.startsWith('>')).sort()).toEqual([
      '> password: «secret»',
      '> reading django',
    ]);
  });

  it('know what a hook made that need not run again', async () => {
    const address = defineArtifact<string>('address');
    const start = hook('start', {
      makes: [address],
      inputs: () => ({ files: ['requirements.txt'] }),
      execute: () => ({ success: true, message: 'ran', artifacts: [address.of('http://here')] }),
    });
    const tell = hook('tell', {
      wants: [address],
      execute: ({ artifacts }) => ({ success: true, message: String(artifacts.find(address)) }),
    });
    const backend = makeBackend({ hooks: [tell, start] });
    expect((await run(backend)).ends.map(([, , , message]) => message)).toEqual(['ran', 'http://here']);
    expect((await run(backend)).ends[1]![3]).toBe('http://here');
  });

  it('stop a command and what it started when time is up', async () => {
    const script = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => require("fs").appendFileSync("alive", "x"), 20)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    const slow = hook('slow', {
      timeout: 0.6,
      async execute({ run: runIt }) {
        const { status } = await runIt(process.execPath, ['-e', script]);
        return { success: status === 0, message: `status ${status}` };
      },
    });
    const { diagnostics } = await run(makeBackend({ hooks: [slow] }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['DZL333']);
    const read = (): string => {
      try {
        return readFileSync(join(project.folder, 'apps/one/alive'), 'utf8');
      } catch {
        return '';
      }
    };
    const before = read();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(read()).toBe(before);
  });

  it('stop for the person, who is told that the files were written', async () => {
    const controller = new AbortController();
    const stops = hook('stops', {
      async execute({ run: runIt }) {
        setTimeout(() => controller.abort(), 100);
        const { status } = await runIt(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
        return { success: status === 0, message: '' };
      },
    });
    const running = run(makeBackend({ hooks: [stops] }), { signal: controller.signal });
    await expect(running).rejects.toThrow(
      new StoppedError('stopped during stops; the files were written before'),
    );
  });

  it('say that a command was not found', async () => {
    const missing = hook('missing', {
      async execute({ run: runIt }) {
        const { status, lastLines } = await runIt('no-such-command-at-all', []);
        return { success: true, message: `${status} ${lastLines.join()}` };
      },
    });
    expect((await run(makeBackend({ hooks: [missing] }))).ends[0]![3]).toBe(
      '127 no-such-command-at-all: command not found',
    );
  });
});
