import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFolder, makeTree, refused } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

describe('what stands in the way', () => {
  it('is refused before anything is written: folders, symlinks, files in place of folders', async () => {
    mkdirSync(join(folder.dir, 'apps/demo/a.py'), { recursive: true });
    symlinkSync('/etc/passwd', join(folder.dir, 'apps/demo/b.py'));
    folder.write('apps/demo/c', 'a file\n');
    symlinkSync('/tmp', join(folder.dir, 'apps/demo/d'));
    const tree = { 'a.py': 'a\n', 'b.py': 'b\n', 'c/e.py': 'c\n', 'd/e.py': 'd\n', 'f.py': 'f\n' };
    expect(await refused(folder.build(tree))).toEqual([
      'DZL401 a folder is in the way of the file apps/demo/a.py',
      'DZL401 a symlink is in the way of the file apps/demo/b.py',
      'DZL401 apps/demo/c is a file, and a folder of that name is needed for apps/demo/c/e.py',
      'DZL403 apps/demo/d is a symlink that leads out of the project',
    ]);
    expect(folder.read('apps/demo/f.py')).toBeNull();
  });

  it('is allowed where a symlink to a folder stays in the project', async () => {
    mkdirSync(join(folder.dir, 'apps/demo/real'), { recursive: true });
    symlinkSync('real', join(folder.dir, 'apps/demo/link'));
    await folder.build({ 'link/a.py': 'a\n' });
    expect(folder.read('apps/demo/real/a.py')).toBe('a\n');
  });

  it('is refused where two paths are one on some disks', async () => {
    expect(await refused(folder.build({ 'Order.py': 'a\n', 'order.py': 'b\n' }))).toEqual([
      'DZL404 apps/demo/Order.py and apps/demo/order.py are one file on disks that do not tell case or accents apart',
    ]);
    const [composed, decomposed] = ['caf\u00e9.py', 'cafe\u0301.py'];
    expect(await refused(folder.build({ [composed!]: 'a\n', [decomposed!]: 'b\n' }))).toHaveLength(1);
  });

  it('is refused where a file cannot be read', async () => {
    if (process.getuid?.() === 0) return;
    folder.write('apps/demo/a.py', 'a\n', 0o000);
    expect(await refused(folder.build({ 'a.py': 'b\n' }))).toEqual([
      'DZL405 apps/demo/a.py cannot be read (permission denied), so it cannot be told whether you have edited it',
    ]);
  });

  it('is refused where symlinks lead in a circle', async () => {
    mkdirSync(join(folder.dir, 'apps'));
    symlinkSync('demo', join(folder.dir, 'apps/demo'));
    expect(await refused(folder.build({ 'a.py': 'a\n' }))).toEqual([
      'DZL405 apps/demo/a.py cannot be read (symlinks that lead in a circle), so it cannot be told whether you have edited it',
    ]);
  });

  it('is refused where a path leads out of the project', async () => {
    const next = makeTree({ 'a.py': 'a\n' }).map((file) => ({ ...file, path: 'apps/../../a.py' }));
    expect(await refused(folder.build({}, { next }))).toEqual([
      'DZL403 "apps/../../a.py" leads out of the project',
    ]);
  });

  it('builds names with spaces, line feeds and accents', async () => {
    const names = ['a b.py', 'line\nfeed.py', 'caf\u00e9.py', 'quote".py', ' lead.py', '[x]#!.py'];
    const tree = (text: string) => Object.fromEntries(names.map((name) => [name, `${text}\n`]));
    await folder.build(tree('1'));
    const again = await folder.build(tree('1'));
    expect([...again.operations, ...again.bookkeeping]).toEqual([]);
    for (const name of names) folder.write(`apps/demo/${name}`, 'mine\n');
    const settled = await folder.build(
      tree('2'),
      {},
      {
        prompter: { interactive: true, settle: async (all) => all.map(() => ({ kind: 'ignore' }) as const) },
        policy: 'ask',
      },
    );
    expect(settled.changes.map(({ why }) => why)).toEqual(names.map(() => 'ignored'));
    expect((await folder.build(tree('3'))).changes.map(({ why }) => why)).toEqual(names.map(() => 'ignored'));
  });
});
