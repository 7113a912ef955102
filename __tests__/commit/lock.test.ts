import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { commitOperations } from '../../lib/commit/commit-operations.ts';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';
import { ownHolder } from '../../lib/commit/lock.ts';
import { recoverProject } from '../../lib/commit/recover.ts';
import { reopenPaths } from '../../lib/plan/baseline/reopen-paths.ts';
import type { FileOperation } from '../../lib/plan/types.ts';
import { BuildFolder } from '../plan/build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());
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
