import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { SettleRequest } from '../../lib/plan/settle-plan.ts';
import type { Settlement } from '../../lib/plan/types.ts';
import { BuildFolder } from './build-folder.ts';

const path = 'apps/demo/a.txt';
const written = 'a 1\nx\ny\nz\nb 1\nx\ny\nz\nc 1\nx\ny\nz\nd 1\n';
const mine = written.replaceAll(/([abc]) 1/g, '$1 2');
const tree = { 'a.txt': written.replaceAll('1', '3') };
const choices = ['next', null, { text: 'c 23\n' }] as const;

let folder: BuildFolder;
beforeEach(async () => {
  folder = new BuildFolder();
  await folder.build({ 'a.txt': written });
  folder.write(path, mine);
});
afterEach(() => folder.discard());

const asking = (...settlements: Settlement[]): Partial<SettleRequest> => ({
  policy: 'ask',
  prompter: { interactive: true, settle: () => Promise.resolve(settlements) },
});
const rest = 'x\ny\nz\n';

describe('settling some hunks of a conflict', () => {
  it('writes what is chosen, keeps mine in what is left, and tells what the file holds', async () => {
    const first = await folder.build(tree, {}, asking({ kind: 'partly', choices }));
    const text = `a 3\n${rest}b 2\n${rest}c 23\n${rest}d 3\n`;
    expect(folder.read(path)).toBe(text);
    expect(first.unsettled).toEqual([path]);
    expect(first.changes).toMatchObject([{ kind: 'conflict', hunks: 1 }]);
    expect(Buffer.from(first.changes[0]!.after!).toString()).toBe(text);
  });

  it('asks again about what is left only, and building again changes nothing', async () => {
    await folder.build(tree, {}, asking({ kind: 'partly', choices }));
    const second = await folder.build(tree);
    expect([...second.operations, ...second.bookkeeping]).toEqual([]);
    expect(second.changes).toMatchObject([{ kind: 'conflict', hunks: 1 }]);
    const settled = await settlePlan(await planResolve(folder.dir), {
      policy: 'ask',
      settlement: { kind: 'take' },
    });
    await commitPlan(settled);
    expect(folder.read(path)).toBe(`a 3\n${rest}b 3\n${rest}c 23\n${rest}d 3\n`);
    expect((await folder.build(tree, {}, { policy: 'fail' })).unsettled).toEqual([]);
  });

  it('is all of it where every hunk is chosen, and nothing where none is', async () => {
    const all = await folder.build(tree, {}, asking({ kind: 'partly', choices: ['mine', 'next', 'both'] }));
    expect(all.unsettled).toEqual([]);
    expect(folder.read(path)).toBe(`a 2\n${rest}b 3\n${rest}c 2\nc 3\n${rest}d 3\n`);
    folder.write(path, mine.replace('d 1', 'd 3'));
    const none = await folder.build(
      { 'a.txt': written.replaceAll('1', '4') },
      {},
      asking({ kind: 'partly', choices: [null, null, null] }),
    );
    expect(none.changes).toMatchObject([{ kind: 'conflict', hunks: 3 }]);
  });

  it('leaves the markers of what is left, where markers are settled', async () => {
    await folder.build(tree, {}, { policy: 'markers' });
    const plan = await planResolve(folder.dir);
    expect(plan.changes).toMatchObject([{ why: 'pending', hunks: 3 }]);
    const settlement: Settlement = { kind: 'partly', choices: ['mine', null, 'next'] };
    await commitPlan(await settlePlan(plan, { policy: 'ask', settlement }));
    const text = folder.read(path) ?? '';
    expect(text.match(/^<<<<<<< /gm)).toHaveLength(1);
    expect([text.startsWith('a 2\n'), text.includes('\nc 3\n')]).toEqual([true, true]);
    const again = await planResolve(folder.dir);
    expect(again.changes).toMatchObject([{ why: 'pending', hunks: 1 }]);
    await commitPlan(await settlePlan(again, { policy: 'ask', settlement: { kind: 'take' } }));
    expect(folder.read(path)).toBe(`a 2\n${rest}b 3\n${rest}c 3\n${rest}d 3\n`);
  });
});
