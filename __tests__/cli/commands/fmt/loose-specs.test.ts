import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../../../../lib/cli/command.ts';
import { isSpecFile, readLooseSpecs, replaceFile } from '../../../../lib/cli/commands/fmt/loose-specs.ts';
import { makeFolder } from '../../../support/make-backend.ts';
import { testTerminal } from '../../support/run.ts';

let place: ReturnType<typeof makeFolder>;
let context: CommandContext;
beforeEach(() => {
  place = makeFolder({ 'a.dsl': '\uFEFFapp a "A"\n', 'notes.txt': '', 'deep/b.dsl': 'app b "B"\n' });
  mkdirSync(join(place.folder, 'folder.dsl'));
  context = {
    cwd: place.folder,
    terminal: testTerminal({ cwd: place.folder }),
    signal: new AbortController().signal,
    disk: 'untouched',
    projectDir: null,
  };
});
afterEach(() => place.remove());

describe('a spec that belongs to no project', () => {
  it.each([
    ['a.dsl', true],
    ['deep/b.dsl', true],
    ['notes.txt', false],
    ['folder.dsl', false],
    ['none.dsl', false],
  ])('that %s is one is %s', (path, expected) => {
    expect(isSpecFile(context, path)).toBe(expected);
  });

  it('is read without its byte order mark, and named as a person reads it', async () => {
    expect(
      (await readLooseSpecs(context, ['a.dsl', './deep/b.dsl'])).map(({ path, text }) => [path, text]),
    ).toEqual([
      ['a.dsl', 'app a "A"\n'],
      ['deep/b.dsl', 'app b "B"\n'],
    ]);
  });
});

describe('replacing a file', () => {
  it('keeps its mode, and leaves no draft', async () => {
    const file = join(place.folder, 'deep', 'b.dsl');
    chmodSync(file, 0o640);
    await replaceFile(file, 'app c "C"\n');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['app c "C"\n', 0o640]);
    expect(readdirSync(join(place.folder, 'deep'))).toEqual(['b.dsl']);
  });

  it('says where it cannot be written (DZL520), and leaves no draft', async () => {
    const file = join(place.folder, 'folder.dsl');
    await expect(replaceFile(file, 'x')).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL520', message: expect.stringContaining(`${file} cannot be written: `) }],
    });
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
