import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { listUnsettled, planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
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

async function resolve(settlement: Settlement): Promise<string[]> {
  const settled = await settlePlan(await planResolve(folder.dir), { policy: 'ask', settlement });
  await commitPlan(settled);
  return listChanges(settled);
}

describe('resolving recorded conflicts without a spec', () => {
  it.each([
    ['keep', 'a\nmine\nc\nd\ne\nF\n', ['kept edited a.py']],
    ['take', 'a\nnew\nc\nd\ne\nF\n', ['update edited a.py']],
  ] as const)('settles an edited file: %s', async (kind, text, changes) => {
    await folder.build(tree);
    expect(await resolve({ kind })).toEqual(changes);
    expect(folder.read(path)).toBe(text);
    expect(await listUnsettled(folder.dir)).toEqual([]);
    expect((await folder.build(tree, {}, { policy: 'fail' })).unsettled).toEqual([]);
  });

  it('settles foreign and orphaned files', async () => {
    folder.write('apps/demo/foreign.py', 'mine\n');
    await folder.build({ 'foreign.py': 'new\n' });
    expect(await listUnsettled(folder.dir)).toEqual([
      { path, backend: 'demo', why: 'orphaned' },
      { path: 'apps/demo/foreign.py', backend: 'demo', why: 'foreign' },
    ]);
    expect(await resolve({ kind: 'take' })).toEqual(['delete orphaned a.py', 'update foreign foreign.py']);
    expect(folder.files()).toEqual({ 'apps/demo/foreign.py': 'new\n' });
  });

  it('finds settled what was merged by hand, and leaves other paths alone', async () => {
    folder.write('apps/demo/b.py', 'mine\n');
    await folder.build({ ...tree, 'b.py': 'new\n' });
    folder.write(path, tree['a.py']);
    const plan = await planResolve(folder.dir, { paths: [path] });
    expect(plan.conflicts).toEqual([]);
    await commitPlan(await settlePlan(plan, { policy: 'fail' }));
    expect((await listUnsettled(folder.dir)).map((each) => each.path)).toEqual(['apps/demo/b.py']);
  });
});
