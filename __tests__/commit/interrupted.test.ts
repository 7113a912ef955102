import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitOperations } from '../../lib/commit/commit-operations.ts';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';
import { listBuilds, listUndos } from '../../lib/commit/history.ts';
import { ownHolder } from '../../lib/commit/lock.ts';
import { recoverProject } from '../../lib/commit/recover.ts';
import { redoBuild, undoBuild } from '../../lib/commit/undo.ts';
import { StoppedError } from '../../lib/diagnostics/diagnostic.ts';
import { reopenPaths } from '../../lib/plan/baseline/reopen-paths.ts';
import { planUndo } from '../../lib/plan/plan-undo.ts';
import { listUnsettled, planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { FileOperation, UndoRequest } from '../../lib/plan/types.ts';
import { BuildFolder, listChanges, memoryDisk } from '../plan/build-folder.ts';
import { Editor, withoutHardLinks } from './editor.ts';
import { Killed, makeFaulty } from './faulty-file-system.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder(memoryDisk);
});
afterEach(() => folder.discard());

const ended = { ...ownHolder(), pid: 4_194_304, began: null };
const settle = async (request: UndoRequest) => settlePlan(await planUndo(request), { policy: 'keep' });
const recover = () => recoverProject(folder.dir, { reopen: reopenPaths });
const resetTo = (master: BuildFolder): void => {
  rmSync(folder.dir, { recursive: true });
  cpSync(master.dir, folder.dir, { recursive: true });
};
const stateOf = () => JSON.stringify([folder.files(), folder.files('.dazzle/baseline')]);

/** Something happens in the instant before the first call for which `at` holds. */
function before(at: (name: string, values: readonly unknown[]) => boolean, happens: () => void): FileSystem {
  let isOver = false;
  const wrapped = Object.entries(realFileSystem).map(([name, call]) => [
    name,
    (...values: unknown[]) => {
      if (!isOver && at(name, values)) {
        isOver = true;
        happens();
      }
      return (call as (...args: unknown[]) => unknown)(...values);
    },
  ]);
  return Object.fromEntries(wrapped) as FileSystem;
}

describe.each(['undo', 'redo', 'resolve'] as const)('%s that is killed at any call', (kind) => {
  it('is wholly old or new after the next command, which says what it finished', async () => {
    const master = new BuildFolder(memoryDisk);
    await master.build({ 'a.py': '1\n', 'gone.py': 'g\n' });
    await master.build({ 'a.py': '2\n', 'gone.py': 'g\n', 'b.py': 'b\n' });
    await master.build({ 'a.py': '3\n', 'c.py': 'c\n' });
    if (kind === 'redo') await undoBuild(master.dir, { settle });
    if (kind === 'resolve') {
      master.write('apps/demo/a.py', 'mine\n');
      await master.build({ 'a.py': '4\n', 'c.py': 'c\n' });
    }
    const resolve = async (fs: FileSystem): Promise<unknown> => {
      const plan = await planResolve(folder.dir);
      const settled = await settlePlan(plan, { policy: 'ask', settlement: { kind: 'take' } });
      return commitPlan(settled, { fs, holder: ended });
    };
    const run = (fs: FileSystem): Promise<unknown> => {
      if (kind === 'resolve') return resolve(fs);
      return (kind === 'undo' ? undoBuild : redoBuild)(folder.dir, { fs, holder: ended, settle });
    };
    resetTo(master);
    const old = stateOf();
    const counted = makeFaulty(null, 0);
    await run(counted.fs);
    const fresh = stateOf();
    const commits = kind === 'resolve' ? 'build' : kind;
    const ends = new Set<string>();
    for (let at = 0; at < counted.calls(); at++) {
      resetTo(master);
      await run(makeFaulty('kill', at).fs).catch(() => undefined);
      const hadLock = existsSync(join(folder.dir, '.dazzle/lock'));
      const { finished } = await recover();
      const now = stateOf();
      const end = now === old ? 'old' : now === fresh ? 'new' : 'neither';
      expect({ at, end }).toEqual({ at, end: expect.stringMatching(/old|new/) });
      if (hadLock) expect({ at, finished }).toEqual({ at, finished: end === 'new' ? commits : null });
      expect(readdirSync(join(folder.dir, '.dazzle'))).toEqual(
        expect.not.arrayContaining(['stage', 'lock', 'journal']),
      );
      ends.add(end);
    }
    expect([...ends].sort()).toEqual(['new', 'old']);
    expect(await listBuilds(folder.dir)).toHaveLength({ undo: 2, redo: 3, resolve: 4 }[kind]);
    expect(await listUndos(folder.dir)).toHaveLength(kind === 'undo' ? 1 : 0);
    master.discard();
  }, 60_000);
});

