import { describe, expect, it } from '@jest/globals';
import type { HookReport } from '../../../lib/backend/types.ts';
import type { CommandContext } from '../../../lib/cli/command.ts';
import { createReporter, listChanges } from '../../../lib/cli/screen/reporter.ts';
import { showEnd } from '../../../lib/cli/screen/show-end.ts';
import type { Change, ChangeKind, ChangeReason } from '../../../lib/plan/types.ts';
import type { BuildOutcome } from '../../../lib/request.ts';
import { testTerminal } from '../support/run.ts';

const change = (kind: ChangeKind, path: string, why?: ChangeReason, from?: string): Change => ({
  path,
  kind,
  backend: 'demo',
  base: null,
  disk: null,
  next: null,
  binary: false,
  secret: false,
  ...(why === undefined ? {} : { why }),
  ...(from === undefined ? {} : { from }),
});

const hook = (more: Partial<HookReport> = {}): HookReport => ({
  backend: 'demo',
  name: 'run_tests',
  phase: 'post_build',
  runsOn: 'disk',
  success: true,
  skipped: false,
  message: 'the tests pass',
  displayToUser: [],
  diagnostics: [],
  took: 1234,
  ...more,
});

const normal = { quiet: false, verbose: false, dryRun: false };

function list(changes: readonly Change[], options = normal): string[] {
  const terminal = testTerminal();
  listChanges(changes, terminal.out, options);
  return terminal.printed().trimEnd().split('\n');
}

describe('the list of changes', () => {
  it('has an aligned status word a file, and a summary', () => {
    expect(
      list([
        change('create', 'apps/demo/new.py'),
        change('identical', 'apps/demo/same.py'),
        change('merge', 'apps/demo/models.py'),
        change('rename', 'apps/demo/customer.py', undefined, 'apps/demo/client.py'),
        change('delete', 'apps/demo/old.py'),
        change('kept', 'apps/demo/.env', 'once'),
        change('kept', 'apps/demo/gone.py', 'deleted'),
        { ...change('conflict', 'apps/demo/urls.py', 'edited'), hunks: 2 },
      ]),
    ).toEqual([
      '     create  apps/demo/new.py',
      '      merge  apps/demo/models.py',
      '     rename  apps/demo/customer.py  from apps/demo/client.py',
      '     delete  apps/demo/old.py',
      '       kept  apps/demo/gone.py  you deleted it',
      '   conflict  apps/demo/urls.py  your edits, 2 hunks',
      '8 files: create 1, merge 1, rename 1, delete 1, kept 2, identical 1, conflict 1',
    ]);
  });

  it('says whether conflict markers are still in a file, or were settled', () => {
    expect(list([change('update', 'a.py', 'pending'), change('conflict', 'b.py', 'pending')])).toEqual([
      '     update  a.py  its conflict markers are settled',
      '   conflict  b.py  conflict markers in it',
      '2 files: update 1, conflict 1',
    ]);
  });

  it('gathers many alike by folder, and names them all with --verbose', () => {
    const many = Array.from({ length: 20 }, (_, index) => change('create', `apps/demo/app/file${index}.py`));
    expect(list(many)).toEqual(['     create  apps/demo/app/  20 files', '20 files: create 20']);
    expect(list(many, { ...normal, verbose: true })).toHaveLength(21);
  });

  it('says that nothing is to do, and that a dry run wrote nothing', () => {
    expect(list([change('identical', 'a')])).toEqual(['1 file: identical 1; no file changes']);
    expect(list([change('create', 'a')], { ...normal, dryRun: true }).at(-1)).toBe(
      '1 file: create 1; nothing was written',
    );
  });
});

function report(options: typeof normal, use: (reporter: ReturnType<typeof createReporter>) => void): string {
  const terminal = testTerminal();
  const context: CommandContext = {
    cwd: '/',
    terminal,
    signal: new AbortController().signal,
    disk: 'untouched',
    projectDir: null,
  };
  use(createReporter(context, options));
  return terminal.printed();
}

