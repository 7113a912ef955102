import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTreeStore } from '../../lib/tree/create-tree.ts';
import type { TreeStore } from '../../lib/tree/create-tree.ts';
import { openFormatCache } from '../../lib/tree/format-cache.ts';
import { formatLike, formatTree } from '../../lib/tree/format-tree.ts';
import type { WriteOptions } from '../../lib/tree/tree.ts';

async function makeStore(files: Record<string, string>, options: WriteOptions = {}): Promise<TreeStore> {
  const store = await createTreeStore();
  const tree = store.face({
    backend: 'b',
    outputDir: 'apps/b',
    templates: new URL('file:///nowhere/'),
    writer: 'models',
  });
  for (const [path, text] of Object.entries(files)) tree.write(path, text, options);
  return store;
}

function textsOf(store: TreeStore): Record<string, unknown> {
  return Object.fromEntries(store.files().map(({ path, contents }) => [path, contents]));
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dazzle-format-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('formatTree', () => {
  it('formats each kind that has a formatter and leaves the others', async () => {
    const store = await makeStore({
      'a.py': "x = {'a':1}\n",
      'b.js': 'const a = "x"',
      'c.json': '{"a":1}',
      'd.css': 'a{b:c}',
      'e.md': '*  a\n',
      'f.yml': 'a:   1\n',
      'g.html': '<p   >x',
      'h.ejs': '<p   >x',
    });
    expect(await formatTree(store)).toEqual({ formatted: 6, known: 0, diagnostics: [] });
    expect(textsOf(store)).toEqual({
      'a.py': 'x = {"a": 1}\n',
      'b.js': "const a = 'x';\n",
      'c.json': '{ "a": 1 }\n',
      'd.css': 'a {\n  b: c;\n}\n',
      'e.md': '- a\n',
      'f.yml': 'a: 1\n',
      'g.html': '<p   >x',
      'h.ejs': '<p   >x',
    });
  });

  it('goes by the settings that the backend itself writes', async () => {
    const store = await makeStore({
      'a.js': 'const a = "x"',
      'b.py': `x = call(${'aaaa, '.repeat(13)}1)\n`,
      '.prettierrc.json': '{ "semi": false }\n',
      'pyproject.toml': '[tool.ruff]\nline-length = 120\n',
    });
    await formatTree(store);
    expect(textsOf(store)).toMatchObject({
      'a.js': 'const a = "x"\n',
      'b.py': `x = call(${'aaaa, '.repeat(13)}1)\n`,
    });
  });

  it('leaves texts that are formatted already, and secrets', async () => {
    expect(textsOf(await formatted({ 'a.json': '{"a":1}' }, { formatted: true }))).toEqual({
      'a.json': '{"a":1}',
    });
    expect(textsOf(await formatted({ 'a.json': '{"a":1}' }, { once: 'secret' }))).toEqual({
      'a.json': '{"a":1}',
    });
  });

  it('names the file and its writer where the text cannot be read', async () => {
    const { diagnostics } = await formatTree(
      await makeStore({ 'a.py': 'class A(\n', 'b.js': 'const = 1\n' }),
    );
    expect(
      diagnostics.map(({ code, message }) => [code, message.replace(/formatted:.*/s, 'formatted')]),
    ).toEqual([
      ['DZL315', 'apps/b/a.py, written by models, cannot be formatted'],
      ['DZL315', 'apps/b/b.js, written by models, cannot be formatted'],
    ]);
  });

  it('formats a text once and keeps it for the next build, where that was saved', async () => {
    const cache = await openFormatCache(join(folder, 'format'));
    expect((await formatTree(await makeStore({ 'a.json': '{"a":1}' }), { cache })).formatted).toBe(1);
    expect(existsSync(join(folder, 'format'))).toBe(false);
    await cache.save();
    const later = await makeStore({ 'a.json': '{"a":1}' });
    const outcome = await formatTree(later, { cache: await openFormatCache(join(folder, 'format')) });
    expect(outcome).toEqual({ formatted: 0, known: 1, diagnostics: [] });
    expect(textsOf(later)).toEqual({ 'a.json': '{ "a": 1 }\n' });
  });

  it('is the same for a text from elsewhere', async () => {
    const like = formatLike(await makeStore({ 'a.py': 'x=1\n' }));
    expect([
      await like('apps/b/a.py', 'y=2'),
      await like('apps/b/a.py', 'y=('),
      await like('x.html', '<p >'),
    ]).toEqual(['y = 2\n', null, null]);
  });
});

async function formatted(files: Record<string, string>, options: WriteOptions): Promise<TreeStore> {
  const store = await makeStore(files, options);
  await formatTree(store);
  return store;
}
