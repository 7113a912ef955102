import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

let place: ReturnType<typeof makeFolder>;
const shop = (...argv: string[]) => run(argv, { cwd: join(place.folder, 'shop') });
const file = (path: string): string => join(place.folder, 'shop', path);

beforeAll(async () => {
  place = makeFolder({});
  await run(['init', 'shop', '--yes', '--no-disk-hooks', '--quiet'], { cwd: place.folder });
  // What git ignores is not in a fresh clone.
  for (const secret of ['.env', '.admin_credentials']) rmSync(file(`apps/django_micro/${secret}`));
  rmSync(file('.dazzle/cache'), { recursive: true, force: true });
}, 60_000);
afterAll(() => place.remove());

describe('in a fresh clone, without the secrets that git ignores', () => {
  it.each([
    [['fmt', '--check']],
    [['validate', '--strict']],
    [['diff', '--stat']],
    [['diff', 'apps/django_micro']],
    [['build', '--dry-run']],
  ])('`dazzle %j` finds nothing to do', async (argv) => {
    expect(await shop(...argv)).toMatchObject({ status: 0 });
    expect(existsSync(file('apps/django_micro/.env'))).toBe(false);
  });

  it('the secrets are listed all the same, and the status is done', async () => {
    const { out } = await shop('diff', '--json');
    const { status, changes } = JSON.parse(out) as {
      status: string;
      changes: { path: string; kind: string }[];
    };
    const created = changes.filter(({ kind }) => kind === 'create').map(({ path }) => path);
    expect([status, created]).toEqual([
      'done',
      ['apps/django_micro/.admin_credentials', 'apps/django_micro/.env'],
    ]);
    expect((await shop('diff')).out).toContain('.env (a secret of this copy, not in git)\n');
  });

  it('a change of what is committed is still found, and so is a secret that git does not ignore', async () => {
    const spec = readFileSync(file('dsl/app.dsl'), 'utf8');
    writeFileSync(file('dsl/app.dsl'), spec.replace('str(120)', 'str(121)'));
    expect((await shop('diff', '--stat')).status).toBe(2);
    writeFileSync(file('dsl/app.dsl'), spec);
    const paths = ['.gitignore', 'apps/django_micro/.gitignore'];
    for (const path of paths) {
      const text = readFileSync(file(path), 'utf8');
      writeFileSync(file(path), text.replace(/^.*\.env$\n/gm, ''));
    }
    expect((await shop('diff', '--json', 'apps/django_micro/.env')).status).toBe(2);
  });
});
