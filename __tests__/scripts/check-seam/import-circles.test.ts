import { expect, it } from '@jest/globals';

const { importCircles } = await import('../../../scripts/check-seam/import-circles.mjs' as string);

/** Files of `lib/`, each with the statements of its text. */
const files = (texts: Record<string, string>) =>
  Object.entries(texts).map(([name, text]) => ({ file: `lib/${name}.ts`, text }));

it.each([
  ['values', "import { b } from './b.ts';"],
  ['types', "import type { B } from './b.ts';"],
  ['re-exports', "export * from './b.ts';"],
  ['dynamic imports', "const b = () => import('./b.ts');"],
  ['types of dynamic imports', "let b: typeof import('./b.ts');"],
])('sees a circle of %s', (_, text) => {
  expect(importCircles(files({ a: text, b: "import { a } from './a.ts';" }))).toEqual([
    ['lib/a.ts', 'lib/b.ts'],
  ]);
});

it('follows a circle across folders', () => {
  expect(
    importCircles(
      files({
        a: "import './deep/b.ts';",
        'deep/b': "import '../other/c.ts';",
        'other/c': "import '../a.ts';",
        d: "import './a.ts';",
      }),
    ),
  ).toEqual([['lib/a.ts', 'lib/deep/b.ts', 'lib/other/c.ts']]);
});

it('lists the largest circle first, and a file that imports itself', () => {
  expect(
    importCircles(
      files({ a: "import './a.ts';", b: "import './c.ts';", c: "import './b.ts'; import './a.ts';" }),
    ),
  ).toEqual([['lib/b.ts', 'lib/c.ts'], ['lib/a.ts']]);
});

it('finds none where two files share a third', () => {
  expect(
    importCircles(
      files({
        a: "import './b.ts'; import './c.ts';",
        b: "import './d.ts';",
        c: "import './d.ts';",
        d: "import 'a';",
      }),
    ),
  ).toEqual([]);
});
