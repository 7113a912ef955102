import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFolder, listChanges, makeTree, output } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const codes = (settled: { diagnostics: readonly { code: string }[] }): string[] =>
  settled.diagnostics.map(({ code }) => code);

describe('a build over what is there', () => {
  it('creates files, and writes nothing the second time', async () => {
    expect(listChanges(await folder.build({ 'a.py': 'a\n', 'b/c.py': 'c' }))).toEqual([
      'create a.py',
      'create b/c.py',
    ]);
    expect(folder.files()).toEqual({ 'apps/demo/a.py': 'a\n', 'apps/demo/b/c.py': 'c' });
    const again = await folder.build({ 'a.py': 'a\n', 'b/c.py': 'c' });
    expect(listChanges(again)).toEqual(['identical a.py', 'identical b/c.py']);
    expect([...again.operations, ...again.bookkeeping]).toEqual([]);
  });

  it.each([
    ['a\n', 'a\r\n'],
    ['a\r\n', 'a\n'],
    ['a\n', '\uFEFFa\n'],
    ['a', 'a\n'],
  ])(
    'takes what is there and spells its lines otherwise for what it would write: %j, %j',
    async (there, made) => {
      folder.write('apps/demo/a.json', there);
      for (const _ of [1, 2]) {
        const settled = await folder.build({ 'a.json': made }, {}, { policy: 'markers' });
        expect([listChanges(settled), settled.operations]).toEqual([['kept edited a.json'], []]);
      }
      expect(folder.read('apps/demo/a.json')).toBe(there);
    },
  );

  it("keeps a user's edit when the template did not change", async () => {
    await folder.build({ 'a.py': 'a\nb\n' });
    folder.write('apps/demo/a.py', 'a\nmine\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\n' }))).toEqual(['kept edited a.py']);
    expect(folder.read('apps/demo/a.py')).toBe('a\nmine\n');
  });

  it('updates an unedited file', async () => {
    await folder.build({ 'a.py': 'a\n' });
    expect(listChanges(await folder.build({ 'a.py': 'b\n' }))).toEqual(['update a.py']);
    expect(folder.read('apps/demo/a.py')).toBe('b\n');
  });

  it('merges an edit with a changed template', async () => {
    await folder.build({ 'a.py': 'a\nb\nc\nd\n' });
    folder.write('apps/demo/a.py', 'mine\nb\nc\nd\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\nc\nnew\n' }))).toEqual(['merge a.py']);
    expect(folder.read('apps/demo/a.py')).toBe('mine\nb\nc\nnew\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\nc\nnew\n' }))).toEqual(['kept edited a.py']);
  });

  it('replaces a file that was made from what is on the disk, and makes it again where it is gone', async () => {
    const list = (contents: string) => ({ 'list.json': { contents, absorbs: true } });
    await folder.build(list('1\n'));
    expect(listChanges(await folder.build(list('1\n2\n')))).toEqual(['update list.json']);
    expect(folder.read('apps/demo/list.json')).toBe('1\n2\n');
    folder.remove('apps/demo/list.json');
    expect(listChanges(await folder.build(list('1\n')))).toEqual(['create list.json']);
  });

  it('deletes what is no longer made, and the folder that it leaves empty', async () => {
    await folder.build({ 'a.py': 'a\n', 'old/b.py': 'b\n' });
    expect(listChanges(await folder.build({ 'a.py': 'a\n' }))).toEqual(['identical a.py', 'delete old/b.py']);
    expect(readdirSync(join(folder.dir, 'apps/demo'))).toEqual(['a.py']);
  });

  it('keeps an edited file that is no longer made, as a conflict, until it is settled', async () => {
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    folder.write('apps/demo/b.py', 'mine\n');
    const settled = await folder.build({ 'a.py': 'a\n' });
    expect(listChanges(settled)).toEqual(['identical a.py', 'conflict orphaned b.py']);
    expect(settled.unsettled).toEqual(['apps/demo/b.py']);
    expect(folder.read('apps/demo/b.py')).toBe('mine\n');
    expect((await folder.build({ 'a.py': 'a\n' })).unsettled).toEqual(['apps/demo/b.py']);
    await folder.build({ 'a.py': 'a\n' }, {}, { settlement: { kind: 'keep' } });
    expect(listChanges(await folder.build({ 'a.py': 'a\n' }))).toEqual(['identical a.py']);
    expect(folder.read('apps/demo/b.py')).toBe('mine\n');
  });

  it('leaves a deleted file deleted, says once that its template changed, and restores it when asked', async () => {
    await folder.build({ 'a.py': 'a\n' });
    folder.remove('apps/demo/a.py');
    expect(codes(await folder.build({ 'a.py': 'a\n' }))).toEqual([]);
    const changed = await folder.build({ 'a.py': 'b\n' });
    expect(listChanges(changed)).toEqual(['kept deleted a.py']);
    expect(codes(changed)).toEqual(['DZL425']);
    expect(codes(await folder.build({ 'a.py': 'b\n' }))).toEqual([]);
    expect(folder.read('apps/demo/a.py')).toBeNull();
    const restored = await folder.build({ 'a.py': 'b\n' }, { restore: ['apps/demo'] });
    expect(listChanges(restored)).toEqual(['create deleted a.py']);
    expect(folder.read('apps/demo/a.py')).toBe('b\n');
  });

  it('says that a path to restore is unknown, with a suggestion', async () => {
    await expect(
      folder.build({ 'models.py': 'a\n' }, { restore: ['apps/demo/model.py'] }),
    ).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL406', severity: 'error', fix: 'write --restore apps/demo/models.py' }],
    });
    expect(folder.files()).toEqual({});
    await expect(folder.build({ 'models.py': 'a\n' }, { restore: ['apps/dem'] })).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL406', fix: 'write --restore apps/demo' }],
    });
    const built = await folder.build({ 'models.py': 'a\n' });
    expect(codes(built)).toEqual([]);
    expect(codes(await folder.build({ 'models.py': 'a\n' }, { restore: ['apps/demo/models.py'] }))).toEqual(
      [],
    );
  });

  it('says that an edited file was not deleted where it is to be restored', async () => {
    await folder.build({ 'a.py': 'a\n' });
    folder.write('apps/demo/a.py', 'mine\n');
    expect(codes(await folder.build({ 'a.py': 'a\n' }, { restore: ['apps/demo/a.py'] }))).toEqual(['DZL424']);
    expect(folder.read('apps/demo/a.py')).toBe('mine\n');
  });

  it('adopts a file that is already as it would be, and asks about one that is not', async () => {
    folder.write('apps/demo/a.py', 'a\n');
    folder.write('apps/demo/b.py', 'foreign\n');
    const settled = await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    expect(listChanges(settled)).toEqual(['identical a.py', 'conflict foreign b.py']);
    expect(codes(settled)).toEqual(['DZL410']);
    const again = await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    expect(again.unsettled).toEqual(['apps/demo/b.py']);
    expect([...again.operations, ...again.bookkeeping]).toEqual([]);
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' }, {}, { policy: 'take' });
    expect(folder.read('apps/demo/b.py')).toBe('b\n');
  });

  it('leaves alone what .dazzleignore names', async () => {
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    folder.write('.dazzleignore', '**/a.py\n/apps/demo/new/\n');
    const settled = await folder.build({ 'a.py': 'changed\n', 'new/c.py': 'c\n' });
    expect(listChanges(settled)).toEqual(['kept ignored a.py', 'delete b.py', 'kept ignored new/c.py']);
    expect(folder.files()).toEqual({ 'apps/demo/a.py': 'a\n' });
  });
});

