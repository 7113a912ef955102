import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BuildFolder } from '../../../plan/build-folder.ts';
import { run } from '../../support/run.ts';

let folder: BuildFolder;
beforeEach(async () => {
  folder = new BuildFolder();
  folder.write('dazzle.toml', '[project]\nname = "shop"\n');
  for (const version of ['1', '2', '3'])
    await folder.build({ 'a.py': `${version}\n`, 'b.py': `${version}\n` });
});
afterEach(() => folder.discard());

const dazzle = (...argv: string[]): ReturnType<typeof run> => run(argv, { cwd: folder.dir });

describe('dazzle redo', () => {
  it('lists the undos that can be taken back, and takes the last one back', async () => {
    await dazzle('undo', '--yes');
    expect((await dazzle('redo', '--list')).out).toMatch(/^ +4 {2}.* 2 replaced \(build 3 undone\)\n$/);
    expect(await dazzle('redo')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^build 3 is redone\n/),
    });
    expect(folder.read('apps/demo/a.py')).toBe('3\n');
    expect((await dazzle('redo', '--list')).out).toBe('there is no undo to take back\n');
    expect(await dazzle('redo')).toMatchObject({ status: 1, err: expect.stringContaining('DZL439') });
  });
});
