import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BuildFolder, listChanges } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const owned = 'apps/demo/history.json';
const own = (contents: string, absorbs: true | 'grows' = true) => ({ 'history.json': { contents, absorbs } });

describe("a file that is dazzle's own", () => {
  it.each([
    ['another word', '{\n  "a": 2\n}\n'],
    ['a blank at a line end', '{\n  "a": 1 \n}\n'],
    ['nothing left', ''],
    ['bytes that are no text', '\0'],
  ])('is not overwritten where somebody edited it: %s', async (_, edit) => {
    await folder.build(own('{\n  "a": 1\n}\n'));
    folder.write(owned, edit);
    await expect(folder.build(own('{\n  "b": 1\n}\n'))).rejects.toMatchObject({
      diagnostics: [
        {
          code: 'DZL376',
          severity: 'error',
          message: expect.stringContaining(owned),
          fix: expect.stringContaining(`dazzle build --restore ${owned}`),
        },
      ],
    });
    expect(folder.read(owned)).toBe(edit);
    const restored = await folder.build(own('{\n  "b": 1\n}\n'), { restore: [owned] });
    expect(listChanges(restored)).toEqual(['update history.json']);
    expect(restored.diagnostics).toEqual([]);
  });

  it.each([
    ['CRLF', '{\r\n  "a": 1\r\n}\r\n', '{\r\n  "b": 1\r\n}\r\n'],
    ['a byte order mark', '\uFEFF{\n  "a": 1\n}\n', '\uFEFF{\n  "b": 1\n}\n'],
    ['both', '\uFEFF{\r\n  "a": 1\r\n}\r\n', '\uFEFF{\r\n  "b": 1\r\n}\r\n'],
  ])('keeps %s, which is no edit', async (_, cloned, next) => {
    await folder.build(own('{\n  "a": 1\n}\n'));
    folder.write(owned, cloned);
    const same = await folder.build(own('{\n  "a": 1\n}\n'));
    expect([listChanges(same), folder.read(owned)]).toEqual([['identical history.json'], cloned]);
    expect(listChanges(await folder.build(own('{\n  "b": 1\n}\n')))).toEqual(['update history.json']);
    expect(folder.read(owned)).toBe(next);
    expect(listChanges(await folder.build(own('{\n  "b": 1\n}\n')))).toEqual(['identical history.json']);
  });

  it('may get more entries from another tool where it grows, and no other change', async () => {
    const list = (entries: readonly number[], version = 1): string => JSON.stringify({ version, entries });
    await folder.build(own(list([1]), 'grows'));
    folder.write(owned, list([1, 2]));
    const next = await folder.build(own(list([1, 2, 3]), 'grows'));
    expect(listChanges(next)).toEqual(['update history.json']);
    for (const edit of [list([1, 2]), list([1, 5, 3]), list([1, 2, 3], 2), '{"entries": [1,2,3]', '[]']) {
      folder.write(owned, edit);
      await expect(folder.build(own(list([1, 2, 3, 4]), 'grows'))).rejects.toMatchObject({
        diagnostics: [{ code: 'DZL376' }],
      });
    }
  });
});
