import { basename } from 'node:path';
import type { Answers, DiskHook, DiskHookContext, HookResult } from '../../backend/types.ts';
import { failedStep } from './run-steps.ts';
import type { Step } from './run-steps.ts';

const secretFiles = new Set(['.env', '.admin_credentials']);

/**
 * `init_git`: makes the project a git repository with a first commit, before the post-build hooks; runs only
 * where `dazzle.toml` names it. A project that is in a repository already is left alone, and files with
 * secrets are not committed.
 */
export function initGit<A extends object = Answers>(): DiskHook<A> {
  return {
    name: 'init_git',
    description: 'makes a git repository of the project, with a first commit',
    phase: 'pre_build',
    runsOn: 'disk',
    optIn: true,
    onFailure: 'warn',
    env: ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL', 'EMAIL'],
    options: {
      message: { type: 'string', description: 'message of the first commit', default: 'Start the project' },
    },
    execute: (context) => startRepository(context),
  };
}

async function startRepository<A extends object>(context: DiskHookContext<A>): Promise<HookResult> {
  const cwd = context.outputDir
    .split('/')
    .map(() => '..')
    .join('/');
  const git = async (args: readonly string[], fix: string) => {
    const step: Step = { command: 'git', args, fix, cwd };
    const result = await context.run('git', args, { cwd });
    return { result, failure: result.status === 0 ? null : failedStep(step, result, 'the project') };
  };
  const inside = await git(['rev-parse', '--is-inside-work-tree'], 'install git');
  if (inside.result.status === 127) return inside.failure!;
  if (inside.result.status === 0)
    return { success: true, message: 'the project is in a git repository already' };
  const init = await git(
    ['init', '--quiet'],
    'see what git says above, or leave the hook out with --skip-hook init_git',
  );
  if (init.failure !== null) return init.failure;
  const add = await git(['add', '--all'], 'see what git says above');
  if (add.failure !== null) return add.failure;
  const staged = await git(['ls-files', '-z'], 'see what git says above');
  const secrets = staged.result.stdout.split('\0').filter((path) => secretFiles.has(basename(path)));
  if (secrets.length > 0) {
    const unstage = await git(
      ['rm', '--cached', '--quiet', '--', ...secrets],
      'take these files out of git by hand',
    );
    if (unstage.failure !== null) return unstage.failure;
  }
  const commit = await git(
    ['commit', '--quiet', '--message', String(context.options['message'])],
    'tell git who you are (git config --global user.name and user.email), then commit by hand',
  );
  if (commit.failure !== null) return commit.failure;
  return {
    success: true,
    message:
      secrets.length === 0 ? 'made a git repository' : `made a git repository without ${secrets.join(', ')}`,
  };
}
