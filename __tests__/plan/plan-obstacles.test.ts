import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import { BuildFolder, listChanges, makeTree } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

/** The diagnostics that a failing build is refused with. */
async function refused(building: Promise<unknown>): Promise<string[]> {
  const error = await building.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DazzleError);
  return (error as DazzleError).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const codes = (settled: { diagnostics: readonly { code: string }[] }): string[] =>
  settled.diagnostics.map(({ code }) => code);

describe('what cannot be merged as text', () => {
  it('merges permission bits apart from the text', async () => {
    await folder.build({ 'a.sh': 'a\n', 'b.sh': 'b\n' });
    folder.write('apps/demo/a.sh', 'a\n', 0o755);
    folder.write('apps/demo/b.sh', 'mine\n');
    await folder.build({ 'a.sh': 'changed\n', 'b.sh': { contents: 'b\n', mode: 0o755 } });
    expect(folder.mode('apps/demo/a.sh')).toBe(0o755);
    expect(folder.read('apps/demo/a.sh')).toBe('changed\n');
    expect(folder.mode('apps/demo/b.sh') & 0o111).toBe(0o111);
    expect(folder.read('apps/demo/b.sh')).toBe('mine\n');
  });

  it('takes one side or the other of a binary file', async () => {
    const image = (last: number) => ({ 'a.png': { contents: Uint8Array.of(0x89, 0, 1, last) } });
    await folder.build(image(1));
    expect(listChanges(await folder.build(image(2)))).toEqual(['update a.png']);
    folder.write('apps/demo/a.png', Uint8Array.of(0x89, 0, 9));
    const settled = await folder.build(image(3));
    expect(listChanges(settled)).toEqual(['conflict edited a.png']);
    expect(settled.changes[0]).toMatchObject({ binary: true });
    expect(codes(settled)).toEqual(['DZL420']);
    await folder.build(image(3), {}, { policy: 'take' });
    expect(folder.files()).toEqual({ 'apps/demo/a.png': '\x89\0\x01\x03' });
  });

  it('keeps text that is not UTF-8, and says so', async () => {
    await folder.build({ 'a.txt': 'cafe\n' });
    folder.write('apps/demo/a.txt', Buffer.from('caf\xe9\n', 'latin1'));
    expect(listChanges(await folder.build({ 'a.txt': 'cafe\n' }))).toEqual(['kept edited a.txt']);
    const settled = await folder.build({ 'a.txt': 'coffee\n' });
    expect(listChanges(settled)).toEqual(['conflict edited a.txt']);
    expect(settled.diagnostics).toEqual([
      expect.objectContaining({ code: 'DZL420', message: expect.stringContaining('not UTF-8') }),
    ]);
    expect(folder.files()).toEqual({ 'apps/demo/a.txt': 'caf\xe9\n' });
  });

  it('keeps a file too large to merge, and says so', async () => {
    await folder.build({ 'a.json': 'small\n' });
    folder.write('apps/demo/a.json', Buffer.alloc(50_000_000, 'x'));
    expect(codes(await folder.build({ 'a.json': 'other\n' }))).toEqual(['DZL421']);
    expect(folder.read('apps/demo/a.json')).toHaveLength(50_000_000);
  });

  it('treats conflict markers in a file as an edit that nobody has settled', async () => {
    await folder.build({ 'a.py': 'a\nb\n' });
    const marked = '<<<<<<< HEAD\na\n=======\nz\n>>>>>>> other\nb\n';
    folder.write('apps/demo/a.py', marked);
    for (const text of ['a\nb\n', 'a\nB\n']) {
      const settled = await folder.build({ 'a.py': text });
      expect(listChanges(settled)).toEqual(['conflict pending a.py']);
      expect(codes(settled)).toEqual(['DZL422']);
      expect(folder.read('apps/demo/a.py')).toBe(marked);
    }
    folder.write('apps/demo/a.py', 'a\nZ\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nB\n' }))).toEqual(['conflict edited a.py']);
  });

  it('writes in the line endings that the user has given a file', async () => {
    await folder.build({ 'a.py': 'a\nb\nc\n' });
    folder.write('apps/demo/a.py', '\uFEFFa\r\nb\r\nc');
    await folder.build({ 'a.py': 'a\nb\nc\nd\n' });
    expect(Buffer.from(folder.read('apps/demo/a.py')!).toString()).toBe('\uFEFFa\r\nb\r\nc\r\nd');
  });

  it("takes a user's formatting alone for no conflict", async () => {
    const normalise = (_path: string, text: string): string => text.replace(/ +/g, ' ');
    await folder.build({ 'a.txt': 'x = 1\ny = 2\n' });
    folder.write('apps/demo/a.txt', 'x   =   1\ny   =   2\n');
    const settled = await folder.build({ 'a.txt': 'x = 5\ny = 2\n' }, { normalise });
    expect(listChanges(settled)).toEqual(['merge a.txt']);
    expect(folder.read('apps/demo/a.txt')).toBe('x = 5\ny = 2\n');
  });
});

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

  it('refuses a name that is one with a file of the user on such disks', async () => {
    folder.write('apps/demo/readme.md', 'mine\n');
    expect(await refused(folder.build({ 'README.md': 'x\n' }))).toEqual([
      'DZL404 apps/demo/readme.md, which dazzle did not write, and apps/demo/README.md are one on disks that do not tell case or accents apart',
    ]);
    expect(folder.read('apps/demo/README.md')).toBeNull();
  });

  it('refuses a folder that is one with a folder of the user on such disks', async () => {
    folder.write('Apps/notes.txt', 'mine\n');
    expect(await refused(folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' }))).toEqual([
      'DZL404 Apps, which dazzle did not write, and apps are one on disks that do not tell case or accents apart',
    ]);
  });

  it('lets a build respell its own files, and a user those that dazzle wrote', async () => {
    await folder.build({ 'Order.py': 'a\n', 'README.md': 'x\n' });
    folder.remove('apps/demo/README.md');
    folder.write('apps/demo/readme.md', 'mine\n');
    expect(listChanges(await folder.build({ 'order.py': 'a\n', 'README.md': 'x\n' }))).toEqual([
      'delete Order.py',
      'kept deleted README.md',
      'create order.py',
    ]);
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
