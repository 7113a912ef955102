import { describe, expect, it } from '@jest/globals';

const { mirroredTest, withoutTests } = await import(
  '../../../scripts/check-seam/mirrored-tests.mjs' as string
);

const source = (file: string, text = 'export const a = 1;') => ({ file, text });

it.each([
  ['lib/build.ts', '__tests__/build.test.ts'],
  ['lib/spec/link/field.ts', '__tests__/spec/link/field.test.ts'],
  ['generators/django_micro/naming.ts', '__tests__/generators/django_micro/naming.test.ts'],
])('expects the test of %s at %s', (file, test) => {
  expect(mirroredTest(file)).toBe(test);
});

describe('what lacks tests', () => {
  it('is a folder where no test lies, and every file of it', () => {
    expect(withoutTests([source('lib/a/b.ts'), source('lib/a/c/d.ts')], ['__tests__/a/b.test.ts'])).toEqual({
      folders: ['lib/a/c'],
      files: ['lib/a/c/d.ts'],
    });
  });

  it('is a file whose folder has tests of other names only', () => {
    expect(withoutTests([source('lib/a/b.ts')], ['__tests__/a/other.test.ts'])).toEqual({
      folders: [],
      files: ['lib/a/b.ts'],
    });
  });

  it.each([
    ['types', 'export interface A {}\nexport type B = A;'],
    ['re-exports', "import type { A } from './a.ts';\nexport type { A };\nexport * from './b.ts';"],
  ])('is no file of %s', (_, text) => {
    expect(withoutTests([source('lib/a/b.ts', text)], [])).toEqual({ folders: [], files: [] });
  });
});
