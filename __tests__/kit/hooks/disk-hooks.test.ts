import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runDiskHooks } from '../../../lib/backend/run-disk-hooks.ts';
import type { BackendFacts } from '../../../lib/backend/facts.ts';
import type { AnswerValue, Hook } from '../../../lib/backend/types.ts';
import { deploy, initializeDatabase, lintCode, runTests } from '../../../lib/kit/hooks/command-hook.ts';
import { installDependencies } from '../../../lib/kit/hooks/install-dependencies.ts';
import { createSuperuser } from '../../../lib/kit/hooks/create-superuser.ts';
import { displayInstructions } from '../../../lib/kit/hooks/display-instructions.ts';
import { variableFact } from '../../../lib/kit/service/variable-fact.ts';
import { initGit } from '../../../lib/kit/hooks/init-git.ts';
import type { Step } from '../../../lib/kit/hooks/run-steps.ts';
import {
  makeBackend,
  makeFolder,
  makeReporter,
  makeSettings,
  runPhases,
} from '../../support/make-backend.ts';

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder({ 'apps/one/package.json': '{}' });
});
afterEach(() => project.remove());

interface RunOptions {
  readonly options?: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>;
  readonly preBuild?: readonly string[];
  readonly postBuild?: readonly string[];
  readonly diskHooks?: boolean;
  readonly facts?: Partial<BackendFacts>;
}

async function run(
  hooks: readonly Hook[],
  { options = {}, preBuild, postBuild, diskHooks = true, facts = {} }: RunOptions = {},
) {
  const tables = Object.entries(options).map(([name, values]) => [
    name,
    { timeout: null, onFailure: null, values },
  ]);
  const phases = await runPhases([makeBackend({ hooks, facts: () => facts })], {
    projectDir: project.folder,
    manifest: {
      answers: {},
      hooks: makeSettings({
        options: Object.fromEntries(tables) as never,
        preBuild: preBuild ?? null,
        postBuild: postBuild ?? null,
      }),
    },
  });
  expect(phases.diagnostics).toEqual([]);
  return runDiskHooks({
    phases,
    projectDir: project.folder,
    diskHooks,
    conflicts: [],
    version: '1.0.0',
    reporter: makeReporter(),
    signal: new AbortController().signal,
  });
}

function node(script: string): Step {
  return { command: process.execPath, args: ['-e', script], fix: 'mend the script' };
}

describe('hooks that run commands', () => {
  it('are in the order in which they need each other', async () => {
    const steps = { steps: () => [node('')] };
    const { hooks } = await run([
      runTests(steps),
      initializeDatabase(steps),
      installDependencies(steps),
      lintCode(steps),
    ]);
    expect(hooks.map(({ name, message }) => [name, message])).toEqual([
      ['install_dependencies', 'dependencies are installed'],
      ['run_tests', 'the tests pass'],
      ['initialize_database', 'the database is up to date'],
    ]);
  });

  it('show a person the lines that the backend finds worth it, also where a later command fails', async () => {
    const { hooks } = await run([
      initializeDatabase({
        tell: (line) => (line.startsWith('copied') ? `${line}!` : null),
        steps: () => [node('console.log("copied to a\\nmigrated")'), node('process.exit(1)')],
      }),
    ]);
    expect(hooks.map(({ success, displayToUser }) => [success, displayToUser])).toEqual([
      [false, ['copied to a!']],
    ]);
  });

  it('fail with the command, its status, its last lines and what to do', async () => {
    const { diagnostics } = await run([
      installDependencies({
        steps: () => [
          node(''),
          { command: 'node', args: ['-e', 'console.error("no network"); process.exit(4)'], fix: 'connect' },
        ],
      }),
    ]);
    expect(diagnostics).toEqual([
      {
        code: 'DZL350',
        severity: 'warning',
        message: `\`node -e 'console.error("no network"); process.exit(4)'\` in apps/one failed: it ended with status 4`,
        fix: 'connect',
        frame: 'no network',
      },
    ]);
  });

  it.each([
    [
      'process.kill(process.pid, "SIGKILL")',
      'it was killed (SIGKILL)',
      'see what ended it (too little memory, perhaps), then build again',
    ],
    ['process.exit(128)', 'it ended with status 128', 'mend the script'],
  ])('say how the command `%s` ended', async (script, how, fix) => {
    const { diagnostics } = await run([installDependencies({ steps: () => [node(script)] })]);
    expect(diagnostics.map((each) => [each.message.split('failed: ')[1], each.fix])).toEqual([[how, fix]]);
  });

  it('say what to do where there is no such command', async () => {
    const step = { command: 'no-such-command-at-all', args: [], fix: 'look at the network' };
    const { diagnostics } = await run([installDependencies({ steps: () => [step] })]);
    expect(diagnostics.map(({ fix }) => fix)).toEqual([
      'install no-such-command-at-all, or put its folder into PATH, then build again',
    ]);
  });

  it('deploy runs the command of dazzle.toml, and says where there is none', async () => {
    const named = { postBuild: ['deploy'] };
    const ran = await run([deploy()], { ...named, options: { deploy: { command: 'exit 3' } } });
    expect(ran.diagnostics.map(({ message }) => message)).toEqual([
      "`sh -c 'exit 3'` in apps/one failed: it ended with status 3",
    ]);
    const none = await run([deploy()], named);
    expect(none.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['DZL351', 'deploy of one has no command to run'],
    ]);
    expect((await run([deploy()])).hooks).toEqual([]);
  });
});

