import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { backupExisting, defineHook, type HookResult } from '../lib/index.ts';
import type { Prompter, Reporter } from '../lib/request.ts';
import {
  backend,
  kinds,
  nobody,
  projectDir,
  read,
  run,
  silent,
  snapshot,
  spec,
  useProject,
  write,
} from './support/build-project.ts';

useProject();

function hook(
  name: string,
  phase: 'pre_build' | 'post_build',
  result: HookResult,
  policy?: 'abort' | 'warn',
) {
  return defineHook({
    name,
    description: name,
    phase,
    runsOn: 'tree',
    ...(policy ? { onFailure: policy } : {}),
    execute: () => result,
  });
}

describe('build', () => {
  it('writes the tree, and finds everything identical the second time', async () => {
    const first = await run();
    expect(first.status).toBe('done');
    expect(kinds(first.changes)).toEqual({
      'apps/demo/client.txt': 'create',
      'apps/demo/head.txt': 'create',
    });
    expect(read('apps/demo/client.txt')).toBe('Client\n  id uuid\n\n  name str\nend\n');
    const second = await run();
    expect(kinds(second.changes)).toEqual({
      'apps/demo/client.txt': 'identical',
      'apps/demo/head.txt': 'identical',
    });
    expect(second.receipt?.written).toEqual([]);
  });

  it('keeps an edit while the spec changes around it', async () => {
    await run();
    write('apps/demo/client.txt', read('apps/demo/client.txt').replace('end\n', 'end of mine\n'));
    write('dsl/app.dsl', spec.replace('  name:', '  email: email\n  name:'));
    const outcome = await run();
    expect(kinds(outcome.changes)['apps/demo/client.txt']).toBe('merge');
    expect(read('apps/demo/client.txt')).toBe(
      'Client\n  id uuid\n\n  email email\n\n  name str\nend of mine\n',
    );
  });

  it('shows the lines of the spec that a backend speaks of', async () => {
    const place = { file: 'dsl/app.dsl', line: 1, column: 1, endLine: 1, endColumn: 4 };
    const warning = { code: 'DZL366', severity: 'warning', message: 'one', place } as const;
    const look = hook('look', 'pre_build', { success: true, message: '', diagnostics: [warning] });
    const { diagnostics } = await run({}, { of: backend({ hooks: [look] }) });
    expect(diagnostics).toEqual([{ ...warning, frame: `${spec.split('\n')[0]}\n^^^` }]);
  });

  it('writes nothing on a dry run, and says that something is pending', async () => {
    const before = snapshot();
    expect((await run({ dryRun: true })).status).toBe('pending');
    expect(snapshot()).toEqual(before);
    await run();
    expect((await run({ dryRun: true })).status).toBe('done');
  });

  it('writes nothing where the spec or dazzle.toml is wrong, and reports all of it', async () => {
    write('dsl/app.dsl', spec.replace('required', 'requird').replace('field name', 'field nam'));
    const before = snapshot();
    const outcome = await run();
    expect(outcome.status).toBe('error');
    expect(outcome.diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('requird'),
      expect.stringContaining('nam'),
    ]);
    expect(snapshot()).toEqual(before);
  });

  it('writes nothing where a pre-build hook fails', async () => {
    const before = snapshot();
    const of = backend({ hooks: [hook('look', 'pre_build', { success: false, message: 'no' })] });
    const outcome = await run({}, { of });
    expect(outcome).toMatchObject({
      status: 'error',
      changes: [],
      hooks: [{ name: 'look', success: false }],
    });
    expect(snapshot()).toEqual(before);
  });

  it('goes on where a post-build hook fails that only warns, and is incomplete', async () => {
    const of = backend({ hooks: [hook('extra', 'post_build', { success: false, message: 'no' })] });
    for (const dryRun of [false, true]) {
      const outcome = await run({ dryRun }, { of });
      expect(outcome).toMatchObject({ status: 'incomplete', hooks: [{ name: 'extra', success: false }] });
      expect(outcome.diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
    }
  });

  it('is incomplete each time that the tests do not pass, and done once they do', async () => {
    let passes = false;
    const tests = defineHook({
      name: 'run_tests',
      description: 'runs them',
      phase: 'post_build',
      runsOn: 'disk',
      inputs: () => ({ files: ['client.txt'] }),
      execute: () => ({ success: passes, message: passes ? 'the tests pass' : 'one failed' }),
    });
    const of = backend({ hooks: [tests] });
    expect((await run({}, { of })).status).toBe('incomplete');
    expect((await run({}, { of })).status).toBe('incomplete');
    passes = true;
    expect((await run({}, { of })).status).toBe('done');
  });

  it('is an error where a hook on the disk reports one', async () => {
    const look = defineHook({
      name: 'look',
      description: 'looks',
      phase: 'post_build',
      runsOn: 'disk',
      execute: ({ report }) => {
        report({ code: 'DZL350', severity: 'error', message: 'no' });
        return { success: true, message: '' };
      },
    });
    expect((await run({}, { of: backend({ hooks: [look] }) })).status).toBe('error');
  });

  it('ends with an error, and leaves the files, where a disk hook fails that aborts', async () => {
    const failing = defineHook({
      name: 'install_dependencies',
      description: 'fails',
      phase: 'post_build',
      runsOn: 'disk',
      onFailure: 'abort',
      execute: async (context) => {
        const { status } = await context.run('node', ['-e', 'process.exit(3)']);
        return { success: status === 0, message: `status ${status}` };
      },
    });
    const outcome = await run({}, { of: backend({ hooks: [failing] }) });
    expect(outcome).toMatchObject({
      status: 'error',
      hooks: [{ name: 'install_dependencies', success: false, message: 'status 3' }],
    });
    expect(existsSync(path.join(projectDir, 'apps/demo/client.txt'))).toBe(true);
  });

  it('keeps answers of the command line in dazzle.toml, with its comments', async () => {
    await run({ set: { demo: { greeting: 'good day' } } });
    expect(read('apps/demo/head.txt')).toBe('Shop\n\ngood day\n');
    expect(read('dazzle.toml')).toMatch(/^# mine\n[^]*\[backends\.demo\]\ngreeting = "good day"/);
    await run();
    expect(read('apps/demo/head.txt')).toBe('Shop\n\ngood day\n');
  });

  it('leaves a conflict for later under --yes, and finds it again', async () => {
    await run();
    write('apps/demo/head.txt', 'mine\n');
    write('dsl/app.dsl', spec.replace('app shop "Shop"', 'app shop "Store"'));
    expect((await run({ dryRun: true })).status).toBe('conflicts');
    const outcome = await run();
    expect(outcome).toMatchObject({ status: 'conflicts', unsettled: ['apps/demo/head.txt'] });
    expect(read('apps/demo/head.txt')).toBe('mine\n');
    expect((await run()).unsettled).toEqual(['apps/demo/head.txt']);
  });

  it('runs no disk hook where conflicts are left', async () => {
    let ran = 0;
    const counting = defineHook({
      name: 'run_tests',
      description: 'counts',
      phase: 'post_build',
      runsOn: 'disk',
      execute: () => ({ success: ++ran > 0, message: 'ran' }),
    });
    const of = backend({ hooks: [counting] });
    await run({}, { of });
    write('apps/demo/head.txt', 'mine\n');
    await run({ set: { demo: { greeting: 'other' } } }, { of });
    expect(ran).toBe(1);
  });

  it('moves the file of a renamed entity, with the edits in it', async () => {
    await run();
    write('apps/demo/client.txt', `${read('apps/demo/client.txt')}mine\n`);
    write(
      'dsl/app.dsl',
      spec
        .replace('entity Client "Client":', 'entity Customer "Customer" was Client:')
        .replace('uses entity Client', 'uses entity Customer'),
    );
    const outcome = await run();
    expect(outcome.changes).toContainEqual(
      expect.objectContaining({
        path: 'apps/demo/customer.txt',
        kind: 'rename',
        from: 'apps/demo/client.txt',
      }),
    );
    expect(read('apps/demo/customer.txt')).toBe('Customer\n  id uuid\n\n  name str\nend\nmine\n');
    expect(existsSync(path.join(projectDir, 'apps/demo/client.txt'))).toBe(false);
  });

  it('asks about a likely rename, and writes what is confirmed into the spec', async () => {
    await run();
    write(
      'dsl/app.dsl',
      spec
        .replace('entity Client "Client":', 'entity Customer "Customer":')
        .replace('uses entity Client', 'uses entity Customer'),
    );
    expect((await run({ dryRun: true })).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'DZL426', fix: expect.stringContaining('was Client') }),
    );
    const prompter: Prompter = {
      ...nobody,
      interactive: true,
      answer: async () => 'hello',
      confirmRenames: async (candidates) => candidates,
    };
    const outcome = await run({ yes: false }, { prompter });
    expect(kinds(outcome.changes)['apps/demo/customer.txt']).toBe('rename');
    expect(read('dsl/app.dsl')).toContain('entity Customer "Customer" was Client:');
  });

  it('plans again where a file changes while the plan is settled', async () => {
    await run();
    const reporter: Reporter = {
      ...silent,
      planned: () => {
        if (read('apps/demo/head.txt').startsWith('Shop'))
          write('apps/demo/head.txt', `mine, saved in between\n\nhello\n`);
      },
    };
    const outcome = await run({ set: { demo: { greeting: 'other' } } }, { reporter });
    expect(outcome.status).toBe('done');
    expect(read('apps/demo/head.txt')).toBe('mine, saved in between\n\nother\n');
  });

  it('gives up where a file changes each time, and writes nothing', async () => {
    await run();
    let count = 0;
    const reporter: Reporter = {
      ...silent,
      planned: () => write('apps/demo/head.txt', `${'x'.repeat(++count)}\n\nhello\n`),
    };
    await expect(run({ set: { demo: { greeting: 'other' } } }, { reporter })).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL427' }],
    });
    expect(read('dazzle.toml')).not.toContain('other');
  });

  it('keeps a dated copy of what it replaces where backup_existing is named', async () => {
    const of = backend({ hooks: [backupExisting()] });
    write('dazzle.toml', `${read('dazzle.toml')}\n[hooks]\npre_build = ["backup_existing"]\n`);
    await run({}, { of });
    await run({ set: { demo: { greeting: 'other' } } }, { of });
    const copies = Object.entries(snapshot()).filter(([file]) => file.startsWith('backups'));
    expect(copies).toEqual([
      [expect.stringMatching(/^backups\/[^/]+\/apps\/demo\/head\.txt$/), 'Shop\n\nhello\n'],
    ]);
  });

  it('writes to the folder of --out, and refuses one outside of the project', async () => {
    await run({ out: 'generated/code' });
    expect(existsSync(path.join(projectDir, 'generated/code/demo/client.txt'))).toBe(true);
    const outside = await run({ out: '../elsewhere' });
    expect(outside).toMatchObject({ status: 'error', diagnostics: [{ code: 'DZL208' }] });
  });
});