describe('files that are written once', () => {
  const tree = (secret: string, starter: string) => ({
    '.env': { contents: secret, once: 'secret', mode: 0o600 } as const,
    'custom.py': { contents: starter, once: 'starter' } as const,
  });

  it('belong to the user after their first write', async () => {
    await folder.build(tree('KEY=1\n', 'start\n'));
    expect(folder.mode('apps/demo/.env')).toBe(0o600);
    const settled = await folder.build(tree('KEY=2\n', 'other\n'));
    expect(listChanges(settled)).toEqual(['kept once .env', 'kept once custom.py']);
    expect(folder.files()).toEqual({ 'apps/demo/.env': 'KEY=1\n', 'apps/demo/custom.py': 'start\n' });
    expect([...settled.operations, ...settled.bookkeeping]).toEqual([]);
  });

  it('come again after they were deleted only where they are secret', async () => {
    await folder.build(tree('KEY=1\n', 'start\n'));
    folder.remove('apps/demo/.env');
    folder.remove('apps/demo/custom.py');
    const settled = await folder.build(tree('KEY=2\n', 'other\n'));
    expect(listChanges(settled)).toEqual(['create .env', 'kept deleted custom.py']);
  });

  it('leave no byte of a secret in the baseline or in the changes', async () => {
    const settled = await folder.build(tree('KEY=hunter2\n', 'start\n'));
    expect(JSON.stringify(folder.files('.dazzle/baseline'))).not.toContain('hunter2');
    expect(settled.changes[0]).toMatchObject({ secret: true, next: null, disk: null, base: null });
  });

  it('stay where they are no longer made', async () => {
    await folder.build(tree('KEY=1\n', 'start\n'));
    expect(listChanges(await folder.build({}))).toEqual(['kept once .env', 'delete custom.py']);
    expect(folder.read('apps/demo/.env')).toBe('KEY=1\n');
  });
});

describe('backends that leave the stack', () => {
  const other = { backend: 'other', outputDir: 'apps/other' };
  const both = {
    outputs: [output, other],
    next: [
      ...makeTree({ 'a.py': 'a\n' }),
      {
        ...makeTree({ 'x.py': 'x\n' })[0]!,
        path: 'apps/other/x.py',
        backend: 'other',
        identity: 'other/w/-/x.py',
      },
    ],
  };

  it('are left alone and reported until they are pruned', async () => {
    await folder.build({}, both);
    const settled = await folder.build({ 'a.py': 'a\n' });
    expect(listChanges(settled)).toEqual(['identical a.py']);
    expect(codes(settled)).toEqual(['DZL423']);
    expect(folder.read('apps/other/x.py')).toBe('x\n');
    const pruned = await folder.build({ 'a.py': 'a\n' }, { prune: true });
    expect(listChanges(pruned)).toEqual(['identical a.py', 'delete apps/other/x.py']);
    expect(codes(await folder.build({ 'a.py': 'a\n' }))).toEqual([]);
  });

  it('are said to be elsewhere where only the folder changed', async () => {
    await folder.build({}, both);
    const moved = [{ backend: 'other', outputDir: 'build/other' }, output];
    const settled = await folder.build({ 'a.py': 'a\n' }, { stack: moved });
    expect(settled.diagnostics.map(({ message }) => message)).toEqual([
      'other is built in build/other now; in apps/other its one file is left alone',
    ]);
  });

  it('are not reported where they only do not run this time', async () => {
    await folder.build({}, both);
    const settled = await folder.build({ 'a.py': 'a\n' }, { stack: [output, other], prune: true });
    expect(listChanges(settled)).toEqual(['identical a.py']);
    expect(codes(settled)).toEqual([]);
  });
});
