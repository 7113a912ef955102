import { describe, expect, it } from '@jest/globals';
import { parse } from 'acorn';
import { cutCallback, cutStatements } from '../../../../lib/plan/merge/outlines/cut-program.ts';
import type { KnownStatements } from '../../../../lib/plan/merge/outlines/cut-program.ts';
import type { Stretch } from '../../../../lib/plan/merge/outlines/piece.ts';

const cut = (text: string): Stretch<KnownStatements>[] =>
  cutStatements(text, parse(text, { ecmaVersion: 'latest', sourceType: 'module' }).body, 0);
const textsOf = (stretches: readonly Stretch<KnownStatements>[] | undefined): string[] | undefined =>
  stretches?.map(({ text }) => text);

describe('cutStatements', () => {
  it.each([
    ['each statement', ['const a = 1;\n', '\n// about b\nconst b = 2;\n']],
    ['statements that share a line together', ['a(); b();\n', 'c();\n']],
    ['a comment after a statement', ['a(); // (\n', 'b();']],
    ['a template over lines', ['a(`\nb();\n`);\n', 'c();\n']],
    ['a semicolon on a line of its own', ['a()\n;\n', 'b()\n']],
  ])('keeps %s', (_, stretches) => {
    expect(textsOf(cut(stretches.join('')))).toEqual(stretches);
  });
});

describe('cutCallback', () => {
  it('takes a group of tests apart, groups inside too', () => {
    const inner = "  describe('b', async function () {\n    test('c', () => {});\n    d();\n  });\n";
    const [, stretch] = cut(`x();\ndescribe('a', () => {\n${inner}\n  // e\n  e();\n});\n`);
    const outer = cutCallback(stretch!);
    expect(outer?.frame).toBe("describe('a', () => {\n});\n");
    expect(textsOf(outer?.inner)).toEqual([inner, '\n  // e\n  e();\n']);
    const nested = cutCallback(outer!.inner[0]!);
    expect(nested?.frame).toBe("  describe('b', async function () {\n  });\n");
    expect(textsOf(nested?.inner)).toEqual(["    test('c', () => {});\n", '    d();\n']);
  });

  it.each([
    ['a group on one line', "describe('a', () => { b(); });\n"],
    ['an empty group', "describe('a', () => {\n});\n"],
    ['a blank line at the end', "describe('a', () => {\n  b();\n\n});\n"],
    ['a comment at the end', "describe('a', () => {\n  b();\n  // c\n});\n"],
    ['a value', "describe('a', () => b(\n));\n"],
    ['a declaration', 'const a = b(() => {\n  c();\n});\n'],
  ])('leaves %s', (_, text) => {
    expect(cutCallback(cut(text)[0]!)).toBeUndefined();
  });
});
