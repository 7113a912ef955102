import { expect, it } from '@jest/globals';
import { runPool } from '../../lib/commit/run-pool.ts';

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

it('does the work for each item, at most so many at a time', async () => {
  let running = 0;
  let most = 0;
  const done: string[] = [];
  await runPool(
    ['a', 'b', 'c', 'd', 'e'],
    async (item, index) => {
      most = Math.max(most, ++running);
      await turn();
      done.push(`${index}${item}`);
      running--;
    },
    2,
  );
  expect([most, done]).toEqual([2, ['0a', '1b', '2c', '3d', '4e']]);
});

it('has nothing to do without items', async () => {
  await expect(runPool([], () => Promise.reject(new Error('called')))).resolves.toBeUndefined();
});

it('begins nothing after a failure, throws the first, and waits for what runs', async () => {
  const ended: number[] = [];
  const failing = runPool(
    [0, 1, 2, 3],
    async (item) => {
      await turn();
      if (item === 1) await turn();
      ended.push(item);
      throw new Error(`${item}`);
    },
    2,
  );
  await expect(failing).rejects.toThrow('0');
  expect(ended).toEqual([0, 1]);
});
