import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listBuilds, listUndos } from '../../lib/commit/history.ts';
import { redoBuild, undoBuild } from '../../lib/commit/undo.ts';
import type { UndoOutcome } from '../../lib/commit/undo.ts';
import { planUndo } from '../../lib/plan/plan-undo.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { ConflictPolicy } from '../../lib/plan/types.ts';
import { BuildFolder, listChanges } from '../plan/build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const path = 'apps/demo/a.py';
const undo = (to?: number, policy: ConflictPolicy = 'fail'): Promise<UndoOutcome> =>
  undoBuild(folder.dir, {
    ...(to === undefined ? {} : { to }),
    settle: async (request) => settlePlan(await planUndo(request), { policy }),
  });
const codeOf = (undoing: Promise<unknown>): Promise<string> =>
  undoing.then(
    () => 'done',
    (error: { diagnostics: { code: string }[] }) => error.diagnostics[0]!.code,
  );
const redo = (to?: number, policy: ConflictPolicy = 'fail'): Promise<UndoOutcome> =>
  redoBuild(folder.dir, {
    ...(to === undefined ? {} : { to }),
    settle: async (request) => settlePlan(await planUndo(request), { policy }),
  });
const builds = async (): Promise<number[]> => (await listBuilds(folder.dir)).map(({ build }) => build);

