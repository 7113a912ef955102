import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiskHook, DiskHookContext } from '../../../../lib/index.ts';
import { postBuildHooks } from '../../../../generators/django_micro/hooks/post_build.ts';
import type { DjangoAnswers } from '../../../../generators/django_micro/prompting.ts';

const hasPython = spawnSync('python3', ['-m', 'venv', '--help']).status === 0;
const whenPython = hasPython ? describe : describe.skip; // only where python3 makes virtual environments
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const hook = postBuildHooks.find(({ name }) => name === 'install_dependencies') as DiskHook<DjangoAnswers>;

/** Runs the hook over a folder whose application needs no package, so that nothing is fetched. */
async function install(folder: string) {
  const commands: string[] = [];
  const run = async (command: string, args: readonly string[]) => {
    commands.push([command, ...args].join(' '));
    const ended = spawnSync(join(folder, command), args, { cwd: folder, encoding: 'utf8' });
    return { status: ended.status ?? 127, stdout: ended.stdout, lastLines: [] };
  };
  const context = {
    folder,
    outputDir: 'apps/django_micro',
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
    expect(second.commands).toEqual([expect.stringMatching(/-m pip install/)]);
  });
});
