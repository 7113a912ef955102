import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Editor, findText, saveKinds } from '../commit/editor.ts';
import { commands, commitNames, Masters, runCli, seeded } from '../support/committed-project.ts';

/** `SAVES=500 SEED=7 npm run test:slow -- commands-saves` for the long run. */
const saves = Number(process.env.SAVES ?? 40);
const seed = Number(process.env.SEED ?? 1);

let masters: Masters;
beforeAll(() => {
  masters = new Masters();
}, 120_000);
afterAll(() => masters.discard());

it('no save is lost, at whatever moment of a build, undo, redo or resolve it comes', async () => {
  const random = seeded(seed);
  const kinds = saveKinds.filter((kind) => kind !== 'delete');
  const tally: Record<string, number> = {};
  const bad: unknown[] = [];
  for (let done = 0, turn = 0; done < saves; turn++) {
    const command = commitNames[turn % commitNames.length]!;
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    const path = masters.paths[Math.floor(random() * masters.paths.length)]!;
    const wait = random() * 100;
    const dir = masters.copy(command);
    const text = `saved in turn ${turn}\n`;
    const editor = new Editor(join(dir, path), kind);
    let isMeanwhile = false;
    const run = await runCli(dir, commands[command], {
      during: (_, ended) => {
        const look = (): void => {
          if (ended()) return;
          if (!existsSync(join(dir, '.dazzle/lock'))) {
            setImmediate(look);
            return;
          }
          const begun = performance.now();
          const save = (): void => {
            if (ended()) return;
            if (performance.now() - begun < wait) {
              setImmediate(save);
              return;
            }
            isMeanwhile = existsSync(join(dir, '.dazzle/lock'));
            editor.save(text);
          };
          save();
        };
        look();
      },
    });
    editor.close();
    if (isMeanwhile) {
      done++;
      const { output: later } = await runCli(dir, ['undo', '--list']);
      const inPlace = findText(join(dir, 'apps'), text.trim());
      const beside = findText(dir, text.trim()).filter((each) => each.startsWith('.dazzle/'));
      const isNamed = run.output.includes(path);
      const how =
        inPlace.length > 0
          ? run.output.includes('DZL445')
            ? 'in place, named'
            : 'in place'
          : beside.some((each) => each.includes('/late/') && run.output.includes(each))
            ? 'kept beside, named'
            : beside.some((each) => each.includes('/late/') && later.includes(each))
              ? 'kept beside, named by the next command'
              : beside.length > 0 && command === 'resolve'
                ? 'taken over by --take, in the undo area'
                : 'lost';
      tally[`${command} ${how}`] = (tally[`${command} ${how}`] ?? 0) + 1;
      if (how === 'lost') bad.push({ turn, command, kind, path, wait, beside, isNamed, output: run.output });
    }
    rmSync(dir, { recursive: true });
  }
  process.stderr.write(`${JSON.stringify({ seed, saves, tally })}\n`);
  expect(bad).toEqual([]);
}, 7_200_000);
