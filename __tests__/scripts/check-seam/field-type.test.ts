import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const { addFieldType, brokenFiles, filesBeyond, programWith } = await import(
  '../../../scripts/check-seam/field-type.mjs' as string
);
const { namedKinds } = await import('../../../scripts/check-seam/named-kinds.mjs' as string);

const union = "export type FieldType = { readonly kind: 'str' } | { readonly kind: 'int' | 'bool' };\n";

it('adds a member to the union and leaves the rest', () => {
  expect(addFieldType(`const a = 1;\n${union}const b = 2;\n`, 'phone')).toBe(
    "const a = 1;\nexport type FieldType = { readonly kind: 'str' } | { readonly kind: 'int' | 'bool' } " +
      "| { readonly kind: 'phone' };\nconst b = 2;\n",
  );
});

it('says so where there is no union', () => {
  expect(() => addFieldType('export type Other = 1;', 'phone')).toThrow('there is no type FieldType');
});

it.each([
  [['lib/spec/syntax/read-type.ts', 'lib/kit/fields/rows.ts'], []],
  [['lib/kit/samples.ts'], ['lib/kit/samples.ts']],
  [['generators/a/code/field.ts', 'generators/b/code/field.ts'], []],
  [['generators/a/code/field.ts', 'generators/a/forms.ts'], ['generators/a/forms.ts']],
])('of %j lets a new type break all but %j', (files, beyond) => {
  expect(filesBeyond(files)).toEqual(beyond);
});

describe('a program', () => {
  let root: string;
  const texts: Record<string, string> = {
    'union.ts': union,
    'table.ts':
      "import type { FieldType } from './union.ts';\n" +
      "export const columns: Record<FieldType['kind'], number> = { str: 1, int: 2, bool: 3 };\n",
    'choose.ts':
      "import type { FieldType } from './union.ts';\n" +
      "export const isText = ({ kind }: FieldType): boolean => kind === 'str';\n" +
      'export function width({ kind }: FieldType): number {\n' +
      "  switch (kind) {\n    case 'bool':\n      return 1;\n    default:\n      return 9;\n  }\n}\n",
    'other.ts': "export const isText = (kind: 'str' | 'list'): boolean => kind === 'str';\n",
  };
  const files = Object.keys(texts);

  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'field-type-'));
    for (const [file, text] of Object.entries(texts)) writeFileSync(path.join(root, file), text);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      lib: ['es5'],
      types: [],
      allowImportingTsExtensions: true,
    };
    writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const program = (text: string) => programWith(root, files, { file: 'union.ts', text });

  it('compiles as it is', () => {
    expect(brokenFiles(program(union), root)).toEqual([]);
  });

  it('names the files that a new type breaks', () => {
    expect(brokenFiles(program(addFieldType(union, 'phone')), root)).toEqual([
      { file: 'table.ts', problems: [expect.stringMatching(/^2: Property 'phone' is missing/)] },
    ]);
  });

  it('finds the files that name some types by hand, and how often', () => {
    expect(namedKinds(program(addFieldType(union, 'phone')), root, files, 'union.ts')).toEqual([
      { file: 'choose.ts', count: 2 },
      { file: 'table.ts', count: 1 },
    ]);
  });
});
