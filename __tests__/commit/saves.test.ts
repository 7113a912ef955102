import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import { recoverProject } from '../../lib/commit/recover.ts';
import { ReplanNeeded } from '../../lib/commit/prepare.ts';
import { redoBuild, undoBuild } from '../../lib/commit/undo.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { planChanges } from '../../lib/plan/plan-changes.ts';
import { planUndo } from '../../lib/plan/plan-undo.ts';
import { planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { UndoRequest } from '../../lib/plan/types.ts';
import { BuildFolder, makeTree, memoryDisk, output } from '../plan/build-folder.ts';
import { Editor, findText, makeWatched, saveKinds, withoutHardLinks } from './editor.ts';

const before = {
  'update.py': 'old\n',
  'merge.py': 'a\nb\nc\nd\ne\n',
  'delete/me.py': 'gone soon\n',
  'clash.py': 'base\n',
};
const after = {
  'update.py': 'new\n',
  'merge.py': 'a\nb\nc\nd\nE\n',
  'create.py': 'created\n',
  'clash.py': 'next\n',
};
const paths = ['update.py', 'merge.py', 'delete/me.py', 'create.py', 'clash.py'].map(
  (path) => `apps/demo/${path}`,
);

type Commit = 'build' | 'undo' | 'redo' | 'resolve';

const masters = new Map<Commit, BuildFolder>();
const folder = new BuildFolder(memoryDisk);

beforeAll(async () => {
  for (const commit of ['build', 'undo', 'redo', 'resolve'] as const) {
    const master = new BuildFolder(memoryDisk);
    masters.set(commit, master);
    await master.build(before);
    master.write('apps/demo/merge.py', 'mine\nb\nc\nd\ne\n');
    master.write('apps/demo/clash.py', 'mine\n');
    if (commit === 'build') continue;
    await run(master.dir, 'build', realFileSystem);
    if (commit === 'redo') await run(master.dir, 'undo', realFileSystem);
  }
});
afterAll(() => {
  for (const each of [folder, ...masters.values()]) each.discard();
});

function reset(commit: Commit): void {
  rmSync(folder.dir, { recursive: true });
  cpSync(masters.get(commit)!.dir, folder.dir, { recursive: true });
}

/** Plans and commits until nothing changes in between, as every command does. */
async function run(dir: string, commit: Commit, fs: FileSystem): Promise<readonly Diagnostic[]> {
  const settle = async (request: UndoRequest) => settlePlan(await planUndo(request), { policy: 'keep' });
  for (;;) {
    try {
      if (commit === 'undo') return (await undoBuild(dir, { fs, settle })).diagnostics;
      if (commit === 'redo') return (await redoBuild(dir, { fs, settle })).diagnostics;
      if (commit === 'resolve') {
        const settled = await settlePlan(await planResolve(dir), {
          policy: 'ask',
          settlement: { kind: 'take' },
        });
        return (await commitPlan(settled, { fs })).diagnostics;
      }
      const plan = await planChanges({ projectDir: dir, next: makeTree(after), outputs: [output] });
      return (await commitPlan(await settlePlan(plan, { policy: 'keep' }), { fs })).diagnostics;
    } catch (error) {
      if (!(error instanceof ReplanNeeded)) throw error;
    }
  }
}

const saved = 'saved by an editor\n';

describe.each<Commit>(['build', 'undo', 'redo', 'resolve'])('%s', (commit) => {
  it.each(['with', 'without'])(
    'loses no save, whatever call to the disk it comes before: %s hard links',
    async (links) => {
      const wrap = (fs: FileSystem): FileSystem => (links === 'with' ? fs : withoutHardLinks(fs));
      reset(commit);
      const counted = makeWatched(-1, () => undefined);
      await run(folder.dir, commit, wrap(counted.fs));
      let open = 0;
      for (let at = 0; at < counted.calls(); at++) {
        const path = paths[at % paths.length]!;
        for (const kind of saveKinds) {
          reset(commit);
          const editor = new Editor(join(folder.dir, path), kind);
          const { fs } = makeWatched(at, () => editor.save(saved));
          const diagnostics = await run(folder.dir, commit, wrap(fs));
          editor.close();
          const later = (await recoverProject(folder.dir)).diagnostics;
          const told = [...diagnostics, ...later].map(({ message }) => message).join('\n');
          if (/DZL44[56]/.test(diagnostics.map(({ code }) => code).join())) open++;
          const here = { at, path, kind, told };
          if (kind === 'delete') continue;
          const isInPlace = findText(join(folder.dir, 'apps'), saved).length > 0;
          const isTaken =
            commit === 'resolve' && findText(join(folder.dir, '.dazzle/undo'), saved).length > 0;
          const beside = findText(join(folder.dir, '.dazzle'), saved).filter((each) =>
            each.includes('/late/'),
          );
          expect({ ...here, isKept: isInPlace || isTaken || beside.length > 0 }).toEqual({
            ...here,
            isKept: true,
          });
          for (const each of beside) expect(told).toContain(each);
          expect(existsSync(join(folder.dir, '.dazzle/journal'))).toBe(false);
        }
      }
      expect(open).toBeGreaterThan(0);
    },
    120_000,
  );
});
