import { expect, it } from '@jest/globals';

const { readTokens } = await import('../../../scripts/check-seam/read-tokens.mjs' as string);

const shapes = (text: string): string =>
  readTokens(text)
    .map(({ shape }: { shape: string }) => shape)
    .join(' ');

it.each([
  ['names, strings and numbers', "total(order, 'net', 2);", '_ ( _ , _ , _ ) ;'],
  [
    'templates and expressions',
    'const code = `a ${b} c`.replace(/x/g, "");',
    'const _ = _ _ _ . _ ( _ , _ ) ;',
  ],
  ['keywords as they are', 'if (done) return null;', 'if ( _ ) return null ;'],
])('keeps the shape of %s', (_, text, shape) => {
  expect(shapes(text)).toBe(shape);
});

it('leaves out comments, imports and re-exports', () => {
  expect(
    shapes(`import { a } from './a.ts';\nexport * from './b.ts';\n/** Says c. */\n// c\nexport const c = 1;`),
  ).toBe('export const _ = _ ;');
});

it('knows the line of each token', () => {
  expect(readTokens('first(\n  second,\n);').map(({ line }: { line: number }) => line)).toEqual([
    1, 1, 2, 2, 3, 3,
  ]);
});
