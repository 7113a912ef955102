import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../support/run.ts';

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-commands-'));
  const { status, err } = await run(['init', 'shop', '--yes', '--no-disk-hooks'], { cwd });
  expect({ status, err }).toEqual({ status: 0, err: '' });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('dazzle init', () => {
  it('writes dazzle.toml, the spec and .gitignore, and builds', () => {
    expect(readFileSync(join(cwd, 'shop/dazzle.toml'), 'utf8')).toBe(
      '# How dazzle builds this project; what it builds is described in dsl/.\n\n[project]\nname = "shop"\nversion = "0.1.0"\nroot = "shop.core"\n\n[modules]\npaths = ["./dsl"]\n\n' +
        '[output]\ndir = "apps"\n\n[stack]\nname = "micro"\n\n' +
        '[backends.django_micro]\ndatabase = "sqlite"\ntime_zone = "UTC"\n',
    );
    expect(readFileSync(join(cwd, 'shop/.gitignore'), 'utf8')).toContain('.dazzle/journal\n');
    expect(existsSync(join(cwd, 'shop/apps/django_micro/manage.py'))).toBe(true);
  });

  it('ends with a command that starts the app from where the person is, and where the credentials are', async () => {
    const { out } = await run(['init', 'second', '--yes', '--no-disk-hooks'], { cwd });
    expect(out).toContain('cd second/apps/django_micro\n');
    expect(out).toContain('second/apps/django_micro/.admin_credentials');
  });

  it('copies a file of --from byte for byte, and takes name and root from it', async () => {
    const text =
      '\uFEFF# mine\r\nmodule a.b\r\napp kiosk "Kiosk"\r\nentity Thing "Thing":\r\n  id: uuid pk\r\n';
    writeFileSync(join(cwd, 'mine.dsl'), text);
    expect((await run(['init', 'copied', '--from', 'mine.dsl', '--yes', '--no-build'], { cwd })).status).toBe(
      0,
    );
    expect(readFileSync(join(cwd, 'copied/dsl/app.dsl'), 'utf8')).toBe(text);
    expect(readFileSync(join(cwd, 'copied/dazzle.toml'), 'utf8')).toContain(
      'name = "kiosk"\nversion = "0.1.0"\nroot = "a.b"\n',
    );
  });

  it('uses the spec that is in dsl/ already, and keeps the lines of a .gitignore', async () => {
    mkdirSync(join(cwd, 'there/dsl'), { recursive: true });
    writeFileSync(join(cwd, 'there/dsl/app.dsl'), 'app old "Old"\nentity Thing "Thing":\n  id: uuid pk\n');
    writeFileSync(join(cwd, 'there/.gitignore'), 'secret/\n.env\n');
    expect((await run(['init', 'there', '--yes', '--no-build'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'there/dazzle.toml'), 'utf8')).toContain('name = "old"');
    const lines = readFileSync(join(cwd, 'there/.gitignore'), 'utf8').split('\n');
    expect(lines.slice(0, 2)).toEqual(['secret/', '.env']);
    expect(lines.filter((line) => line === '.env')).toHaveLength(1);
  });

  it('keeps answers of --set in dazzle.toml', async () => {
    const argv = ['init', 'set', '--yes', '--no-build', '--set', 'django_micro.time_zone=Europe/Berlin'];
    expect((await run(argv, { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'set/dazzle.toml'), 'utf8')).toContain('time_zone = "Europe/Berlin"\n');
  });

  it.each([
    ['a folder that has a project (DZL507)', ['shop'], 'DZL507', 'shop has a dazzle.toml already'],
    ['a folder inside a project (DZL507)', ['shop/inner'], 'DZL507', 'shop/inner lies inside the project'],
    ['a start that does not exist (DZL510)', ['new', '--from', 'smal'], 'DZL510', 'did you mean "small"?'],
    ['a name that cannot be one (DZL511)', ['new', '--name', '1st Shop!'], 'DZL511', 'write "st_shop"'],
    ['a backend that does not exist', ['new', '--backends', 'django_mcro'], 'DZL212', 'write "django_micro"'],
    ['a stack that does not exist', ['new', '--stack', 'mirco'], 'DZL211', 'write "micro"'],
    [
      'an answer for a backend outside the stack (DZL513)',
      ['new', '--set', 'other.x=1'],
      'DZL513',
      'django_micro',
    ],
    ['an answer without its backend (DZL503)', ['new', '--set', 'x=1'], 'DZL503', 'backend.key=value'],
    ['a file in the way (DZL514)', ['mine.dsl/x'], 'DZL514', 'is a file'],
  ])('refuses %s, and writes nothing', async (_, argv, code, words) => {
    const before = readdirSync(cwd).sort();
    const { status, err } = await run(['init', ...argv, '--yes'], { cwd });
    expect(status).toBe(1);
    expect(err).toContain(`error ${code}  `);
    expect(err).toContain(words);
    expect(readdirSync(cwd).sort()).toEqual(before);
  });

  it('refuses a spec with errors, and shows them all', async () => {
    writeFileSync(join(cwd, 'bad.dsl'), 'app x "X"\nentity A "A":\n  id: uuid pk\n  b: strng\n  c: ref D\n');
    const { status, err } = await run(['init', 'bad', '--from', 'bad.dsl', '--yes'], { cwd });
    expect(status).toBe(1);
    expect(err.match(/^bad\.dsl:\d+:\d+ {2}error/gm)).toHaveLength(2);
    expect(existsSync(join(cwd, 'bad'))).toBe(false);
  });

  const isRoot = process.getuid?.() === 0;
  const whenRefused = isRoot ? it.skip : it; // root may write anywhere
  whenRefused('refuses a folder that cannot be made (DZL514)', async () => {
    mkdirSync(join(cwd, 'locked'));
    chmodSync(join(cwd, 'locked'), 0o555);
    const { status, err } = await run(['init', 'locked/new', '--yes'], { cwd });
    expect(status).toBe(1);
    expect(err).toContain('error DZL514');
  });
});
