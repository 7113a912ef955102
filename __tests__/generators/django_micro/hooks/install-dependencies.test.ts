import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiskHook, DiskHookContext } from '../../../../lib/index.ts';
import {
  lookAtPackages,
  missingPackages,
  packageIndex,
} from '../../../../generators/django_micro/code/installed-packages.ts';
import { postBuildHooks } from '../../../../generators/django_micro/hooks/post_build.ts';
import type { DjangoAnswers } from '../../../../generators/django_micro/prompting.ts';

const hasPython = spawnSync('python3', ['-m', 'venv', '--help']).status === 0;
const whenPython = hasPython ? describe : describe.skip; // only where python3 makes virtual environments
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const hook = postBuildHooks.find(({ name }) => name === 'install_dependencies') as DiskHook<DjangoAnswers>;

/** Runs the hook over a folder whose application needs no package, so that nothing is fetched. */
async function install(folder: string, inputsChanged = true) {
  const commands: string[] = [];
  const run = async (command: string, args: readonly string[]) => {
    commands.push([command, ...args].join(' '));
    const ended = spawnSync(join(folder, command), args, { cwd: folder, encoding: 'utf8' });
    return { status: ended.status ?? 127, stdout: ended.stdout, lastLines: [] };
  };
  const context = {
    folder,
    outputDir: 'apps/django_micro',
    backendName: 'django_micro',
    options: {},
    environment: {},
    inputsChanged,
    run,
  } as unknown as DiskHookContext<DjangoAnswers>;
  return { result: await hook.execute(context), commands };
}

whenPython('installing the dependencies of a Django application', () => {
  it('completes an environment whose making was stopped before it had pip', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dazzle-install-'));
    folders.push(folder);
    writeFileSync(join(folder, 'requirements-dev.txt'), '');
    spawnSync('python3', ['-m', 'venv', '--without-pip', '.venv'], { cwd: folder });
    const first = await install(folder);
    expect(first.result).toEqual({ success: true, message: 'dependencies are installed' });
    expect(first.commands[0]).toBe('.venv/bin/python -m ensurepip --default-pip');
    const second = await install(folder);
    expect(second.commands).toEqual([
      expect.stringMatching(/-m pip install/),
      expect.stringMatching(/ requirements-dev\.txt$/),
    ]);
    expect((await install(folder, false)).commands).toEqual([
      expect.stringMatching(/ requirements-dev\.txt$/),
    ]);
  });

  it('is done only where what the requirements need, and what that needs, is there in a fitting version', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dazzle-install-'));
    folders.push(folder);
    spawnSync('python3', ['-m', 'venv', '.venv'], { cwd: folder });
    const [python = ''] = readdirSync(join(folder, '.venv/lib'));
    const put = (name: string, version: string, ...needs: string[]): void => {
      const record = join(folder, '.venv/lib', python, 'site-packages', `${name}-${version}.dist-info`);
      mkdirSync(record);
      const lines = [
        `Name: ${name}`,
        `Version: ${version}`,
        ...needs.map((need) => `Requires-Dist: ${need}`),
      ];
      writeFileSync(join(record, 'METADATA'), `Metadata-Version: 2.1\n${lines.join('\n')}\n`);
    };
    const before = lookAtPackages(folder);
    put('direct', '1.4', 'below>=2', 'optional; extra == "more"', 'other; sys_platform == "nowhere"');
    put('old', '0.9');
    put('unasked', '1.0', 'not-there');
    expect(lookAtPackages(folder)).not.toBe(before);
    writeFileSync(join(folder, 'requirements.txt'), '# what it needs\ndirect[more]>=1,<2 # why\nold>=1\n');
    writeFileSync(
      join(folder, 'requirements-dev.txt'),
      '-r requirements.txt\n--no-binary :none:\ngone\nhttps://example.com/a.whl\n',
    );
    const run = (command: string, args: readonly string[]) => {
      const ended = spawnSync(join(folder, command), args, { cwd: folder, encoding: 'utf8' });
      return Promise.resolve({ status: ended.status!, stdout: ended.stdout, lastLines: [] });
    };
    expect(await missingPackages({ folder, run })).toEqual([
      { name: 'below', found: null },
      { name: 'optional', found: null },
      { name: 'old', found: '0.9' },
      { name: 'gone', found: null },
    ]);
  });
});

describe('the package index', () => {
  const addressOf = (stdout: string, status = 0) =>
    packageIndex.address({
      environment: {},
      run: () => Promise.resolve({ status, stdout, lastLines: [] }),
    });

  it('is the one that pip is set to', async () => {
    expect(await addressOf('')).toEqual({ url: 'https://pypi.org/simple/', isProxied: false });
    const file = "global.index-url='https://one.example.com/simple'\nglobal.proxy='http://proxy:3128'\n";
    expect(await addressOf(file)).toEqual({ url: 'https://one.example.com/simple', isProxied: true });
    expect(await addressOf(`:env:.index-url='https://two.example.com'\n${file}`)).toMatchObject({
      url: 'https://two.example.com',
    });
    expect(await addressOf(":env:.no-index='1'\n")).toBeNull();
    expect(await addressOf('', 127)).toBeNull();
  });

  it('gets on with what pip says, but not with a retry', () => {
    const progress = ['Looking in indexes: x', 'WARNING: Retrying (Retry(total=4))', 'Collecting Django'];
    expect(progress.map((line) => packageIndex.isProgress(line))).toEqual([false, false, true]);
  });
});
