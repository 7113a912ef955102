import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandTable } from '../../../lib/cli/commands/table.ts';
import { findBrokenWords, showOn } from '../support/broken-words.ts';
import { key, startSession, type Session } from '../support/pty.ts';
import { run } from '../support/run.ts';
import { lists, makeSmallProject, type SmallProject } from '../support/small-project.ts';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'dazzle-narrow-'));
let small: SmallProject;
beforeAll(async () => {
  expect((await run(['init', 'shop', '--yes', '--no-disk-hooks'], { cwd: folder })).status).toBe(0);
  writeFileSync(join(folder, 'broken.dsl'), 'app x "X"\nentity A:\n  name: strng\n');
  small = await makeSmallProject();
  for (const list of lists) small.write(list, small.read(list).replaceAll('one', 'mine'));
  small.retitle('two');
});
afterAll(() => {
  small.remove();
  rmSync(folder, { recursive: true, force: true });
});

const wide = 300;

/** Words that are broken at this width though they fit, of what `show` gives at each width. */
async function compare(columns: number, show: (columns: number) => Promise<string[]>): Promise<string[]> {
  return findBrokenWords(await show(wide), await show(columns), columns);
}

describe.each([40, 60])('at %i columns no word is broken that fits', (columns) => {
  it('in help texts', async () => {
    for (const argv of [['--help'], ...commandTable.map(({ name }) => ['help', name])]) {
      const broken = await compare(columns, async (width) => {
        const { out, err } = await run(argv, { columns: width });
        return showOn(width, out + err);
      });
      expect({ argv, broken }).toEqual({ argv, broken: [] });
    }
  });

  it('in what commands say', async () => {
    const shop = join(folder, 'shop');
    const said = [
      ['stacks'], ['backends'], ['hooks'], ['inspect'], ['inspect', '--access'], ['doctor'], ['validate'],
      ['undo', '--list'], ['redo', '--list'], ['redo'], ['explain', 'DZL402'], ['explain', 'DZL999'], ['bild'], ['build', '--yess'],
      ['resolve', 'nowhere'], ['resolve'], ['undo', '--to', '99'], ['init', '.'], ['diff', '--stat'],
      ['build', '--dry-run', '--restore', 'apps'], ['build', '--no-disk-hooks', '--yes'], ['fmt', '--check', '../broken.dsl'],
    ]; // prettier-ignore
    for (const [cwd, argv] of [
      ...said.map((each) => [shop, each] as const),
      [small.folder, ['build', '--dry-run']] as const,
      [small.folder, ['build']] as const,
      [folder, ['init', 'other', '--yes', '--from', 'broken.dsl']] as const,
      [folder, ['init', 'other', '--yes', '--name', 'Other Shop']] as const,
    ]) {
      const broken = await compare(columns, async (width) => {
        const { out, err } = await run(argv, { columns: width, cwd });
        return showOn(width, out + err);
      });
      expect({ argv, broken }).toEqual({ argv, broken: [] });
    }
  });

  it('in the first build and its end', async () => {
    const broken = await compare(columns, async (width) => {
      const { out, err } = await run(['init', 'first', '--yes', '--no-disk-hooks'], {
        columns: width,
        cwd: folder,
      });
      rmSync(join(folder, 'first'), { recursive: true });
      return showOn(width, out + err);
    });
    expect(broken).toEqual([]);
  });

  it('at the prompts of a build', async () => {
    const broken = await compare(columns, async (width) => {
      const session = startSession(['build'], small.folder, width);
      const rows = await pressInTurn(session, [
        [`${lists[0]}:`, key.enter],
        ['Enter alone decides nothing', '?'],
        [/txt: this help\n[\s\S]*\[mh\S+\s*$/, 'm'],
        [/txt: show the merge\n[\s\S]*\[mh\S+\s*$/, 'd'],
        [/\+\+\+ after the build[\s\S]*\[mh\S+\s*$/, 'h'],
        [/hunk 1 of 2[\s\S]*this hunk:\s\[mn\S+\s*$/, '?'],
        [/this hunk:\s+this help\n[\s\S]*this hunk:\s+\[mn\S+\s*$/, 'u'],
        [/this hunk:\s+back[\s\S]*\[mh\S+\s*$/, key.interrupt],
      ]);
      expect(await session.ended).toBe(130);
      return [...rows, ...session.all().split('\n')];
    });
    expect(broken).toEqual([]);
  });
});

/** Presses each key once its text is there; gives every screen on the way. */
async function pressInTurn(
  session: Session,
  steps: readonly (readonly [text: string | RegExp, ...keys: string[]])[],
): Promise<string[]> {
  const rows: string[] = [];
  for (const [text, ...keys] of steps) {
    await session.see(text);
    rows.push(...session.screen().split('\n'));
    session.press(...keys);
  }
  return rows;
}
