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

const undo = (...argv: string[]): ReturnType<typeof run> =>
  run(['undo', '--yes', ...argv], { cwd: folder.dir });

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

  it('lists builds, and takes the last ones back', async () => {
    const { out } = await undo('--list');
    expect(out).toMatch(/^(?: +\d {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}2 (?:files created|replaced)\n){3}$/);
    expect(await undo('--to', '2')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^builds 3, 2 are undone\n/),
    });
    expect((await undo()).out).toMatch(/^build 1 is undone\n/);
    expect(folder.read('apps/demo/a.py')).toBeNull();
    expect((await undo('--list')).out).toBe('there is no build to undo\n');
  });

  it('takes the number of a build (DZL503)', async () => {
    expect(await undo('--to', 'x')).toEqual({
      status: 1,
      out: '',
      err: 'error DZL503  --to takes the number of a build, not "x"\n    fix: dazzle undo --list shows them\n',
    });
  });
});
