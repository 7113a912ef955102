import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ownHolder } from '../../../../lib/commit/lock.ts';
import { undoBuild } from '../../../../lib/commit/undo.ts';
import { planUndo } from '../../../../lib/plan/plan-undo.ts';
import { settlePlan } from '../../../../lib/plan/settle-plan.ts';
import { makeStopping } from '../../../commit/faulty-file-system.ts';
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

const undo = (): ReturnType<typeof run> => run(['undo', '--yes'], { cwd: folder.dir });

/** Undoes the last build in a process that is killed at the first call to the disk for which `stops` holds. */
async function undoKilled(stops: (name: string, values: readonly unknown[]) => boolean): Promise<void> {
  const undoing = undoBuild(folder.dir, {
    fs: makeStopping(stops),
    holder: { ...ownHolder(), pid: 999_999_999 },
    settle: async (request) => settlePlan(await planUndo(request), { policy: 'fail' }),
  });
  await expect(undoing).rejects.toThrow();
}

describe('dazzle undo', () => {
  it('finishes an undo that was killed while files were put into place, says so, and stops', async () => {
    await undoKilled((name, [, to]) => name === 'link' && String(to).endsWith('b.py'));
    const first = await undo();
    expect({ status: first.status, code: /DZL\d+/.exec(first.err)?.[0] }).toEqual({
      status: 0,
      code: 'DZL436',
    });
    expect([folder.read('apps/demo/a.py'), folder.read('apps/demo/b.py')]).toEqual(['2\n', '2\n']);
    const second = await undo();
    expect({ status: second.status, err: second.err }).toEqual({ status: 0, err: '' });
    expect([folder.read('apps/demo/a.py'), folder.read('apps/demo/b.py')]).toEqual(['1\n', '1\n']);
  });

  it('undoes the last build where an undo was killed before anything moved', async () => {
    await undoKilled((name, [path]) => name === 'write' && String(path).includes('journal'));
    expect((await undo()).status).toBe(0);
    expect([folder.read('apps/demo/a.py'), folder.read('apps/demo/b.py')]).toEqual(['2\n', '2\n']);
  });
});

describe('dazzle redo', () => {
  const dazzle = (...argv: string[]): ReturnType<typeof run> => run(argv, { cwd: folder.dir });

  it('lists the undos that can be taken back, and takes the last one back', async () => {
    await undo();
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
