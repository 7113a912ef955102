import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { key, startSession } from '../support/pty.ts';

jest.setTimeout(60_000);

const cwd = mkdtempSync(join(tmpdir(), 'dazzle-manners-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const main = process.env.DAZZLE_MAIN ?? resolve('dist/cli/main.js');
const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`);

describe('on a terminal', () => {
  it('long output goes through the pager, short output does not', async () => {
    const long = startSession(['explain'], cwd, 80, { DAZZLE_PAGER: 'sed -n 1p' });
    expect(await long.ended).toBe(0);
    expect(
      long
        .all()
        .split('\n')
        .filter((line) => line.startsWith('DZL')),
    ).toHaveLength(1);
    const short = startSession(['explain', 'DZL501'], cwd, 80, { DAZZLE_PAGER: 'sed -n 1p' });
    expect(await short.ended).toBe(0);
    expect(short.all()).toContain('Mended');
  });

  it('has colours, but none under NO_COLOR or CI, at prompts either', async () => {
    const plain = [{ NO_COLOR: '1' }, { CI: '1' }];
    expect(await coloursOf(['explain', 'DZL501'], {})).toBe(true);
    for (const env of plain) expect(await coloursOf(['explain', 'DZL501'], env)).toBe(false);
    const session = startSession(['init', 'plain'], cwd, 80, { NO_COLOR: '1' });
    await session.see('start from?');
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(session.raw()).not.toMatch(colour);
  });

  async function coloursOf(argv: string[], env: Record<string, string>): Promise<boolean> {
    const session = startSession(argv, cwd, 80, env);
    await session.ended;
    return colour.test(session.raw());
  }

  it('asks nothing in CI: init takes the defaults', async () => {
    const session = startSession(['init', 'ci', '--no-build'], cwd, 80, { CI: 'true' });
    expect(await session.ended).toBe(0);
    expect(session.all()).toContain('create  dazzle.toml');
  });
});

describe('without a terminal', () => {
  it('a reader that leaves early is no fault', () => {
    const { status, stderr } = spawnSync('sh', [
      '-c',
      `"${process.execPath}" "${main}" explain | head -1 >/dev/null`,
    ]);
    expect({ status, stderr: stderr.toString() }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^\d+ codes; dazzle explain CODE tells more of one\n$/),
    });
  });

  const hasFullDevice = existsSync('/dev/full');
  const whenFull = hasFullDevice ? it : it.skip; // only Linux has a device that is always full
  whenFull.each([['--version'], ['explain DZL501'], ['stacks --json'], ['--help']])(
    'a full disk behind stdout is an error, told on stderr (DZL516): %s',
    (typed) => {
      const { status, stderr } = spawnSync('sh', [
        '-c',
        `"${process.execPath}" "${main}" ${typed} > /dev/full`,
      ]);
      expect({ status, stderr: stderr.toString() }).toEqual({
        status: 1,
        stderr: [
          'error DZL516  the output could not be written: no space left on device; the end of it is missing',
          '    fix: write it to another place, or make room, and run the command again',
          '',
        ].join('\n'),
      });
    },
  );

  whenFull('a full disk behind stderr changes nothing else', () => {
    const { status, stdout } = spawnSync('sh', [
      '-c',
      `"${process.execPath}" "${main}" explain 2> /dev/full | tail -1; exit 0`,
    ]);
    expect({ status, stdout: stdout.toString() }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^DZL\d+ /),
    });
  });

  it('--version loads next to nothing', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [main, '--version'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_DEBUG: 'esm' },
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const loaded = [...new Set(stderr.match(/file:\/\/\S+\.js/g) ?? [])].filter((file) =>
      file.includes('/chunks/'),
    );
    expect(loaded.filter((file) => /commander|run-command-line|inquirer/.test(file))).toEqual([]);
  });
});
