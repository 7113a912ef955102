import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { commitOperations } from '../../lib/commit/commit-operations.ts';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';
import { ownHolder } from '../../lib/commit/lock.ts';
import { nothingDone } from '../../lib/commit/receipt.ts';
import { ReplanNeeded } from '../../lib/commit/prepare.ts';
import { recoverProject } from '../../lib/commit/recover.ts';
import { reopenPaths } from '../../lib/plan/baseline/reopen-paths.ts';
import type { FileOperation } from '../../lib/plan/types.ts';
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
const write = (target: string, text: string, expected: string | null | 'any' = 'any'): FileOperation => ({
  kind: 'write',
  path: target,
  contents: Buffer.from(text),
  mode: 0o644,
  expect: expected,
});
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

describe('a commit', () => {
  it('touches nothing where there is nothing to write', async () => {
    expect(await commitOperations(folder.dir, [])).toEqual(nothingDone);
    expect(readdirSync(folder.dir)).toEqual([]);
    await commitOperations(folder.dir, [write('a', 'a\n')]);
    expect(await commitOperations(folder.dir, [write('a', 'a\n')])).toEqual(nothingDone);
  });

  it('tells what it wrote and deleted', async () => {
    const first = await commitPlan(await folder.settle({ 'a.py': 'a\n', 'b.py': 'b\n' }));
    expect(first).toMatchObject({ build: 1, written: [path, 'apps/demo/b.py'], deleted: [] });
    const second = await commitPlan(await folder.settle({ 'a.py': 'A\n' }));
    expect(second).toMatchObject({ build: 2, written: [path], deleted: ['apps/demo/b.py'] });
  });

  it('keeps the permission bits of a file that it replaces', async () => {
    folder.write('dazzle.toml', 'a\n', 0o660);
    await commitOperations(folder.dir, [write('dazzle.toml', 'b\n')]);
    expect(folder.mode('dazzle.toml')).toBe(0o660);
  });

  it('asks for a new plan where a file was saved between plan and commit', async () => {
    await folder.build({ 'a.py': 'a\n', 'b.py': 'b\n' });
    const settled = await folder.settle({ 'a.py': 'A\n', 'b.py': 'B\n' });
    folder.write(path, 'saved in an editor\n');
    const error: unknown = await commitPlan(settled).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ReplanNeeded);
    expect((error as ReplanNeeded).paths).toEqual([path]);
    expect(folder.files()).toEqual({ [path]: 'saved in an editor\n', 'apps/demo/b.py': 'b\n' });
    expect(readdirSync(join(folder.dir, '.dazzle'))).not.toContain('stage');
  });

  it('asks for a new plan where a file appeared or went away', async () => {
    await folder.build({ 'a.py': 'a\n' });
    const settled = await folder.settle({ 'a.py': 'A\n', 'b.py': 'B\n' });
    folder.remove(path);
    folder.write('apps/demo/b.py', 'mine\n');
    await expect(commitPlan(settled)).rejects.toMatchObject({ paths: [path, 'apps/demo/b.py'] });
  });

  it('lets the second of two builds at once plan again', async () => {
    const [one, two] = [await folder.settle({ 'a.py': 'a\n' }), await folder.settle({ 'a.py': 'a\n' })];
    await commitPlan(one);
    await expect(commitPlan(two)).rejects.toBeInstanceOf(ReplanNeeded);
    expect(listChanges(await folder.settle({ 'a.py': 'a\n' }))).toEqual(['identical a.py']);
  });

  it('refuses paths that lead out of the project, and what is in the way, before anything is written', async () => {
    symlinkSync('/tmp', join(folder.dir, 'out'));
    mkdirSync(join(folder.dir, 'folder'));
    for (const target of ['../x', '/etc/x', 'a/../../x', 'out/x']) {
      expect(await codeOf(commitOperations(folder.dir, [write('a', 'a\n'), write(target, 'x\n')]))).toBe(
        'DZL403',
      );
    }
    expect(await codeOf(commitOperations(folder.dir, [write('folder', 'x\n')]))).toBe('DZL401');
    expect(existsSync(join(folder.dir, 'a'))).toBe(false);
  });

  it('says what the disk refuses', async () => {
    if (process.getuid?.() === 0) return;
    mkdirSync(join(folder.dir, 'shut'), { mode: 0o500 });
    expect(await codeOf(commitOperations(folder.dir, [write('a', 'a\n'), write('shut/x', 'x\n')]))).toBe(
      'DZL434',
    );
    expect(existsSync(join(folder.dir, 'a'))).toBe(false);
  });
});

