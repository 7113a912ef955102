import { expect, it } from '@jest/globals';
import { transformSync } from 'esbuild';

const { linesRun } = await import('../../../scripts/check-seam/lines-run.mjs' as string);

const source = `export interface Pair {
  left: number;
}

export function double(pair: Pair): number {
  if (pair.left > 9)
    return 0;
  return pair.left * 2;
}
`;

it('finds the lines of a source that ran, through the source map of what was made of it', () => {
  const { code, map } = transformSync(source, {
    loader: 'ts',
    sourcemap: 'external',
    sourcefile: 'double.ts',
  });
  const ran = new Uint8Array(code.length).fill(1);
  const [from, to] = [code.indexOf('return 0'), code.indexOf('return 0') + 'return 0;'.length];
  const whole = linesRun(code, ran, JSON.parse(map)).get('double.ts');
  const partly = linesRun(code, ran.fill(0, from, to), JSON.parse(map)).get('double.ts');
  expect([[...whole], [...partly]]).toEqual([
    [5, 6, 7, 8, 9],
    [5, 6, 8, 9],
  ]);
  expect(linesRun(code, ran.fill(0), JSON.parse(map)).size).toBe(0);
});
