import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readIgnore } from '../../lib/plan/read-ignore.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dazzle-ignore-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('ignores nothing where there is no .dazzleignore', async () => {
  expect((await readIgnore(folder))('a.py')).toBe(false);
});

it.each([
  ['a.py', true],
  ['deep/a.py', true],
  ['docs/b.md', true],
  ['docs/kept.md', false],
  ['b.py', false],
])('that %s is ignored is %s', async (name, expected) => {
  writeFileSync(path.join(folder, '.dazzleignore'), '# mine\na.py\ndocs/*\n!docs/kept.md\n');
  expect((await readIgnore(folder))(name)).toBe(expected);
});

it('says why .dazzleignore cannot be read', async () => {
  mkdirSync(path.join(folder, '.dazzleignore'));
  await expect(readIgnore(folder)).rejects.toMatchObject({
    diagnostics: [{ code: 'DZL405', message: '.dazzleignore cannot be read (EISDIR)' }],
  });
});
