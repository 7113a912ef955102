import { describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { key, startSession } from '../cli/support/pty.ts';
import { lists, makeSmallProject } from '../cli/support/small-project.ts';

jest.setTimeout(1_800_000);

const runs = 200;

/** Keys that settle something, here or in a hunk, and keys that must not. */
const deciding = ['k', 't', 'c', 's', 'i', 'K', 'T', 'm', 'n', 'b'];
const idle = [
  key.enter,
  'd',
  'h',
  'e',
  'u',
  '?',
  'x',
  'Z',
  key.up,
  key.down,
  key.space,
  '\t',
  '\u007f',
  '\u001b[5~',
  'é',
  '1',
];
const ends = ['q', key.interrupt, key.end];

/** Numbers below 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The contents of every file of a project, caches apart. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).startsWith(join('.dazzle', 'cache')))
    .sort();
  for (const file of files) hash.update(`${relative(folder, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

describe('keys at random at the prompts of a build', () => {
  it(`never fail, and write nothing where the person stops: ${runs} runs`, async () => {
    const project = await makeSmallProject();
    for (const list of lists) project.write(list, project.read(list).replaceAll('one', 'mine'));
    project.retitle('two');
    const scratch = mkdtempSync(join(tmpdir(), 'dazzle-keys-'));
    const random = randomNumbers(20261129);
    const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
    try {
      for (let run = 1; run <= runs; run++) {
        const folder = join(scratch, String(run));
        cpSync(project.folder, folder, { recursive: true });
        const before = fingerprint(folder);
        const settles = random() < 0.6;
        const keys = Array.from({ length: 1 + Math.floor(random() * 14) }, () =>
          pick(settles && random() < 0.4 ? deciding : idle),
        );
        const end = pick(ends);
        const session = startSession(['build'], folder, 80, { EDITOR: 'true' });
        let status: number | null = null;
        const ended = session.ended.then((code) => (status = code));
        await session.see(`${lists[0]}:`);
        for (const each of keys) {
          const size = session.raw().length;
          session.press(each);
          for (let turn = 0; turn < 25 && status === null && session.raw().length === size; turn++)
            await new Promise((done) => setTimeout(done, 4));
        }
        while (status === null) {
          session.press(end);
          await Promise.race([ended, new Promise((done) => setTimeout(done, 100))]);
        }
        const label = `run ${run}, keys ${JSON.stringify([...keys, end])}\n${session.all()}`;
        const isSame = fingerprint(folder) === before;
        expect({ label, isKnown: [0, 2, 130].includes(status) }).toEqual({ label, isKnown: true });
        expect({ label, failed: /dazzle itself failed|DZL509|\n {4}at /.test(session.all()) }).toEqual({
          label,
          failed: false,
        });
        if (status === 130) expect({ label, isSame }).toEqual({ label, isSame: true });
        if (!keys.some((each) => deciding.includes(each)))
          expect({ label, status }).toEqual({ label, status: 130 });
        rmSync(folder, { recursive: true });
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
      project.remove();
    }
  });
});
