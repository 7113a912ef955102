import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, compare, Masters, runCli, snapshot } from '../../support/committed-project.ts';

let masters: Masters;
let scratch: string;
beforeAll(() => {
  masters = new Masters();
  scratch = mkdtempSync(join(tmpdir(), 'dazzle-stopped-'));
}, 120_000);
afterAll(() => {
  masters.discard();
  rmSync(scratch, { recursive: true });
});

it.each(['undo', 'build'] as const)(
  'Ctrl-C in the midst of a commit stops it before anything is written, or lets it end, and says which: %s',
  async (command) => {
    const trial = masters.copy(command);
    const old = snapshot(trial);
    const counts = join(scratch, command);
    const whole = await runCli(trial, commands[command], { env: { KILL_COUNT: counts } });
    const fresh = snapshot(trial);
    const calls = Number(readFileSync(counts, 'utf8'));
    rmSync(trial, { recursive: true });
    const ends = new Set<string>();
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.8, 0.9]) {
      const at = Math.floor(calls * part);
      const dir = masters.copy(command);
      const run = await runCli(dir, commands[command], {
        env: { KILL_AT: String(at), KILL_SIGNAL: 'SIGINT' },
      });
      const now = snapshot(dir);
      const end =
        compare(now, old).length === 0 ? 'old' : compare(now, fresh).length === 0 ? 'new' : 'neither';
      const said = run.output.includes('Nothing was written') ? 'old' : 'new';
      expect({ at, end, said, signal: run.signal }).toEqual({ at, end: said, said, signal: null });
      if (end === 'old') expect(run.status).toBe(130);
      else expect([whole.status, 130]).toContain(run.status);
      const traces = ['journal', 'journal.back', 'stage', 'lock'];
      expect(traces.filter((name) => existsSync(join(dir, '.dazzle', name)))).toEqual([]);
      ends.add(end);
      rmSync(dir, { recursive: true });
    }
    expect([...ends].sort()).toEqual(['new', 'old']);
  },
  120_000,
);

it('an undo that was killed in its commit is finished by the next undo, which says so and stops', async () => {
  const trial = masters.copy('undo');
  const old = snapshot(trial);
  const counts = join(scratch, 'killed');
  await runCli(trial, commands.undo, { env: { KILL_COUNT: counts } });
  const fresh = snapshot(trial);
  const calls = Number(readFileSync(counts, 'utf8'));
  let finished = 0;
  for (const part of [0.4, 0.55, 0.7, 0.85]) {
    const dir = masters.copy('undo');
    await runCli(dir, commands.undo, { env: { KILL_AT: String(Math.floor(calls * part)) } });
    const again = await runCli(dir, commands.undo);
    const now = snapshot(dir);
    expect(compare(now, old).length).toBeGreaterThan(0);
    expect(compare(now, fresh)).toEqual([]);
    expect(again.status === 0 || again.status === 2).toBe(true);
    if (again.output.includes('DZL436')) {
      finished++;
      expect(again.output).toContain('the last undo was interrupted; it has been finished now');
      expect(again.output).toContain('run dazzle undo again for one more');
    }
    rmSync(dir, { recursive: true });
  }
  expect(finished).toBeGreaterThan(0);
  rmSync(trial, { recursive: true });
}, 120_000);

it('a path that is saved in the midst of a build is a conflict with exit status 2, and is named', async () => {
  const dir = masters.copy('build');
  const path = masters.paths.find((each) => each.endsWith('models.py'))!;
  const args = ['build', '--yes', '--no-disk-hooks', '--json'];
  const { status, output } = await runCli(dir, args, { env: { SAVE_PATH: path } });
  expect(status).toBe(2);
  const json = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as {
    status: string;
    changes: { path: string; kind: string }[];
    unsettled: string[];
    diagnostics: { code: string; message: string }[];
  };
  expect(json.status).toBe('conflicts');
  expect(json.changes.find((change) => change.path === path)).toMatchObject({ kind: 'conflict' });
  expect(json.diagnostics.find(({ code }) => code === 'DZL445')?.message).toContain(path);
  expect(readFileSync(join(dir, path), 'utf8')).toBe('mine\n');
  rmSync(dir, { recursive: true });
}, 120_000);
