import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './support/run.ts';

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-commands-'));
  const { status, err } = await run(['init', 'shop', '--yes', '--no-disk-hooks'], { cwd });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  cpSync(join(cwd, 'shop'), join(cwd, 'second'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const shop = (...argv: string[]) => run(argv, { cwd: join(cwd, 'shop', 'apps') });

describe('--json', () => {
  it('of build is one document with changes, a count of each kind, hooks and masked artifacts', async () => {
    const { status, out } = await shop('build', '--no-disk-hooks', '--json');
    const document = JSON.parse(out) as Record<string, never>;
    expect(status).toBe(0);
    expect(Object.keys(document)).toEqual([
      'status',
      'backends',
      'changes',
      'summary',
      'hooks',
      'artifacts',
      'diagnostics',
    ]);
    expect(document).toMatchObject({
      status: 'done',
      backends: ['django_micro'],
      summary: { create: 0, update: 0, merge: 0, rename: 0, delete: 0, conflict: 0 },
      diagnostics: [],
    });
    expect(document.changes).toContainEqual({ path: 'apps/django_micro/.env', kind: 'kept', why: 'once' });
    expect(document.hooks).toContainEqual({
      backend: 'django_micro',
      name: 'create_superuser',
      phase: 'post_build',
      success: true,
      message: expect.any(String),
    });
    const password = /Password: (.*)/.exec(
      readFileSync(join(cwd, 'shop/apps/django_micro/.admin_credentials'), 'utf8'),
    )![1]!;
    expect(out).not.toContain(password);
  });

  it('of validate has diagnostics and a status', async () => {
    const { status, out } = await shop('validate', '--json');
    expect({ status, json: JSON.parse(out) }).toEqual({
      status: 0,
      json: { status: 'done', diagnostics: [] },
    });
  });

  it('of a build with a broken spec has the whole shape', async () => {
    const spec = join(cwd, 'second/dsl/app.dsl');
    writeFileSync(spec, readFileSync(spec, 'utf8').replace('ref Project required', 'ref Projekt required'));
    const { status, out } = await run(['build', '--json', '--cwd', 'second'], { cwd });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'error',
      changes: [],
      diagnostics: [
        {
          code: expect.stringMatching(/^DZL1/),
          severity: 'error',
          file: 'dsl/app.dsl',
          line: 15,
          column: 16,
        },
      ],
    });
  });

  it.each(['build', 'diff'])('of %s outside of a project has the whole shape', async (name) => {
    const { status, out } = await run([name, '--json'], { cwd });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      status: 'error',
      backends: [],
      changes: [],
      summary: expect.objectContaining({ create: 0, conflict: 0 }),
      hooks: [],
      artifacts: {},
      diagnostics: [expect.objectContaining({ code: 'DZL505' })],
    });
  });

  it('of inspect is the AppSpec, or one thing of it', async () => {
    expect(JSON.parse((await shop('inspect', '--json')).out)).toMatchObject({
      name: 'shop',
      entities: [{ name: 'Project' }, { name: 'Task' }],
    });
    expect(JSON.parse((await shop('inspect', 'Task', '--json')).out)).toMatchObject({ name: 'Task' });
  });

  it.each(['stacks', 'backends', 'hooks', 'doctor'])('of %s is one document', async (name) => {
    expect(JSON.parse((await shop(name, '--json')).out)).toEqual(expect.any(Object));
  });
});

