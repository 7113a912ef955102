import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitOperations } from '../../lib/commit/commit-operations.ts';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { nothingDone } from '../../lib/commit/receipt.ts';
import { ReplanNeeded } from '../../lib/commit/prepare.ts';
import type { FileOperation } from '../../lib/plan/types.ts';
import { BuildFolder, listChanges } from '../plan/build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const path = 'apps/demo/a.py';
const write = (target: string, text: string, expected: string | null | 'any' = 'any'): FileOperation => ({
  kind: 'write',
  path: target,
  contents: Buffer.from(text),
  mode: 0o644,
  expect: expected,
});
const codeOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: { diagnostics?: { code: string }[] }) => error.diagnostics?.[0]?.code ?? String(error),
  );

describe('a commit', () => {
  it('touches nothing where there is nothing to write', async () => {
    expect(await commitOperations(folder.dir, [])).toEqual(nothingDone);
    expect(readdirSync(folder.dir)).toEqual([]);
    await commitOperations(folder.dir, [write('a', 'a\n')]);
    expect(await commitOperations(folder.dir, [write('a', 'a\n')])).toEqual(nothingDone);
  });

  it('tells what it wrote and deleted', async () => {
    const first = await commitPlan(await folder.settle({ 'a.py': 'a\n', 'b.py': 'b\n' }));
    expect(first).toMatchObject({ build: 1, written: [path, 'apps/demo/b.py'], deleted: [] });
    const second = await commitPlan(await folder.settle({ 'a.py': 'A\n' }));
    expect(second).toMatchObject({ build: 2, written: [path], deleted: ['apps/demo/b.py'] });
  });

  it('keeps the permission bits of a file that it replaces', async () => {
    folder.write('dazzle.toml', 'a\n', 0o660);
    await commitOperations(folder.dir, [write('dazzle.toml', 'b\n')]);
    expect(folder.mode('dazzle.toml')).toBe(0o660);
  });

  it('asks for a new plan where a file was saved between plan and commit', async () => {
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    const settled = await folder.settle({ 'a.py': 'A\n', 'b.py': 'B\n' });
    folder.write(path, 'saved in an editor\n');
    const error: unknown = await commitPlan(settled).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ReplanNeeded);
    expect((error as ReplanNeeded).paths).toEqual([path]);
    expect(folder.files()).toEqual({ [path]: 'saved in an editor\n', 'apps/demo/b.py': 'b\n' });
    expect(readdirSync(join(folder.dir, '.dazzle'))).not.toContain('stage');
  });

  it('asks for a new plan where a file appeared or went away', async () => {
    await folder.build({ 'a.py': 'a\n' });
    const settled = await folder.settle({ 'a.py': 'A\n', 'b.py': 'B\n' });
    folder.remove(path);
    folder.write('apps/demo/b.py', 'mine\n');
    await expect(commitPlan(settled)).rejects.toMatchObject({ paths: [path, 'apps/demo/b.py'] });
  });

  it('lets the second of two builds at once plan again', async () => {
    const [one, two] = [await folder.settle({ 'a.py': 'a\n' }), await folder.settle({ 'a.py': 'a\n' })];
    await commitPlan(one);
    await expect(commitPlan(two)).rejects.toBeInstanceOf(ReplanNeeded);
    expect(listChanges(await folder.settle({ 'a.py': 'a\n' }))).toEqual(['identical a.py']);
  });

  it('refuses paths that lead out of the project, and what is in the way, before anything is written', async () => {
    symlinkSync('/tmp', join(folder.dir, 'out'));
    mkdirSync(join(folder.dir, 'folder'));
    for (const target of ['../x', '/etc/x', 'a/../../x', 'out/x']) {
      expect(await codeOf(commitOperations(folder.dir, [write('a', 'a\n'), write(target, 'x\n')]))).toBe(
        'DZL403',
      );
    }
    expect(await codeOf(commitOperations(folder.dir, [write('folder', 'x\n')]))).toBe('DZL401');
    expect(existsSync(join(folder.dir, 'a'))).toBe(false);
  });

  it('says what the disk refuses', async () => {
    if (process.getuid?.() === 0) return;
    mkdirSync(join(folder.dir, 'shut'), { mode: 0o500 });
    expect(await codeOf(commitOperations(folder.dir, [write('a', 'a\n'), write('shut/x', 'x\n')]))).toBe(
      'DZL434',
    );
    expect(existsSync(join(folder.dir, 'a'))).toBe(false);
  });
});