describe('undo', () => {
  it('restores created, replaced and deleted files and the baseline', async () => {
    await folder.build({ 'a.py': '1\n', 'gone.py': 'g\n' });
    folder.write('apps/demo/gone.py', 'g\n', 0o755);
    const before = [folder.files(), folder.files('.dazzle/baseline')];
    await folder.build({ 'a.py': '2\n', 'new/b.py': 'b\n' });
    expect(await listBuilds(folder.dir)).toMatchObject([
      { build: 2, created: 1, replaced: 1, deleted: 1 },
      { build: 1, created: 2, replaced: 0, deleted: 0 },
    ]);
    const outcome = await undo();
    expect(outcome.builds).toEqual([2]);
    expect(listChanges(outcome.settled)).toEqual(['update a.py', 'create gone.py', 'delete new/b.py']);
    expect([folder.files(), folder.files('.dazzle/baseline')]).toEqual(before);
    expect(folder.mode('apps/demo/gone.py') & 0o111).toBe(0o111);
    expect(await builds()).toEqual([1]);
    expect(listChanges(await folder.build({ 'a.py': '1\n', 'gone.py': 'g\n' }))).toEqual([
      'identical a.py',
      'identical gone.py',
    ]);
  });

  it('merges back the edits made since', async () => {
    await folder.build({ 'a.py': '1\n2\n3\n4\n5\n6\n' });
    await folder.build({ 'a.py': '1\n2\n3\n4\n5\nnew\n' });
    folder.write(path, 'mine\n2\n3\n4\n5\nnew\n');
    expect(listChanges((await undo()).settled)).toEqual(['merge a.py']);
    expect(folder.read(path)).toBe('mine\n2\n3\n4\n5\n6\n');
  });

  it('asks about edits that do not merge, and changes nothing where it cannot', async () => {
    await folder.build({ 'a.py': '1\n' });
    await folder.build({ 'a.py': '2\n', 'b.py': 'b\n' });
    folder.write(path, 'mine\n');
    folder.write('apps/demo/b.py', 'b\nmine\n');
    expect(await codeOf(undo())).toBe('DZL402');
    expect(await builds()).toEqual([2, 1]);
    const outcome = await undo(undefined, 'keep');
    expect(listChanges(outcome.settled)).toEqual(['conflict edited a.py', 'conflict orphaned b.py']);
    expect(folder.files()).toEqual({ [path]: 'mine\n', 'apps/demo/b.py': 'b\nmine\n' });
  });

  it('goes back over several builds, and again after it', async () => {
    for (let build = 1; build <= 5; build++)
      await folder.build({ 'a.py': `${build}\n`, [`${build}.py`]: 'x\n' });
    await undo();
    expect(folder.files()).toEqual({ [path]: '4\n', 'apps/demo/4.py': 'x\n' });
    expect((await undo(2)).builds).toEqual([4, 3, 2]);
    expect(folder.files()).toEqual({ [path]: '1\n', 'apps/demo/1.py': 'x\n' });
    expect(await builds()).toEqual([1]);
    await undo();
    expect(folder.files()).toEqual({});
    expect(await codeOf(undo())).toBe('DZL440');
  });

  it('passes over what only changed the baseline', async () => {
    await folder.build({ 'a.py': '1\n' });
    await folder.build({ 'a.py': '2\n' });
    await folder.build({ 'a.py': '2\n' }, { shape: { entities: [] } });
    expect(await builds()).toEqual([2, 1]);
    expect((await undo()).builds).toEqual([3, 2]);
    expect(folder.read(path)).toBe('1\n');
  });

  it('remembers ten builds, however many were undone', async () => {
    for (let build = 1; build <= 13; build++) await folder.build({ 'a.py': `${build}\n` });
    expect(await builds()).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    expect(await codeOf(undo(3))).toBe('DZL441');
    for (let build = 13; build > 3; build--) await undo();
    expect(folder.read(path)).toBe('3\n');
  });

  it('is refused where the baseline was changed by something else', async () => {
    await folder.build({ 'a.py': '1\n' });
    await folder.build({ 'a.py': '2\n' });
    const pack = '.dazzle/baseline/apps/demo/files.base';
    folder.write(pack, folder.read(pack)!.replace('\n2\n', '\nfrom another branch\n'));
    expect(await codeOf(undo())).toBe('DZL443');
    expect(folder.read(path)).toBe('2\n');
  });

  it('is refused where a copy in the undo area is missing', async () => {
    await folder.build({ 'a.py': '1\n' });
    await folder.build({ 'a.py': '2\n' });
    folder.remove('.dazzle/undo/2/before');
    expect(await codeOf(undo())).toBe('DZL444');
  });

  it('tells which migrations were made since, and how to unapply them', async () => {
    folder.migrations = [
      {
        root: 'apps/demo',
        folder: '**/migrations',
        pattern: '^\\d.*\\.py$',
        takeBack: 'python manage.py migrate {parent} {target}',
      },
    ];
    await folder.build({ 'manage.py': '\n', 'core/migrations/__init__.py': '' });
    folder.write('apps/demo/core/migrations/0001_initial.py', 'class Migration: pass\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await folder.build({ 'manage.py': '\n', 'core/migrations/__init__.py': '', 'a.py': '1\n' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    folder.write('apps/demo/core/migrations/0002_case.py', 'class Migration: pass\n');
    const { diagnostics } = await undo();
    expect(diagnostics).toEqual([
      {
        code: 'DZL442',
        severity: 'warning',
        message:
          'migrations made since that build stay, and so does the database: apps/demo/core/migrations/0002_case.py',
        fix: 'unapply them with "python manage.py migrate core 0001_initial" in apps/demo, then remove the files',
      },
    ]);
    expect(folder.read('apps/demo/core/migrations/0002_case.py')).not.toBeNull();
  });

  it('tells that a database keeps what migrations did to it that the builds wrote', async () => {
    folder.migrations = [
      { root: 'apps/demo', folder: 'drizzle', pattern: '^\\d{4}_\\w+\\.sql$', takeBack: null },
    ];
    await folder.build({ 'drizzle/0000_initial.sql': '-- 0\n' });
    await folder.build({
      'drizzle/0000_initial.sql': '-- 0\n',
      'drizzle/0001_add_note.sql': '-- 1\n',
      'drizzle/postgres/0001_add_note.sql': '-- 1\n',
    });
    const { diagnostics } = await undo();
    expect(diagnostics).toEqual([
      {
        code: 'DZL442',
        severity: 'warning',
        message:
          'a database on which these migrations ran stays as they left it: apps/demo/drizzle/0001_add_note.sql',
        fix: 'to go on with that database, build again with the spec as it was, and change the spec from there',
      },
    ]);
  });

  it('tells of a migration made by hand that no command takes back', async () => {
    folder.migrations = [{ root: 'apps/demo', folder: 'sql', pattern: '\\.sql$', takeBack: null }];
    await folder.build({ 'a.py': '1\n' });
    await folder.build({ 'a.py': '2\n' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    folder.write('apps/demo/sql/1.sql', 'select 1\n');
    folder.write('apps/demo/other/2.sql', 'select 1\n');
    const { diagnostics } = await undo();
    expect(diagnostics.map(({ message, fix }) => [message, fix])).toEqual([
      [
        'migrations made since that build stay, and so does the database: apps/demo/sql/1.sql',
        'where the database must go back too, restore a copy of it, then remove the files',
      ],
    ]);
  });

  it('tells of migrations also where a commit is undone that built nothing', async () => {
    folder.migrations = [{ root: 'apps/demo', folder: 'sql', pattern: '\\.sql$', takeBack: null }];
    await folder.build({ 'a.py': '1\n' });
    folder.migrations = [];
    await folder.build({ 'a.py': '2\n' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    folder.write('apps/demo/sql/1.sql', 'select 1\n');
    expect((await undo()).diagnostics.map(({ code }) => code)).toEqual(['DZL442']);
  });

  it('shows no byte of a secret', async () => {
    await folder.build({ '.env': { contents: 'KEY=hunter2\n', once: 'secret', mode: 0o600 } });
    const { settled } = await undo();
    expect(settled.changes).toMatchObject([{ kind: 'delete', secret: true, disk: null, base: null }]);
  });
});

describe('redo', () => {
  it('takes an undo back, baseline and all; the build can be undone again', async () => {
    await folder.build({ 'a.py': '1\n', 'gone.py': 'g\n' });
    await folder.build({ 'a.py': '2\n', 'new/b.py': 'b\n' });
    const built = [folder.files(), folder.files('.dazzle/baseline')];
    await undo();
    expect(await listUndos(folder.dir)).toMatchObject([{ build: 3, undoes: [2] }]);
    const outcome = await redo();
    expect(outcome.builds).toEqual([2]);
    expect([folder.files(), folder.files('.dazzle/baseline')]).toEqual(built);
    expect(await builds()).toEqual([2, 1]);
    expect(await listUndos(folder.dir)).toEqual([]);
    await undo();
    expect(folder.files()).toEqual({ [path]: '1\n', 'apps/demo/gone.py': 'g\n' });
    await redo();
    expect([folder.files(), folder.files('.dazzle/baseline')]).toEqual(built);
  });

  it('goes forward one undo at a time, or over several', async () => {
    for (let build = 1; build <= 4; build++) await folder.build({ 'a.py': `${build}\n` });
    await undo();
    await undo(2);
    expect(folder.read(path)).toBe('1\n');
    expect((await redo()).builds).toEqual([3, 2]);
    expect(folder.read(path)).toBe('3\n');
    expect(await builds()).toEqual([3, 2, 1]);
    await undo(2);
    expect(await codeOf(redo(99))).toBe('DZL441');
    const first = (await listUndos(folder.dir)).at(-1)!.build;
    await redo(first);
    expect(folder.read(path)).toBe('4\n');
    expect(await builds()).toEqual([4, 3, 2, 1]);
  });

  it('merges back the edits made since the undo, and asks about those that clash', async () => {
    await folder.build({ 'a.py': '1\n2\n3\n4\n5\n6\n' });
    await folder.build({ 'a.py': '1\n2\n3\n4\n5\nnew\n' });
    await undo();
    folder.write(path, 'mine\n2\n3\n4\n5\n6\n');
    await redo();
    expect(folder.read(path)).toBe('mine\n2\n3\n4\n5\nnew\n');
    await undo();
    expect(folder.read(path)).toBe('mine\n2\n3\n4\n5\n6\n');
    folder.write(path, 'mine\n2\n3\n4\n5\nother\n');
    expect(await codeOf(redo())).toBe('DZL402');
    expect(await listUndos(folder.dir)).toHaveLength(1);
  });

  it('has nothing to do where a build came after the undo, or nothing was undone', async () => {
    await folder.build({ 'a.py': '1\n' });
    expect(await codeOf(redo())).toBe('DZL439');
    await folder.build({ 'a.py': '2\n' });
    await undo();
    await folder.build({ 'a.py': '3\n' });
    expect(await codeOf(redo())).toBe('DZL439');
    expect(folder.read(path)).toBe('3\n');
  });
});
