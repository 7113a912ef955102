import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

let place: ReturnType<typeof makeFolder>;
const { PATH } = process.env;
beforeEach(() => {
  place = makeFolder({ 'there/.gitignore': 'mine\n', 'there/notes.txt': 'keep\n' });
});
afterEach(() => {
  process.env['PATH'] = PATH;
  place.remove();
});

const everything = (): string[] => readdirSync(place.folder, { recursive: true }).map(String).sort();

describe('a first build that comes to nothing', () => {
  it.each([
    ['a folder that is to be made', ['init', 'new/shop']],
    ['a folder with files', ['init', 'there']],
    ['a folder named by --cwd', ['--cwd', 'there', 'init']],
  ])('leaves %s as it was, where Python is absent', async (_, argv) => {
    const before = everything();
    process.env['PATH'] = join(place.folder, 'no-programs');
    const { status, err } = await run([...argv, '--yes'], { cwd: place.folder });
    expect(status).toBe(1);
    expect(err.match(/^error DZL\d+ {2}/gm)).toEqual(['error DZL340  ']);
    expect(err).toContain('Nothing was written.');
    expect(everything()).toEqual(before);
    expect(readFileSync(join(place.folder, 'there/.gitignore'), 'utf8')).toBe('mine\n');
  });

  it('leaves the folder as it was, where a file is in the way', async () => {
    mkdirSync(join(place.folder, 'there/apps'));
    writeFileSync(join(place.folder, 'there/apps/django_micro'), 'a file\n');
    const before = everything();
    const { status, out } = await run(['init', 'there', '--yes'], { cwd: place.folder });
    expect({ status, out }).toEqual({ status: 1, out: '     failed  django_micro: check_permissions\n' });
    expect(everything()).toEqual(before);
  });

  it('is no matter with --no-build', async () => {
    process.env['PATH'] = join(place.folder, 'no-programs');
    expect((await run(['init', 'there', '--yes', '--no-build'], { cwd: place.folder })).status).toBe(0);
    expect(everything()).toContain('there/dazzle.toml');
  });
});

describe('what init says next', () => {
  it.each([
    [['init', 'new shop', '--yes', '--no-build'], "  cd 'new shop'\n"],
    [['--cwd', 'there', 'init', 'sub', '--yes', '--no-build'], '  cd there/sub\n'],
    [['--cwd', 'there', 'init', '--yes', '--no-build'], '  cd there\n'],
  ])('works where the person stands: %j', async (argv, line) => {
    expect((await run(argv, { cwd: place.folder })).out).toContain(`Next:\n${line}  dazzle build\n`);
  });
});

describe('init --json', () => {
  /** The one document of stdout. */
  const init = async (...argv: string[]) => {
    const { status, out, err } = await run(['init', ...argv, '--json'], { cwd: place.folder });
    return { status, err, document: JSON.parse(out) as Record<string, unknown> };
  };

  it('tells of the build, with the own files of the project before the generated ones', async () => {
    const { status, err, document } = await init('there', '--yes', '--no-disk-hooks');
    expect([status, document['status'], document['backends']]).toEqual([0, 'done', ['django_micro']]);
    expect(Object.keys(document)).toEqual([
      'status',
      'backends',
      'changes',
      'summary',
      'hooks',
      'artifacts',
      'diagnostics',
    ]);
    const changes = document['changes'] as { readonly path: string; readonly kind: string }[];
    expect(changes.slice(0, 3)).toEqual([
      { path: 'dazzle.toml', kind: 'create' },
      { path: 'dsl/app.dsl', kind: 'create' },
      { path: '.gitignore', kind: 'update' },
    ]);
    expect(changes.map(({ path }) => path)).toContain('apps/django_micro/manage.py');
    expect(document['summary']).toMatchObject({ create: changes.length - 1, update: 1 });
    expect(err).toContain('create  dazzle.toml');
  });

  it('tells of the own files alone under --no-build', async () => {
    const { status, document } = await init('new', '--yes', '--no-build');
    expect([status, document['status']]).toEqual([0, 'done']);
    expect(document['changes']).toEqual(
      ['dazzle.toml', 'dsl/app.dsl', '.gitignore'].map((path) => ({ path, kind: 'create' })),
    );
  });

  it('names no file where the build came to nothing and all was taken back', async () => {
    process.env['PATH'] = join(place.folder, 'no-programs');
    const { status, err, document } = await init('new', '--yes');
    expect([status, document['status'], document['changes']]).toEqual([1, 'error', []]);
    expect(document['diagnostics']).toEqual([expect.objectContaining({ code: 'DZL340', severity: 'error' })]);
    expect(err).toContain('Nothing was written.');
  });

  it('has every key where it failed before it began', async () => {
    await init('new', '--yes', '--no-build');
    const { status, document } = await init('new', '--yes');
    expect(status).toBe(1);
    expect(document).toMatchObject({ status: 'error', backends: [], changes: [], hooks: [], artifacts: {} });
  });
});
