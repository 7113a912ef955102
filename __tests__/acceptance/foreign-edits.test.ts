import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What the merge gets wrong of these pairs, by number, with the reason; each line goes when it is mended.
 * `npm run bench:regenerate -- --adversary --plain --seed ci --shrink NUMBER` shows a pair.
 */
const known: Readonly<Record<number, string>> = {};

interface Result {
  readonly number: number;
  readonly name: string;
  readonly isNamed: boolean;
  readonly verdicts: { readonly dazzle: { readonly verdict: string; readonly why?: string } };
}

test('merges 300 foreign edits, none of them wrong in silence or to what does not parse', () => {
  const results = runBench(300);
  expect(results).toHaveLength(300);
  const failing = results.filter(({ isNamed, number, verdicts: { dazzle } }) => {
    const isBad =
      ['unparseable', 'crash'].includes(dazzle.verdict) ||
      // Which of the user's own names follow a rename is tested by its own rules.
      (['wrong', 'missed'].includes(dazzle.verdict) && !isNamed);
    return isBad && known[number] === undefined;
  });
  expect(failing.map(({ number, name, verdicts }) => `${number} ${name}: ${verdicts.dazzle.why}`)).toEqual(
    [],
  );
}, 300_000);

/** Runs the benchmark in a process of its own, with no formatter and no results of earlier runs. */
function runBench(pairs: number): Result[] {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(path.join(root, '.tmp', 'foreign-edits-'));
  try {
    const file = path.join(folder, 'results.json');
    const script = path.join(root, 'scripts', 'bench', 'regenerate', 'start.mjs');
    const options = [
      '--adversary',
      '--plain',
      '--seed',
      'ci',
      '--pairs',
      `${pairs}`,
      '--tools',
      'dazzle',
      '--json',
      file,
    ];
    const done = spawnSync(process.execPath, [script, ...options], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ADVERSARY_DIR: folder },
    });
    if (done.status !== 0) throw new Error(done.stderr);
    return JSON.parse(readFileSync(file, 'utf8')) as Result[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
