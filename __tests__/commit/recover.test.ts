import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { ownHolder } from '../../lib/commit/lock.ts';
import { recoverProject } from '../../lib/commit/recover.ts';
import { reopenPaths } from '../../lib/plan/baseline/reopen-paths.ts';
import { listUnsettled } from '../../lib/plan/resolve.ts';
import { BuildFolder, listChanges } from '../plan/build-folder.ts';
import { commitKilled } from './killed-process.ts';
import { makeStopping } from './faulty-file-system.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const path = 'apps/demo/a.py';
const codeOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: { diagnostics?: { code: string }[] }) => error.diagnostics?.[0]?.code ?? String(error),
  );
const ended = { ...ownHolder(), pid: 4_194_304, began: null };

const recover = async () => (await recoverProject(folder.dir, { reopen: reopenPaths })).diagnostics;

/** Builds, and is killed when a file is to be put into place. */
async function interrupt(tree: Record<string, string>, at = path): Promise<void> {
  const settled = await folder.settle(tree);
  const fs = makeStopping((name, [, to]) => name === 'link' && String(to).endsWith(at));
  await commitPlan(settled, { fs, holder: ended }).catch(() => undefined);
}

describe('recovery', () => {
  it('does nothing where nothing was interrupted', async () => {
    expect(await recover()).toEqual([]);
    expect(readdirSync(folder.dir)).toEqual([]);
    await folder.build({ 'a.py': 'a\n' });
    expect(await recover()).toEqual([]);
  });

  it('finishes a build that was killed after its journal, and says so', async () => {
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    await interrupt({ 'a.py': 'A\n', 'b.py': 'B\n' });
    expect(existsSync(join(folder.dir, '.dazzle/journal'))).toBe(true);
    expect(await recover()).toMatchObject([
      { code: 'DZL431', message: 'the last build was interrupted; it has been finished now (2 files)' },
    ]);
    expect(folder.files()).toEqual({ [path]: 'A\n', 'apps/demo/b.py': 'B\n' });
  });

  it('finishes a build although a file was saved since, and leaves that file open', async () => {
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    await interrupt({ 'a.py': 'A\n', 'b.py': 'B\n' }, 'apps/demo/b.py');
    folder.write(path, 'A\nmine\n');
    expect(await recover()).toMatchObject([
      { code: 'DZL431' },
      { code: 'DZL445', message: expect.stringContaining(path) },
    ]);
    expect(folder.files()).toEqual({ [path]: 'A\nmine\n', 'apps/demo/b.py': 'B\n' });
    expect(Object.values(folder.files('.dazzle/undo/2/before'))).toContain('a\n');
    expect(await listUnsettled(folder.dir)).toMatchObject([{ path, why: 'edited' }]);
    expect(listChanges(await folder.build({ 'a.py': 'A\n', 'b.py': 'B\n' }))).toEqual([
      'kept edited a.py',
      'identical b.py',
    ]);
  });

  it('reads the second copy of a torn journal, and says so where both are torn', async () => {
    await folder.build({ 'a.py': 'a\n' });
    await interrupt({ 'a.py': 'A\n' });
    const journal = join(folder.dir, '.dazzle/journal');
    const whole = folder.read('.dazzle/journal')!;
    writeFileSync(journal, whole.slice(0, 100));
    const copy = folder.read('.dazzle/undo/2/prepared')!;
    folder.write('.dazzle/undo/2/prepared', '');
    expect(await codeOf(recover())).toBe('DZL433');
    folder.write('.dazzle/undo/2/prepared', copy);
    expect(await recover()).toMatchObject([{ code: 'DZL431' }]);
    expect(folder.files()).toEqual({ [path]: 'A\n' });
  });

  it('leaves alone a build that still runs', async () => {
    await folder.build({ 'a.py': 'a\n' });
    await interrupt({ 'a.py': 'A\n' });
    folder.write('.dazzle/lock', JSON.stringify(ownHolder()));
    expect(await codeOf(recover())).toBe('DZL430');
    unlinkSync(join(folder.dir, '.dazzle/lock'));
    expect(await recover()).toHaveLength(1);
  });
});

describe('a process that is killed', () => {
  it('leaves a project that the next command makes whole', async () => {
    const paths = ['apps/a.py', 'apps/b/c.py'];
    const ends: string[] = [];
    for (const at of [20, 50, 1000]) {
      for (const each of paths) folder.write(each, 'old\n');
      await commitKilled(folder.dir, paths, at);
      await recover();
      ends.push([...new Set(Object.values(folder.files()))].join());
    }
    expect(ends).toEqual(['old\n', 'new\n', 'new\n']);
  }, 60_000);
});
