import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSources } from '../../lib/project/read-sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dazzle-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), contents);
}

describe('readSources', () => {
  it('reads every .dsl file below the paths, sorted, once, without byte order marks', async () => {
    put('dsl/b.dsl', '\ufeffmodule b\n');
    put('dsl/sub/a.dsl', 'module a\n');
    put('dsl/notes.txt', 'no');
    put('dsl/node_modules/x.dsl', 'no');
    put('one.dsl', 'module one\n');
    expect(await readSources(folder, { modulePaths: ['./dsl', 'dsl/sub', 'one.dsl'] })).toEqual({
      sources: [
        { file: 'dsl/b.dsl', text: 'module b\n' },
        { file: 'dsl/sub/a.dsl', text: 'module a\n' },
        { file: 'one.dsl', text: 'module one\n' },
      ],
      diagnostics: [],
    });
  });

  it('says that a path does not exist, that there is no spec, and what is not UTF-8', async () => {
    expect((await readSources(folder, { modulePaths: ['./dsl'] })).diagnostics).toEqual([
      {
        code: 'DZL220',
        severity: 'error',
        message: 'the spec is looked for in "./dsl" ("paths" in [modules]), which does not exist',
        fix: 'make that folder and put a .dsl file there, or correct the path in dazzle.toml',
      },
    ]);
    mkdirSync(join(folder, 'dsl'));
    expect(
      (await readSources(folder, { modulePaths: ['./dsl'] })).diagnostics.map(({ code, message }) => [
        code,
        message,
      ]),
    ).toEqual([['DZL221', 'there is no .dsl file in ./dsl']]);
    put('dsl/a.dsl', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]));
    expect((await readSources(folder, { modulePaths: ['./dsl'] })).diagnostics).toEqual([
      {
        code: 'DZL222',
        severity: 'error',
        message: 'dsl/a.dsl is not UTF-8',
        fix: 'save it as UTF-8',
        place: { file: 'dsl/a.dsl', line: 2, column: 1 },
      },
    ]);
  });
});

describe('links and other things below the paths', () => {
  it('follows links to folders, each folder once', async () => {
    put('shared/people.dsl', 'module people\n');
    put('dsl/a.dsl', 'module a\n');
    symlinkSync('../shared', join(folder, 'dsl/shared'));
    symlinkSync('.', join(folder, 'dsl/again'));
    const { sources, diagnostics } = await readSources(folder, { modulePaths: ['dsl'] });
    expect([sources.map(({ file }) => file), diagnostics]).toEqual([
      ['dsl/a.dsl', 'dsl/shared/people.dsl'],
      [],
    ]);
  });

  it('takes no file of another kind for a spec (DZL221)', async () => {
    put('dazzle.toml', '[project]\n');
    const { sources, diagnostics } = await readSources(folder, { modulePaths: ['dazzle.toml'] });
    expect(sources).toEqual([]);
    expect(diagnostics).toEqual([
      {
        code: 'DZL221',
        severity: 'error',
        message: '"dazzle.toml" ("paths" in [modules]) is no .dsl file',
        fix: 'name folders with .dsl files there, or such files',
      },
    ]);
  });
});

describe('a .dsl file that cannot be read', () => {
  it('is reported by name, and the others are read', async () => {
    put('dsl/ok.dsl', 'module ok\n');
    symlinkSync('nowhere.dsl', join(folder, 'dsl/link.dsl'));
    expect(await readSources(folder, { modulePaths: ['dsl'] })).toEqual({
      sources: [{ file: 'dsl/ok.dsl', text: 'module ok\n' }],
      diagnostics: [
        {
          code: 'DZL223',
          severity: 'error',
          message: 'dsl/link.dsl cannot be read: the file that it links to does not exist',
          fix: 'make it a file that you may read',
        },
      ],
    });
  });
});