describe('init_git', () => {
  it('makes a repository with a first commit that has no secrets, once', async () => {
    process.env['GIT_AUTHOR_NAME'] = process.env['GIT_COMMITTER_NAME'] = 'Test';
    process.env['GIT_AUTHOR_EMAIL'] = process.env['GIT_COMMITTER_EMAIL'] = 'test@example.com';
    project.put('apps/one/.env', 'SECRET=1');
    project.put('dazzle.toml', '');
    const first = await run([initGit()], { preBuild: ['init_git'] });
    expect(first.hooks.map(({ success, message }) => [success, message])).toEqual([
      [true, 'made a git repository without apps/one/.env'],
    ]);
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: project.folder, encoding: 'utf8' });
    expect(git('ls-files').trim().split('\n')).toEqual(
      expect.arrayContaining(['apps/one/package.json', 'dazzle.toml']),
    );
    expect(git('ls-files')).not.toContain('.env');
    expect(git('log', '--format=%s').trim()).toBe('Start the project');
    const second = await run([initGit()], { preBuild: ['init_git'] });
    expect(second.hooks[0]!.message).toBe('the project is in a git repository already');
  });
});

describe('display_instructions', () => {
  const tell = displayInstructions((command) => command.split(' && '));
  const facts: Partial<BackendFacts> = {
    port: 3000,
    commands: [
      { name: 'install', development: 'cd . && npm install', production: 'npm ci' },
      { name: 'start', development: 'npm start', production: 'node server.js' },
      { name: 'test', development: 'npm test', production: null },
      { name: 'migrate', development: null, production: 'node migrate.js' },
    ],
    environment: [variableFact({ name: 'DB', meaning: 'Where rows are', development: 'postgres://here' })],
    databases: [{ engine: 'postgresql', name: 'shop', variable: 'DB', volume: '/data', volumeUrl: '' }],
  };
  const admin = createSuperuser({ logIn: () => [] });
  const install = (script: string) =>
    installDependencies({ steps: () => [node(script)], inputs: () => ({ files: ['package.json'] }) });
  const linesOf = async (hooks: readonly Hook[], options: RunOptions = {}) =>
    (await run(hooks, { facts, ...options })).hooks.flatMap(({ displayToUser }) => displayToUser);

  it('says what was done, also where it had been done before', async () => {
    const hooks = [tell, install(''), runTests({ steps: () => [node('')] }), admin];
    const expected = [
      'one is in apps/one:',
      '  done: the dependencies are installed',
      '  done: its tests pass',
      '  start it: cd apps/one && npm start, then open http://localhost:3000/',
      '  log in with the credentials in apps/one/.admin_credentials',
      '  the database is postgres://here (DB in .env)',
    ];
    expect(await linesOf(hooks)).toEqual(expected);
    expect(await linesOf(hooks)).toEqual(expected);
  });

  it('says that the database has its admin user only where the backend makes one', async () => {
    const database = initializeDatabase({ steps: () => [node('')] });
    const withAdmin = await linesOf([database, tell, admin]);
    expect(withAdmin[1]).toBe('  done: the database is up to date, and has its admin user');
    project.remove();
    project = makeFolder({ 'apps/one/package.json': '{}' });
    expect((await linesOf([database, tell]))[1]).toBe('  done: the database is up to date');
  });

  it('says what is left to do after a failure, under --no-disk-hooks and for a hook that was left out', async () => {
    const left = [
      '  left to do:',
      '    cd apps/one',
      '    cd .',
      '    npm install',
      '  start it: npm start, then open http://localhost:3000/',
      '  the database is postgres://here (DB in .env)',
    ];
    expect(await linesOf([tell, install('process.exit(1)')])).toEqual([
      'one is in apps/one:',
      '  failed: install_dependencies (see above)',
      ...left,
    ]);
    expect(await linesOf([tell, install('')], { diskHooks: false })).toEqual([
      'one is in apps/one:',
      ...left,
    ]);
    expect(await linesOf([tell])).toEqual(['one is in apps/one:', ...left]);
  });

  it('says nothing of a start or an address where the facts have none', async () => {
    expect(await linesOf([tell, install('')], { facts: {} })).toEqual([
      'one is in apps/one:',
      '  done: the dependencies are installed',
    ]);
  });
});
