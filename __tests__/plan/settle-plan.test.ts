import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { DazzleError, StoppedError } from '../../lib/diagnostics/diagnostic.ts';
import { listUnsettled, planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { SettleRequest } from '../../lib/plan/settle-plan.ts';
import type { Settlement } from '../../lib/plan/types.ts';
import { BuildFolder, listChanges } from './build-folder.ts';

const path = 'apps/demo/a.py';
const edited = 'a\nmine\nc\nd\ne\nf\n';
const tree = { 'a.py': 'a\nnew\nc\nd\ne\nF\n' };

let folder: BuildFolder;
beforeEach(async () => {
  folder = new BuildFolder();
  await folder.build({ 'a.py': 'a\nb\nc\nd\ne\nf\n' });
  folder.write(path, edited);
});
afterEach(() => folder.discard());

const nobody = {
  yes: false,
  prompter: { interactive: false, settle: () => Promise.reject(new Error('asked')) },
};
const asking = (...settlements: Settlement[]): Partial<SettleRequest> => ({
  policy: 'ask',
  prompter: { interactive: true, settle: () => Promise.resolve(settlements) },
});

async function resolve(settlement: Settlement): Promise<string[]> {
  const settled = await settlePlan(await planResolve(folder.dir), { policy: 'ask', settlement });
  await commitPlan(settled);
  return listChanges(settled);
}

describe('settling a conflict', () => {
  it('is refused without a terminal, before anything is written', async () => {
    const error: unknown = await folder
      .build(tree, {}, { policy: 'ask', ...nobody })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DazzleError);
    expect(error).toMatchObject({
      exitStatus: 2,
      diagnostics: [
        {
          code: 'DZL402',
          message: '1 file changed since dazzle wrote it, and there is no terminal to ask',
          fix: 'run again with --on-conflict=keep (your lines stay), =take, or =markers',
          frame: 'apps/demo/a.py (edited)',
        },
      ],
    });
    expect(folder.read(path)).toBe(edited);
  });

  it('is refused by the policy fail', async () => {
    await expect(folder.build(tree, {}, { policy: 'fail' })).rejects.toThrow(DazzleError);
  });

  it('leaves it for later under --yes: mine stays, what merges is merged, and it is listed again', async () => {
    const first = await folder.build(tree, {}, { policy: 'ask', ...nobody, yes: true });
    expect(listChanges(first)).toEqual(['conflict edited a.py']);
    expect(first.changes[0]!.hunks).toBe(1);
    expect(folder.read(path)).toBe('a\nmine\nc\nd\ne\nF\n');
    const second = await folder.build(tree);
    expect(second.unsettled).toEqual([path]);
    expect([...second.operations, ...second.bookkeeping]).toEqual([]);
    expect(await listUnsettled(folder.dir)).toEqual([{ path, backend: 'demo', why: 'edited' }]);
  });

  it('keeps mine and never asks again', async () => {
    expect(listChanges(await folder.build(tree, {}, asking({ kind: 'keep' })))).toEqual([
      'merge edited a.py',
    ]);
    expect(folder.read(path)).toBe('a\nmine\nc\nd\ne\nF\n');
    expect(listChanges(await folder.build(tree, {}, { policy: 'fail' }))).toEqual(['kept edited a.py']);
  });

  it('takes the new lines where they clash, and leaves the other edits', async () => {
    folder.write(path, 'A\nb\nmine\nd\ne\nf\n');
    await folder.build({ 'a.py': 'a\nb\nnew\nd\ne\nf\n' }, {}, { policy: 'take' });
    expect(folder.read(path)).toBe('A\nb\nnew\nd\ne\nf\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nb\nnew\nd\ne\nf\n' }))).toEqual(['kept edited a.py']);
  });

  it('writes conflict markers, and lists the file until they are gone', async () => {
    const settled = await folder.build(tree, {}, { policy: 'markers' });
    expect(settled.unsettled).toEqual([path]);
    expect(folder.read(path)).toBe(
      'a\n<<<<<<< mine\nmine\n||||||| written by dazzle last time\nb\n=======\nnew\n>>>>>>> dazzle\nc\nd\ne\nF\n',
    );
    const again = await folder.build(tree, {}, { policy: 'markers' });
    expect(listChanges(again)).toEqual(['conflict pending a.py']);
    expect([...again.operations, ...again.bookkeeping]).toEqual([]);
    folder.write(path, 'a\nboth\nc\nd\ne\nF\n');
    expect(listChanges(await folder.build(tree))).toEqual(['kept edited a.py']);
    expect(await listUnsettled(folder.dir)).toEqual([]);
  });

  it.each([
    ['keep', 'a\nmine\nc\nd\ne\nF\n'],
    ['take', 'a\nnew\nc\nd\ne\nF\n'],
  ] as const)('reads its own markers back, so that resolve can still %s', async (kind, text) => {
    await folder.build(tree, {}, { policy: 'markers' });
    await resolve({ kind });
    expect(folder.read(path)).toBe(text);
    expect(await listUnsettled(folder.dir)).toEqual([]);
    expect((await folder.build(tree)).unsettled).toEqual([]);
  });

  it('writes what was picked hunk by hunk or edited', async () => {
    const text = 'a\nmine\nnew\nc\nd\ne\nF\n';
    await folder.build(tree, {}, asking({ kind: 'merged', text }));
    expect(folder.read(path)).toBe(text);
    expect((await folder.build(tree, {}, { policy: 'fail' })).unsettled).toEqual([]);
  });

  it('names an ignored path in .dazzleignore and leaves it alone from then on', async () => {
    folder.write('.dazzleignore', '# mine');
    await folder.build(tree, {}, asking({ kind: 'ignore' }));
    expect(folder.read('.dazzleignore')).toBe('# mine\n/apps/demo/a.py\n');
    expect(listChanges(await folder.build({ 'a.py': 'x\n' }))).toEqual(['kept ignored a.py']);
    expect(folder.read(path)).toBe(edited);
  });

  it('writes nothing where the person stops', async () => {
    const prompter = { interactive: true, settle: () => Promise.reject(new StoppedError()) };
    await expect(folder.build(tree, {}, { policy: 'ask', prompter })).rejects.toThrow(StoppedError);
    expect(folder.read(path)).toBe(edited);
  });

  it('follows the policy that dazzle.toml has for a path', async () => {
    const byPath = [
      { pattern: '**/b.py', policy: 'fail' },
      { pattern: '**/a.py', policy: 'take' },
    ] as const;
    const settled = await folder.build(tree, {}, { policy: 'ask', ...nobody, byPath });
    expect(listChanges(settled)).toEqual(['update policy a.py']);
    expect(folder.read(path)).toBe('a\nnew\nc\nd\ne\nF\n');
  });

  it('tells of the policy in dazzle.toml that refuses, whatever the command says', async () => {
    const byPath = [{ pattern: '**/a.py', policy: 'fail' }] as const;
    await expect(folder.build(tree, {}, { policy: 'take', byPath })).rejects.toMatchObject({
      diagnostics: [
        {
          code: 'DZL402',
          message: expect.stringContaining('[conflicts] in dazzle.toml says "fail"'),
          fix: expect.stringContaining('give another policy there'),
        },
      ],
    });
    expect(folder.read(path)).toBe(edited);
  });

  it('writes extra files in the same commit', async () => {
    const contents = Buffer.from('[project]\n');
    await folder.build(
      tree,
      {},
      {
        extra: [{ kind: 'write', path: 'dazzle.toml', contents, mode: 0o644, expect: null }],
      },
    );
    expect(folder.read('dazzle.toml')).toBe('[project]\n');
  });
});
