import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';
import { ownHolder } from '../../lib/commit/lock.ts';
import { recoverProject } from '../../lib/commit/recover.ts';
import { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import { planChanges } from '../../lib/plan/plan-changes.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import { BuildFolder, makeTree, memoryDisk, output } from '../plan/build-folder.ts';
import { makeFaulty } from './faulty-file-system.ts';
import type { Fault } from './faulty-file-system.ts';
import { makeUnsafe } from './unsafe-disk.ts';

const before = {
  'same.py': 'same\n',
  'update.py': 'old\n',
  'merge.py': 'a\nb\nc\nd\ne\n',
  'delete/me.py': 'gone soon\n',
  'mode.sh': 'run\n',
};
const after = {
  'same.py': 'same\n',
  'update.py': 'new\n',
  'merge.py': 'a\nb\nc\nd\nE\n',
  'create.py': 'created\n',
  'deep/er/create.py': 'created\n',
  'mode.sh': { contents: 'run\n', mode: 0o755 },
};
/** A process that has ended. */
const ended = { ...ownHolder(), pid: 4_194_304, began: null };

const master = new BuildFolder(memoryDisk);
const folder = new BuildFolder(memoryDisk);
let oldState: Record<string, string>;
let newState: Record<string, string>;

beforeAll(async () => {
  await master.build(before);
  master.write('apps/demo/merge.py', 'mine\nb\nc\nd\ne\n');
  await reset();
  oldState = stateOf();
  await run(makeFaulty(null, 0).fs);
  newState = stateOf();
});
afterAll(() => {
  master.discard();
  folder.discard();
});

async function reset(): Promise<void> {
  rmSync(folder.dir, { recursive: true });
  cpSync(master.dir, folder.dir, { recursive: true });
}

/** The project's files and the baseline, with modes; nothing of what a commit keeps for itself. */
function stateOf(): Record<string, string> {
  const files = { ...folder.files('apps'), ...folder.files('.dazzle/baseline') };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, `${folder.mode(path).toString(8)} ${text}`]),
  );
}

async function run(fs: FileSystem): Promise<void> {
  const plan = await planChanges({ projectDir: folder.dir, next: makeTree(after), outputs: [output] });
  await commitPlan(await settlePlan(plan, { policy: 'fail' }), { fs, holder: ended });
}

async function countCalls(): Promise<number> {
  await reset();
  const { fs, calls } = makeFaulty(null, 0);
  await run(fs);
  return calls();
}

function isWhole(): 'old' | 'new' | Record<string, string> {
  const now = stateOf();
  if (JSON.stringify(now) === JSON.stringify(oldState)) return 'old';
  return JSON.stringify(now) === JSON.stringify(newState) ? 'new' : now;
}

describe('a commit that is stopped at any call to the disk', () => {
  it.each<Fault>(['kill', 'tear'])(
    'is wholly old or wholly new after the next command: %s',
    async (fault) => {
      const calls = await countCalls();
      expect(calls).toBeGreaterThan(50);
      const ends = new Set<string>();
      for (let at = 0; at < calls; at++) {
        await reset();
        await run(makeFaulty(fault, at).fs).catch(() => undefined);
        await recoverProject(folder.dir);
        const end = isWhole();
        expect({ at, end }).toEqual({ at, end: expect.stringMatching(/old|new/) });
        ends.add(end as string);
        const rest = readdirSync(join(folder.dir, '.dazzle'));
        expect(rest).toEqual(expect.not.arrayContaining(['stage', 'lock', 'journal', 'journal.back']));
        const builds = readdirSync(join(folder.dir, '.dazzle/undo'));
        expect(builds).toHaveLength(end === 'old' ? 1 : 2);
        if (end === 'new' || at % 4 > 0) continue;
        await run(makeFaulty(null, 0).fs);
        expect({ at, end: isWhole() }).toEqual({ at, end: 'new' });
      }
      expect([...ends].sort()).toEqual(['new', 'old']);
    },
    60_000,
  );

  it.each<Fault>(['ENOSPC', 'EACCES', 'EIO', 'EMFILE'])(
    'is wholly old when the disk says %s once, and says so',
    async (fault) => {
      const calls = await countCalls();
      for (let at = 0; at < calls; at++) {
        await reset();
        const error = await run(makeFaulty(fault, at).fs).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        const end = isWhole();
        if (error !== null) {
          expect(error).toBeInstanceOf(DazzleError);
          expect((error as DazzleError).diagnostics[0]!.code).toBe('DZL434');
        }
        expect({ at, end }).toEqual({ at, end: error === null ? 'new' : 'old' });
        expect(await recoverProject(folder.dir)).toEqual({ diagnostics: [], finished: null });
        expect({ at, end: isWhole() }).toEqual({ at, end });
      }
    },
    60_000,
  );

  it.each<Fault>(['ENOSPC', 'EACCES'])(
    'is whole after the next command when the disk goes on saying %s',
    async (fault) => {
      const calls = await countCalls();
      for (let at = 0; at < calls; at++) {
        await reset();
        await run(makeFaulty(fault, at, true).fs).catch(() => undefined);
        await recoverProject(folder.dir);
        expect({ at, end: isWhole() }).toEqual({ at, end: expect.stringMatching(/old|new/) });
      }
    },
    60_000,
  );

  it('is wholly old or wholly new when the power is lost, and wholly new once it has ended', async () => {
    const calls = (await countCalls()) + 1;
    for (let at = 0; at <= calls; at++) {
      await reset();
      const unsafe = makeUnsafe(at, folder.dir);
      const ended = await run(unsafe.fs).then(
        () => true,
        () => false,
      );
      unsafe.losePower();
      await recoverProject(folder.dir);
      const end = isWhole();
      expect({ at, end }).toEqual({ at, end: ended ? 'new' : expect.stringMatching(/old|new/) });
    }
  }, 60_000);

  it('recovers when the recovery itself is killed at any call', async () => {
    const calls = await countCalls();
    for (let at = 0; at < calls; at += 9) {
      for (let second = 0; second < 60; second += 3) {
        await reset();
        await run(makeFaulty('kill', at).fs).catch(() => undefined);
        const faulty = makeFaulty('kill', second);
        await recoverProject(folder.dir, { fs: faulty.fs, holder: ended }).catch(() => undefined);
        await recoverProject(folder.dir);
        expect({ at, second, end: isWhole() }).toEqual({ at, second, end: expect.stringMatching(/old|new/) });
        if (faulty.calls() < second) break;
      }
    }
  }, 60_000);
});