describe('the reporter', () => {
  const run = (result: HookReport) => (reporter: ReturnType<typeof createReporter>) => {
    reporter.phase('disk');
    const event = { kind: 'hook', backend: result.backend, name: result.name } as const;
    reporter.step({ ...event, state: 'start' });
    reporter.progress('42 tests');
    reporter.step({ ...event, state: 'end', took: result.took, report: result });
  };

  it('is linear without a terminal: when a step starts, and how it ended', () => {
    expect(report(normal, run(hook()))).toBe(
      '        run  run_tests\n       hook  run_tests: the tests pass\n',
    );
  });

  it('names timings with --verbose', () => {
    expect(report({ ...normal, verbose: true }, run(hook()))).toContain('run_tests: the tests pass (1.2 s)');
  });

  it('says only what failed with --quiet', () => {
    const quiet = { ...normal, quiet: true };
    expect(report(quiet, run(hook()))).toBe('');
    expect(report(quiet, run(hook({ success: false, message: '3 tests failed' })))).toBe(
      '     failed  demo: run_tests: 3 tests failed\n',
    );
  });

  it('shows three warnings of a code, and how many more there are', () => {
    const warn = (reporter: ReturnType<typeof createReporter>): void => {
      for (let index = 1; index <= 5; index++) {
        reporter.diagnostic({ code: 'DZL366', severity: 'warning', message: `persona ${index}` });
      }
      reporter.diagnostic({ code: 'DZL362', severity: 'warning', message: 'another' });
      reporter.tellFolded();
    };
    expect(
      report(normal, warn)
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      'warning DZL366  persona 1',
      'warning DZL366  persona 2',
      'warning DZL366  persona 3',
      'warning DZL362  another',
      'and 2 more warnings of DZL366: --verbose shows them all',
    ]);
    expect(report({ ...normal, verbose: true }, warn)).toContain('persona 5');
    expect(report({ ...normal, quiet: true }, warn)).toBe('');
  });

  it('shows all warnings that no later build repeats, in short without --verbose', () => {
    const warn = (reporter: ReturnType<typeof createReporter>): void => {
      for (let index = 1; index <= 5; index++) {
        const message = `word ${index}: a, b`;
        reporter.diagnostic({
          code: 'DZL414',
          severity: 'warning',
          message,
          brief: `word ${index}: a and 1 more`,
        });
      }
      reporter.tellFolded();
    };
    const lines = (list: string): string[] =>
      [1, 2, 3, 4, 5].map((at) => `warning DZL414  word ${at}: ${list}`);
    const told = (text: string): string[] => text.split('\n').filter((line) => line !== '');
    expect(told(report(normal, warn))).toEqual(lines('a and 1 more'));
    expect(told(report({ ...normal, verbose: true }, warn))).toEqual(lines('a, b'));
  });
});

describe('the end of a build', () => {
  const outcome = (more: Partial<BuildOutcome>): BuildOutcome => ({
    status: 'done',
    backends: ['demo'],
    changes: [change('identical', 'apps/demo/x.py')],
    unsettled: [],
    operations: [],
    hooks: [],
    artifacts: {},
    diagnostics: [],
    receipt: null,
    ...more,
  });
  const end = (cwd: string, of: BuildOutcome): string => {
    const terminal = testTerminal({ cwd });
    const signal = new AbortController().signal;
    showEnd({ cwd, terminal, signal, disk: 'committed', projectDir: '/home/shop' }, '/home/shop', of, {
      quiet: false,
      dryRun: false,
    });
    return terminal.printed();
  };
  const told = hook({
    displayToUser: ['start it: cd apps/demo && ./run', 'see apps/demo/README.md, not x/apps/demo'],
  });

  it('names folders from where the person is, so that commands can be pasted', () => {
    expect(end('/home/shop', outcome({ hooks: [told] }))).toContain(
      'cd apps/demo && ./run\nsee apps/demo/README.md',
    );
    expect(end('/home', outcome({ hooks: [told] }))).toContain(
      'cd shop/apps/demo && ./run\nsee shop/apps/demo/README.md, not x/apps/demo',
    );
    expect(end('/home/shop/apps', outcome({ hooks: [told] }))).toContain('cd ../apps/demo && ./run');
  });

  it('says what is left, and what did not run because of it', () => {
    const waiting = hook({ skipped: true, skippedBecause: 'conflicts' });
    const text = end(
      '/home/shop',
      outcome({ status: 'conflicts', unsettled: ['apps/demo/x.py'], hooks: [waiting] }),
    );
    expect(text).toBe(
      '1 conflict left; 1 step after the build did not run. Run "dazzle resolve" to settle it, then build again:\n  apps/demo/x.py\n  held back: run_tests\n',
    );
  });
});
