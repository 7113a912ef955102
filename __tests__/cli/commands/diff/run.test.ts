import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { applyPatch } from 'diff';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

let place: ReturnType<typeof makeFolder>;
const shop = (...argv: string[]) => run(argv, { cwd: join(place.folder, 'shop') });
const models = 'apps/django_micro/app/models.py';

/** Replaces a text in a file of the project. */
function change(path: string, from: string, to: string): void {
  const file = join(place.folder, 'shop', path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

beforeAll(async () => {
  place = makeFolder({});
  await run(['init', 'shop', '--yes', '--no-disk-hooks', '--quiet'], { cwd: place.folder });
  change(models, 'max_length=120', 'max_length=777');
  change('dsl/app.dsl', 'str(120)', 'str(99)');
}, 60_000);
afterAll(() => place.remove());

describe('dazzle diff with paths', () => {
  it.each([
    ['apps/django_micro/config', 0, 'done'],
    ['apps/django_micro/app/tests', 2, 'pending'],
    [models, 2, 'conflicts'],
  ])('has the status of just those: %s', async (path, status, word) => {
    expect(await shop('diff', path)).toMatchObject({ status });
    const { out, ...ran } = await shop('diff', '--json', path);
    expect([ran.status, (JSON.parse(out) as { status: string }).status]).toEqual([status, word]);
  });
});

describe('what dazzle diff shows', () => {
  const there = () => ({ cwd: join(place.folder, 'shop/apps') });

  it('is a unified diff on stdout, of paths that are read from the current folder', async () => {
    const { status, out, err } = await run(['diff', 'django_micro/app/tests/test_models.py'], there());
    const path = 'apps/django_micro/app/tests/test_models.py';
    expect(out.startsWith(`update ${path}\n--- a/${path}\n+++ b/${path}\n@@ `)).toBe(true);
    expect(out).toMatch(/^\+ +record\.name = "x" \* 100$/m);
    expect([status, err]).toEqual([2, '1 file: update 1; nothing was written\n']);
  });

  it('is nothing of a path that is none of its files (DZL512)', async () => {
    expect(await run(['diff', 'nowhere'], there())).toEqual({
      status: 1,
      out: '',
      err: 'error DZL512  "nowhere" is none of the files in question\n    fix: leave the path out to see them all\n',
    });
  });
});

describe('what dazzle diff shows of an edited file', () => {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(place.folder, 'shop', path)), { recursive: true });
    writeFileSync(join(place.folder, 'shop', path), text);
  };
  let shown: string;

  beforeAll(async () => {
    expect((await shop('build', '--no-disk-hooks', '--quiet', '--on-conflict=markers')).status).toBe(2);
    expect((await shop('resolve', '--keep')).status).toBe(0);
    expect((await shop('build', '--no-disk-hooks', '--quiet', '--on-conflict=take')).status).toBe(0);
    change(models, 'class Task(', 'LIMIT = 12\n\n\nclass Task(');
    change('dsl/app.dsl', 'str(99)', 'str(88)');
    change('dsl/app.dsl', '  notes: text\n', '  remarks: text\n  place: str(70)\n');
    change('dsl/app.dsl', 'field notes "Notes"', 'field remarks "Remarks"');
    change('dsl/app.dsl', 'field notes "Notes"', 'field remarks "Remarks"');
    change('dsl/app.dsl', 'field notes "Notes"', 'field remarks "Remarks"');
    change('dsl/app.dsl', 'search: title, notes', 'search: title, remarks');
    write('apps/django_micro/app/mine.py', 'x = 1\n');
    shown = (await shop('diff', models)).out;
  });

  it('never shows an edit that is kept as removed', () => {
    const removed = shown.split('\n').filter((line) => line.startsWith('-'));
    expect(removed.filter((line) => /LIMIT|777/.test(line))).toEqual([]);
  });

  it('shows what is merged around the open hunk, which it names with its versions', () => {
    expect(shown).toContain('+    place = models.CharField(');
    expect(shown).toContain('(1 hunk open: your lines stay there until they are settled)');
    expect(shown).toMatch(/ {2}yours │ .*777.*\n {3}last │ .*99.*\n {4}new │ .*88/);
  });

  it('counts in --stat what the build writes, and the open hunks', async () => {
    const { out } = await shop('diff', '--stat', models);
    expect(out).toMatch(/conflict {2}\S+models\.py {2}\+\d+ -\d+ {2}1 hunk open\n/);
  });

  it('is what a build then writes, with --yes', async () => {
    const path = join(place.folder, 'shop', models);
    const before = readFileSync(path, 'utf8');
    const patch = shown.slice(shown.indexOf('--- a/'), shown.indexOf('(1 hunk open'));
    const expected = applyPatch(before, patch);
    expect((await shop('build', '--yes', '--no-disk-hooks', '--quiet')).status).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(expected);
  });

  it('shows a file that dazzle never wrote as staying, beside the new one', async () => {
    expect((await shop('resolve', '--keep')).status).toBe(0);
    rmSync(join(place.folder, 'shop/.dazzle'), { recursive: true });
    write('apps/django_micro/app/apps.py', 'mine = 1\n');
    const { out } = await shop('diff', 'apps/django_micro/app/apps.py');
    expect(out).toContain('(dazzle never wrote this file: yours stays until it is settled)');
    expect(out).toContain('  yours │ mine = 1\n');
    expect(out).not.toContain('\n-');
  });
});