describe('the lock', () => {
  const lock = (holder: object | string): void =>
    folder.write('.dazzle/lock', typeof holder === 'string' ? holder : JSON.stringify(holder));

  it('of a running process is an error that names it', async () => {
    lock({ ...ownHolder(), since: 'yesterday' });
    await expect(commitOperations(folder.dir, [write('a', 'a\n')])).rejects.toMatchObject({
      diagnostics: [
        {
          code: 'DZL430',
          message: `another dazzle (process ${process.pid} on ${hostname()}, since yesterday) is writing into this project`,
        },
      ],
    });
    expect(existsSync(join(folder.dir, 'a'))).toBe(false);
  });

  it('of another machine counts as held, and can be removed by hand', async () => {
    lock({ ...ended, host: 'elsewhere' });
    await expect(commitOperations(folder.dir, [write('a', 'a\n')])).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL430', fix: expect.stringContaining('remove .dazzle/lock') }],
    });
  });

  it.each([
    ['of a process that has ended', ended],
    ['of a process whose number was given to another', { ...ownHolder(), began: 'earlier' }],
    ['that is torn', '{"pid": 12'],
    ['that is empty', ''],
  ])('%s is taken over', async (_title, holder) => {
    lock(holder);
    await commitOperations(folder.dir, [write('a', 'a\n')]);
    expect(folder.read('a')).toBe('a\n');
    expect(existsSync(join(folder.dir, '.dazzle/lock'))).toBe(false);
  });

  it('is an error that says so where a folder has its name', async () => {
    mkdirSync(join(folder.dir, '.dazzle/lock'), { recursive: true });
    expect(await codeOf(commitOperations(folder.dir, [write('a', 'a\n')]))).toBe('DZL438');
    expect(await codeOf(recover())).toBe('DZL438');
    expect(existsSync(join(folder.dir, 'a'))).toBe(false);
  });

  it.each(['write', 'link'])('leaves no file behind where the disk is full at its %s', async (name) => {
    const full = async (): Promise<never> => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const fs: FileSystem = {
      ...realFileSystem,
      write: async (target, contents, options) => {
        if (name === 'write' && target.includes('lock')) {
          writeFileSync(target, '');
          return await full();
        }
        return realFileSystem.write(target, contents, options);
      },
      link: async (from, to) =>
        name === 'link' && to.includes('lock') ? await full() : realFileSystem.link(from, to),
    };
    expect(await codeOf(commitOperations(folder.dir, [write('a', 'a\n')], [], { fs }))).toBe('DZL434');
    expect(readdirSync(join(folder.dir, '.dazzle')).filter((each) => each.startsWith('lock'))).toEqual([]);
  });

  const onLinux = existsSync('/proc/self/stat') ? it : it.skip; // only Linux tells when a process began
  onLinux('of a process that has ended, and that nobody has asked about, is taken over', async () => {
    const parent = spawn('sh', ['-c', 'read line <&3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    try {
      const [line] = (await once(parent.stdout!, 'data')) as [Buffer];
      const number = line.toString().trim();
      const untilFile = async (file: string, says: string): Promise<void> => {
        while (!readFileSync(file, 'utf8').includes(says)) await new Promise((go) => setTimeout(go, 5));
      };
      await untilFile(`/proc/${parent.pid}/comm`, 'sleep');
      (parent.stdio[3] as Writable).end();
      await untilFile(`/proc/${number}/stat`, ') Z ');
      lock({ ...ended, pid: Number(number) });
      await commitOperations(folder.dir, [write('a', 'a\n')]);
      expect(folder.read('a')).toBe('a\n');
    } finally {
      parent.kill();
    }
  });

  it('goes to one of many commits at once', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `file${index}`);
    lock(ended);
    const ends = await Promise.all(
      names.map((name) => codeOf(commitOperations(folder.dir, [write(name, 'x\n')]))),
    );
    expect(new Set(ends)).toEqual(new Set(['done', 'DZL430']));
    const written = names.filter((name) => existsSync(join(folder.dir, name)));
    expect(written).toEqual(names.filter((_, index) => ends[index] === 'done'));
  });
});

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