describe('names and paths', () => {
  it.each([
    [['inspect', 'Taks'], 'DZL512', 'did you mean "Task"?'],
    [['resolve', 'nowhere'], 'DZL512', '"nowhere" is none of the files in question'],
    [
      ['resolve', 'apps/django_micro/app/model.py'],
      'DZL512',
      'did you mean "apps/django_micro/app/models.py"?',
    ],
    [['build', '--restore', 'apps/django_micro/app/model.py', '--yes'], 'DZL406', 'app/models.py'],
    [['diff', 'nowhere'], 'DZL512', '"nowhere" is none of the files in question'],
    [['hooks', 'django_mikro'], 'DZL513', 'did you mean "django_micro"?'],
    [['build', '--on-conflict=mine'], 'DZL503', 'did you mean'],
    [['resolve', '--keep', '--take'], 'DZL503', 'opposite'],
    [['undo', '--to', 'x'], 'DZL503', 'number of a build'],
  ])('%j is refused with %s', async (argv, code, words) => {
    const { status, err } = await shop(...argv);
    expect(status).toBe(1);
    expect(err).toContain(`error ${code}  `);
    if (code !== 'DZL503' || words !== 'did you mean') expect(err).toContain(words);
  });
});

describe('dazzle diff', () => {
  it('shows a change as a unified diff on stdout, and exits with 2', async () => {
    const spec = join(cwd, 'shop/dsl/app.dsl');
    const text = readFileSync(spec, 'utf8');
    writeFileSync(spec, text.replace('str(120)', 'str(121)'));
    const { status, out, err } = await shop('diff', 'django_micro/app/models.py');
    expect(status).toBe(2);
    expect(out).toMatch(
      /^update apps\/django_micro\/app\/models\.py\n--- a\/apps\/django_micro\/app\/models\.py\n\+\+\+ b\//,
    );
    expect(out).toMatch(/^\+.*max_length=121/m);
    expect(err).toContain('1 file: update 1; nothing was written');
    writeFileSync(spec, text);
    expect(await shop('diff')).toMatchObject({ status: 0, out: '' });
  });
});

describe('dazzle fmt', () => {
  it('reports what is not formatted with --check, and formats it', async () => {
    const spec = join(cwd, 'shop/dsl/app.dsl');
    const text = readFileSync(spec, 'utf8');
    writeFileSync(spec, text.replaceAll('\n  ', '\n    '));
    expect(await shop('fmt', '--check')).toMatchObject({
      status: 1,
      out: expect.stringContaining('unformatted  dsl/app.dsl'),
    });
    expect((await shop('fmt')).status).toBe(0);
    expect(readFileSync(spec, 'utf8')).toBe(text);
    expect((await shop('fmt', '--check')).status).toBe(0);
  });
});

describe('dazzle undo', () => {
  it('lists builds, and takes the last one back', async () => {
    const there = { cwd: join(cwd, 'second') };
    const { out } = await run(['undo', '--list'], there);
    expect(out).toMatch(/^ +\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\d+ files created\n$/);
    const undone = await run(['undo'], there);
    expect(undone.status).toBe(0);
    expect(undone.out).toMatch(/^build \d+ is undone\n/);
    expect(existsSync(join(cwd, 'second/apps/django_micro/manage.py'))).toBe(false);
    expect((await run(['undo', '--list'], there)).out).toBe('there is no build to undo\n');
  });
});

describe('completion', () => {
  it('completes commands, options, values and the names of the project', async () => {
    const words = async (...given: string[]) =>
      (await shop('completion', '--words', '--', ...given)).out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t')[0]);
    expect(await words('bu')).toEqual(['build']);
    expect(await words('build', '--dr')).toEqual(['--dry-run']);
    expect(await words('build', '--on-conflict', 'ma')).toEqual(['markers']);
    expect(await words('build', '--on-conflict=ma')).toEqual(['--on-conflict=markers']);
    expect(await words('build', '--on-conflict', '=', 'ma')).toEqual(['markers']);
    expect(await words('build', '--skip-hook', 'run_t')).toEqual(['run_tests']);
    expect(await words('hooks', '')).toContain('django_micro');
    expect(await words('inspect', 'Ta')).toEqual(['Task']);
  });

  it.each(['bash', 'zsh', 'fish'])('has a script for %s', async (shell) => {
    expect((await shop('completion', shell)).out).toContain('dazzle completion --words --');
  });
});