describe('a build without hard links that is killed at any call', () => {
  it('is wholly old or new after the next command', async () => {
    const master = new BuildFolder(memoryDisk);
    await master.build({ 'a.py': '1\n', 'gone.py': 'g\n' });
    const run = async (fs: FileSystem): Promise<void> => {
      const settled = await folder.settle({ 'a.py': '2\n', 'b.py': 'b\n'.repeat(100) });
      await commitPlan(settled, { fs: withoutHardLinks(fs), holder: ended });
    };
    resetTo(master);
    const old = stateOf();
    const counted = makeFaulty(null, 0);
    await run(counted.fs);
    const fresh = stateOf();
    for (let at = 0; at < counted.calls(); at++) {
      for (const fault of ['kill', 'tear'] as const) {
        resetTo(master);
        await run(makeFaulty(fault, at).fs).catch(() => undefined);
        await recoverProject(folder.dir, { fs: withoutHardLinks(realFileSystem), reopen: reopenPaths });
        const now = stateOf();
        const end = now === old ? 'old' : now === fresh ? 'new' : now;
        expect({ at, fault, end }).toEqual({ at, fault, end: expect.stringMatching(/^(old|new)$/) });
      }
    }
    master.discard();
  }, 60_000);
});

describe('a path that somebody saves while it is put in place', () => {
  const path = 'apps/demo/a.py';

  it('stays as it was saved, is named, and waits as a conflict; undo leaves it alone', async () => {
    await folder.build({ 'a.py': '1\n', 'b.py': '1\n' });
    const settled = await folder.settle({ 'a.py': '2\n', 'b.py': '2\n' });
    const editor = new Editor(join(folder.dir, path), 'rename');
    const fs = before(
      (name, [from]) => name === 'rename' && String(from).endsWith('a.py'),
      () => editor.save('mine\n'),
    );
    const receipt = await commitPlan(settled, { fs });
    expect(receipt).toMatchObject({ open: [path], written: ['apps/demo/b.py'] });
    expect(receipt.diagnostics).toMatchObject([{ code: 'DZL445', message: expect.stringContaining(path) }]);
    expect(folder.files()).toEqual({ [path]: 'mine\n', 'apps/demo/b.py': '2\n' });
    expect(await listUnsettled(folder.dir)).toMatchObject([{ path, why: 'edited' }]);
    expect(listChanges(await folder.build({ 'a.py': '2\n', 'b.py': '2\n' }))).toEqual([
      'conflict edited a.py',
      'identical b.py',
    ]);
    await undoBuild(folder.dir, { settle });
    expect(folder.files()).toEqual({ [path]: 'mine\n', 'apps/demo/b.py': '1\n' });
  });

  it('stays where a file appears in the place of a new one, and where an edited file was to be deleted', async () => {
    await folder.build({ 'gone.py': 'g\n' });
    const settled = await folder.settle({ 'a.py': '2\n' });
    const fs = before(
      (name, [from]) => name === 'rename' && String(from).endsWith('gone.py'),
      () => {
        folder.write(path, 'mine\n');
        folder.write('apps/demo/gone.py', 'mine too\n');
      },
    );
    const receipt = await commitPlan(settled, { fs });
    expect(receipt.open).toEqual([path, 'apps/demo/gone.py']);
    expect(folder.files()).toEqual({ [path]: 'mine\n', 'apps/demo/gone.py': 'mine too\n' });
    expect(await listUnsettled(folder.dir)).toMatchObject([
      { path, why: 'foreign' },
      { path: 'apps/demo/gone.py', why: 'orphaned' },
    ]);
  });

  it('is kept beside the project and named where a program writes through a handle of before', async () => {
    await folder.build({ 'a.py': '1\n' });
    const settled = await folder.settle({ 'a.py': '2\n' });
    const editor = new Editor(join(folder.dir, path), 'handle');
    const fs = before(
      (name, [, to]) => name === 'link' && String(to).endsWith('a.py'),
      () => editor.save('written late\n'),
    );
    const receipt = await commitPlan(settled, { fs });
    editor.close();
    const late = '.dazzle/undo/2/late/apps/demo/a.py';
    expect(receipt.diagnostics).toMatchObject([{ code: 'DZL446', message: expect.stringContaining(late) }]);
    expect([folder.read(path), folder.read(late)]).toEqual(['2\n', 'written late\n']);
    await undoBuild(folder.dir, { settle });
    expect(folder.read(path)).toBe('written late\n');
  });

  it('is told from a file that was copied along with the project, which can be undone', async () => {
    await folder.build({ 'a.py': '1\n', 'b.py': '1\n' });
    await folder.build({ 'a.py': '2\n', 'b.py': '2\n' });
    const copy = new BuildFolder(memoryDisk);
    cpSync(folder.dir, copy.dir, { recursive: true });
    copy.write('.dazzle/undo/2/before/1', 'written late\n');
    const late = '.dazzle/undo/2/late/apps/demo/b.py';
    expect((await recoverProject(copy.dir)).diagnostics).toMatchObject([
      {
        code: 'DZL446',
        message: `saved while files were put in place, and kept beside the project: ${late}`,
      },
    ]);
    await undoBuild(copy.dir, { settle });
    expect(copy.files()).toEqual({ [path]: '1\n', 'apps/demo/b.py': 'written late\n' });
    copy.discard();
  });

  it('keeps the old file of a rename where the new place was taken', async () => {
    folder.write('old.py', 'mine\n');
    const operations: FileOperation[] = [
      { kind: 'delete', path: 'old.py', expect: 'any', becomes: 'new.py' },
      { kind: 'write', path: 'new.py', contents: Buffer.from('mine\n+\n'), mode: 0o644, expect: null },
    ];
    const fs = before(
      (name, [, to]) => name === 'link' && String(to).endsWith('new.py'),
      () => folder.write('new.py', 'other\n'),
    );
    const { open } = await commitOperations(folder.dir, operations, [], { fs });
    expect(open).toEqual(['new.py', 'old.py']);
    expect([folder.read('old.py'), folder.read('new.py')]).toEqual(['mine\n', 'other\n']);
  });

  it('no name in the undo area is a hard link to a file of the project', async () => {
    await folder.build({ 'a.py': '1\n' });
    await folder.build({ 'a.py': '2\n' });
    folder.write(path, 'mine\n');
    expect(folder.files('.dazzle/undo')['.dazzle/undo/2/before/0']).toBe('1\n');
    expect(Object.values(folder.files('.dazzle/undo')).join('')).not.toContain('mine');
  });
});

