import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../support/make-backend.ts';
import { run } from '../support/run.ts';

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

describe('dazzle resolve', () => {
  it('says nothing of conflict markers in a file that it settles', async () => {
    expect((await shop('build', '--no-disk-hooks', '--quiet', '--on-conflict=markers')).status).toBe(2);
    expect(readFileSync(join(place.folder, 'shop', models), 'utf8')).toContain('<<<<<<< ');
    expect(await shop('resolve', '--keep')).toMatchObject({ status: 0, err: '' });
    const text = readFileSync(join(place.folder, 'shop', models), 'utf8');
    expect([text.includes('max_length=777'), text.includes('<<<<<<< ')]).toEqual([true, false]);
  });
});
