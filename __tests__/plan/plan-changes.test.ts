import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BuildFolder, listChanges } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

describe('planning, settling and committing a build', () => {
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

  it("keeps a user's edit when the template did not change", async () => {
    await folder.build({ 'a.py': 'a\nb\n' });
    folder.write('apps/demo/a.py', 'a\nmine\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\n' }))).toEqual(['kept edited a.py']);
    expect(folder.read('apps/demo/a.py')).toBe('a\nmine\n');
  });

  it('merges an edit with a changed template', async () => {
    await folder.build({ 'a.py': 'a\nb\nc\nd\n' });
    folder.write('apps/demo/a.py', 'mine\nb\nc\nd\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\nc\nnew\n' }))).toEqual(['merge a.py']);
    expect(folder.read('apps/demo/a.py')).toBe('mine\nb\nc\nnew\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\nc\nnew\n' }))).toEqual(['kept edited a.py']);
  });
});