it('a commit that is stopped before anything has moved writes nothing', async () => {
  await folder.build({ 'a.py': '1\n' });
  const old = stateOf();
  const settled = await folder.settle({ 'a.py': '2\n' });
  await expect(commitPlan(settled, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(StoppedError);
  expect(stateOf()).toBe(old);
  expect(
    readdirSync(join(folder.dir, '.dazzle')).filter((name) => /^(journal|stage|lock)/.test(name)),
  ).toEqual([]);
});

describe('a build that the disk refused, and that was killed while it was taken back', () => {
  /** The disk refuses b.py; the process ends as soon as the journal says that all goes back. */
  const refusing = (): FileSystem => {
    let isDead = false;
    const wrapped = Object.entries(realFileSystem).map(([name, call]) => [
      name,
      async (...values: unknown[]) => {
        if (isDead) throw new Killed();
        if (name === 'link' && String(values[1]).endsWith('b.py'))
          throw Object.assign(new Error('EIO'), { code: 'EIO' });
        isDead = name === 'rename' && String(values[1]).endsWith('journal.back');
        return (call as (...args: unknown[]) => unknown)(...values);
      },
    ]);
    return Object.fromEntries(wrapped) as FileSystem;
  };

  beforeEach(async () => {
    await folder.build({ 'a.py': '1\n', 'b.py': '1\n' });
    const settled = await folder.settle({ 'a.py': '2\n', 'b.py': '2\n' });
    await expect(commitPlan(settled, { fs: refusing(), holder: ended })).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL433' }],
    });
  });

  it('is taken back by the next command, which says so', async () => {
    expect((await recover()).diagnostics).toMatchObject([{ code: 'DZL432' }]);
    expect(folder.files()).toEqual({ 'apps/demo/a.py': '1\n', 'apps/demo/b.py': '1\n' });
  });

  it('leaves what somebody saved since, and names it', async () => {
    folder.write('apps/demo/b.py', 'mine\n');
    expect((await recover()).diagnostics).toMatchObject([
      { code: 'DZL432' },
      { code: 'DZL435', message: expect.stringContaining('apps/demo/b.py') },
    ]);
    expect(folder.files()).toEqual({ 'apps/demo/a.py': '1\n', 'apps/demo/b.py': 'mine\n' });
  });
});
