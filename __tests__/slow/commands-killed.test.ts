import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commands,
  commitNames,
  compare,
  Masters,
  runCli,
  seeded,
  snapshot,
} from '../support/committed-project.ts';
import type { Commit } from '../support/committed-project.ts';

/** `KILLS=1000 SEED=7 npm run test:slow -- commands-killed` for the long run. */
const kills = Number(process.env.KILLS ?? 40);
const seed = Number(process.env.SEED ?? 1);

let masters: Masters;
let scratch: string;
beforeAll(() => {
  masters = new Masters();
  scratch = mkdtempSync(join(tmpdir(), 'dazzle-kills-'));
}, 120_000);
afterAll(() => {
  masters.discard();
  rmSync(scratch, { recursive: true });
});

it('build, undo, redo and resolve are wholly old or wholly new, whenever they are killed', async () => {
  const random = seeded(seed);
  const whole = new Map<Commit, { old: Map<string, string>; fresh: Map<string, string>; calls: number }>();
  for (const command of commitNames) {
    const dir = masters.copy(command);
    const old = snapshot(dir);
    const count = join(scratch, `${command}.count`);
    await runCli(dir, commands[command], { env: { KILL_COUNT: count } });
    whole.set(command, {
      old,
      fresh: snapshot(dir),
      calls: Number(readFileSync(count, 'utf8').trim()),
    });
    expect(compare(old, whole.get(command)!.fresh)).not.toEqual([]);
    rmSync(dir, { recursive: true });
  }
  const tally: Record<string, number> = {};
  const bad: unknown[] = [];
  for (let done = 0, at = 0; done < kills; at++) {
    const command = commitNames[at % commitNames.length]!;
    const { old, fresh, calls } = whole.get(command)!;
    const isTimed = at % 2 === Math.floor(at / commitNames.length) % 2;
    const turn = Math.floor(at / commitNames.length);
    // A large prime as the step: every call comes in its turn, those of the whole commit from the start.
    const call = (turn * 7919) % (calls + 1);
    const wait = random() * 150;
    const dir = masters.copy(command);
    const run = isTimed
      ? await runCli(dir, commands[command], {
          during: (kill, ended) => {
            let begun: number | null = null;
            const look = (): void => {
              if (ended()) return;
              if (begun === null && existsSync(join(dir, '.dazzle/lock'))) begun = performance.now();
              if (begun !== null && performance.now() - begun >= wait) kill();
              else setImmediate(look);
            };
            look();
          },
        })
      : await runCli(dir, commands[command], { env: { KILL_AT: String(call) } });
    const how = isTimed ? `${wait.toFixed(1)} ms after it took the lock` : `at call ${call}`;
    if (run.signal === 'SIGKILL') {
      done++;
      const recovery = await runCli(dir, ['undo', '--list']);
      const now = snapshot(dir);
      const end =
        compare(now, old).length === 0 ? 'old' : compare(now, fresh).length === 0 ? 'new' : 'neither';
      const key = `${command} ${isTimed ? 'timed' : 'in turn'} ${end}`;
      tally[key] = (tally[key] ?? 0) + 1;
      const traces = ['journal', 'journal.back', 'stage', 'lock'].filter((name) =>
        existsSync(join(dir, '.dazzle', name)),
      );
      if (end === 'neither' || traces.length > 0 || recovery.status !== 0)
        bad.push({
          command,
          how,
          end,
          traces,
          output: recovery.output,
          paths: compare(now, fresh).slice(0, 5),
        });
    }
    rmSync(dir, { recursive: true });
  }
  process.stderr.write(
    `${JSON.stringify({ seed, kills, calls: [...whole].map(([name, { calls }]) => [name, calls]), tally })}\n`,
  );
  expect(bad).toEqual([]);
}, 7_200_000);
