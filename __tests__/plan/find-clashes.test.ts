import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BuildFolder, listChanges, refused } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

describe('what is one with a new file on disks that do not tell case or accents apart', () => {
  it('is no file of the user', async () => {
    folder.write('apps/demo/readme.md', 'mine\n');
    expect(await refused(folder.build({ 'README.md': 'x\n' }))).toEqual([
      'DZL404 apps/demo/readme.md, which dazzle did not write, and apps/demo/README.md are one on disks that do not tell case or accents apart',
    ]);
    expect(folder.read('apps/demo/README.md')).toBeNull();
  });

  it('is no folder of the user', async () => {
    folder.write('Apps/notes.txt', 'mine\n');
    expect(await refused(folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' }))).toEqual([
      'DZL404 Apps, which dazzle did not write, and apps are one on disks that do not tell case or accents apart',
    ]);
  });

  it('may be a file that dazzle wrote, which a build or the user respells', async () => {
    await folder.build({ 'Order.py': 'a\n', 'README.md': 'x\n' });
    folder.remove('apps/demo/README.md');
    folder.write('apps/demo/readme.md', 'mine\n');
    expect(listChanges(await folder.build({ 'order.py': 'a\n', 'README.md': 'x\n' }))).toEqual([
      'delete Order.py',
      'kept deleted README.md',
      'create order.py',
    ]);
  });
});
