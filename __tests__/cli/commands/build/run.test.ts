import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { key, startSession, type Session } from '../../support/pty.ts';
import { run } from '../../support/run.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'dazzle-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const models = 'apps/django_micro/app/models.py';
let built: string | null = null;
let count = 0;
let cwd: string;

/** A built project; then a line of models.py is edited that a change of the spec changes too. */
beforeEach(async () => {
  if (built === null) {
    built = join(folder, 'built');
    const { status, err } = await run(['init', 'built', '--yes', '--no-disk-hooks'], { cwd: folder });
    expect({ status, err }).toEqual({ status: 0, err: '' });
  }
  cwd = join(folder, `copy${++count}`);
  cpSync(built, cwd, { recursive: true });
  edit(models, 'max_length=200', 'max_length=222');
  edit('dsl/app.dsl', 'title: str(200)', 'title: str(180)');
});

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(cwd, path), text.replace(from, to));
}

const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
const build = (...more: string[]): Session => startSession(['build', '--no-disk-hooks', ...more], cwd, 80);

describe('a build with a conflict, on a terminal', () => {
  it('shows the plan first, diffs as often as wanted, and takes the new version on t', async () => {
    const session = build();
    await session.see('What this build will do');
    await session.see(`${models}:`);
    session.press('d');
    await session.see('--- yours');
    session.press('d');
    await session.see('--- before');
    session.press('t');
    expect(await session.ended).toBe(0);
    expect(read(models)).toContain('max_length=180');
  });

  it('keeps mine on k, and does not ask again', async () => {
    const first = build();
    await first.see(`${models}:`);
    first.press('k');
    expect(await first.ended).toBe(0);
    expect(read(models)).toContain('max_length=222');
    const second = build();
    expect(await second.ended).toBe(0);
    expect(second.all()).not.toContain('conflict');
  });

  it('decides nothing on Enter, and stops on q with nothing written', async () => {
    const session = build();
    await session.see(`${models}:`);
    session.press(key.enter);
    await session.see('Enter alone decides nothing');
    const before = read('dazzle.toml') + read(models) + read('apps/django_micro/app/forms.py');
    session.press('q');
    expect(await session.ended).toBe(130);
    expect(session.all()).toContain('Stopped. Nothing was written.');
    expect(read('dazzle.toml') + read(models) + read('apps/django_micro/app/forms.py')).toBe(before);
  });

  it.each([
    ['Ctrl-C', key.interrupt],
    ['Ctrl-D', key.end],
  ])('stops on %s with nothing written', async (_, press) => {
    const session = build();
    await session.see(`${models}:`);
    session.press(press);
    expect(await session.ended).toBe(130);
    expect(read(models)).toContain('max_length=222');
  });

  it('leaves it for later on s, exits with 2, and resolve settles it', async () => {
    const session = build();
    await session.see(`${models}:`);
    session.press('s');
    expect(await session.ended).toBe(2);
    expect(session.all()).toContain('Run "dazzle resolve"');
    expect(session.all()).toContain('held back: display_instructions');
    const resolve = startSession(['resolve'], cwd, 40);
    await resolve.see(`${models}:`);
    resolve.press('h');
    await resolve.see('hunk 1 of');
    resolve.press('n');
    expect(await resolve.ended).toBe(0);
    expect(read(models)).toContain('max_length=180');
    expect((await run(['resolve'], { cwd })).out).toBe('no conflict is left to settle\n');
  });

  it('opens the editor on e', async () => {
    const editor = join(folder, 'editor.sh');
    writeFileSync(
      editor,
      "#!/bin/sh\nsed -i -e '/^<<<<<<< /,/^=======/d' -e '/^>>>>>>> /d' -e 's/180/199/' \"$1\"\n",
    );
    chmodSync(editor, 0o755);
    const session = startSession(['build', '--no-disk-hooks'], cwd, 80, { EDITOR: editor });
    await session.see(`${models}:`);
    session.press('e');
    expect(await session.ended).toBe(0);
    expect(read(models)).toContain('max_length=199');
  });
});

describe('a build without a terminal', () => {
  it('refuses a conflict with status 2, and says how to go on', async () => {
    const { status, err } = await run(['build', '--no-disk-hooks'], { cwd });
    expect(status).toBe(2);
    expect(err).toContain('error DZL402');
    expect(err).toContain('--on-conflict=keep');
  });

  it('tells the changes all the same, on a dry run and where it refuses', async () => {
    for (const [argv, codes] of [
      [['--dry-run'], []],
      [['--on-conflict=fail'], ['DZL402']],
      [[], ['DZL402']],
    ] as const) {
      const { status, out } = await run(['build', '--json', '--no-disk-hooks', ...argv], { cwd });
      const document = JSON.parse(out) as {
        status: string;
        changes: { path: string; kind: string }[];
        diagnostics: { code: string }[];
      };
      expect([status, document.status]).toEqual([2, 'conflicts']);
      expect(document.changes.find(({ kind }) => kind === 'conflict')?.path).toBe(models);
      expect(document.diagnostics.map(({ code }) => code)).toEqual(codes);
    }
  });

  it('brings back a file that was deleted, by its path from the project or from here', async () => {
    for (const [path, here] of [
      ['apps/django_micro/manage.py', cwd],
      ['manage.py', join(cwd, 'apps/django_micro')],
    ] as const) {
      rmSync(join(cwd, 'apps/django_micro/manage.py'));
      await run(['build', '--no-disk-hooks', '--on-conflict=take', '--restore', path], { cwd: here });
      expect(existsSync(join(cwd, 'apps/django_micro/manage.py'))).toBe(true);
    }
  });

  it('suggests a file to restore for one that there is not (DZL406)', async () => {
    const { status, err } = await run(
      ['build', '--no-disk-hooks', '--yes', '--restore', 'apps/django_micro/app/model.py'],
      { cwd },
    );
    expect([status, err]).toEqual([1, expect.stringMatching(/error DZL406 [^]*app\/models\.py/)]);
  });
});

describe('a build stopped during its hooks', () => {
  it('exits with 130 and says that the files are in place', async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(
      join(bin, 'python3'),
      '#!/bin/sh\ncase "$*" in *"venv "*) echo making an environment; exec sleep 30;; esac\nPATH=${PATH#*:} exec python3 "$@"\n',
    );
    chmodSync(join(bin, 'python3'), 0o755);
    const session = startSession(['build', '--on-conflict=take'], cwd, 80, {
      PATH: `${bin}:${process.env.PATH}`,
    });
    await session.see('install_dependencies  making an environment');
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(session.all()).toContain('The generated files are in place');
    expect(read(models)).toContain('max_length=180');
    expect(existsSync(join(cwd, '.dazzle/lock'))).toBe(false);
  });

  it('gives one JSON document with --json (DZL515)', async () => {
    const session = startSession(['build', '--json'], cwd, 80);
    await session.see(`${models}:`);
    session.press('q');
    expect(await session.ended).toBe(130);
    expect(session.all()).toContain('"code": "DZL515"');
  });
});
