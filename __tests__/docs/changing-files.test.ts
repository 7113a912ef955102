import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineGenerator } from '../../lib/backend/define.ts';
import { createRegistry } from '../../lib/backend/registry.ts';
import { build } from '../../lib/build.ts';
import { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import { makeBackend } from '../support/make-backend.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-changing-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe('a build', () => {
  it('gives up where files change as fast as it plans, and writes nothing (DZL427)', async () => {
    const toml =
      '[project]\nname = "kiosk"\n\n[modules]\npaths = ["./app.dsl"]\n\n[stack]\nbackends = ["one"]\n';
    writeFileSync(join(cwd, 'dazzle.toml'), toml);
    writeFileSync(join(cwd, 'app.dsl'), 'app kiosk "Kiosk"\n\nentity Thing "Thing":\n  id: uuid pk\n');
    const file = join(cwd, 'apps/one/note.txt');
    mkdirSync(join(cwd, 'apps/one'), { recursive: true });
    const writes = defineGenerator({
      name: 'note',
      description: 'writes a note',
      generate: ({ tree }) => tree.write('note.txt', 'from dazzle\n'),
    });
    let count = 0;
    const building = build(
      {
        projectDir: cwd,
        dryRun: false,
        yes: true,
        onConflict: 'take',
        stack: null,
        backends: null,
        out: null,
        set: {},
        skipHooks: [],
        diskHooks: false,
        restore: [],
        prune: false,
        signal: new AbortController().signal,
      },
      {
        registry: createRegistry([makeBackend({ generators: [writes] })]),
        prompter: {
          interactive: false,
          answer: () => Promise.reject(new Error('not asked')),
          settle: () => Promise.reject(new Error('not asked')),
          confirmRenames: () => Promise.resolve([]),
        },
        reporter: {
          phase: (name) => {
            if (name === 'commit') writeFileSync(file, `saved by an editor ${++count}\n`);
          },
          diagnostic: () => undefined,
          planned: () => undefined,
          step: () => undefined,
          progress: () => undefined,
        },
        version: '0.0.0',
      },
    );
    const error: unknown = await building.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DazzleError);
    expect((error as DazzleError).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'DZL427 apps/one/note.txt kept changing while the build was being written; nothing was written',
    ]);
    expect(readFileSync(file, 'utf8')).toBe('saved by an editor 5\n');
  });
});
