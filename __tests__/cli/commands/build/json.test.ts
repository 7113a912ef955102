import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../support/run.ts';

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-json-'));
  const { status, err } = await run(['init', 'shop', '--yes', '--no-disk-hooks'], { cwd });
  expect({ status, err }).toEqual({ status: 0, err: '' });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const shop = (...argv: string[]) => run(argv, { cwd: join(cwd, 'shop', 'apps') });

describe('dazzle build --json', () => {
  it('is one document with changes, a count of each kind, hooks and masked artifacts', async () => {
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

  it('has the whole shape where the spec is broken', async () => {
    const spec = join(cwd, 'shop/dsl/app.dsl');
    writeFileSync(spec, readFileSync(spec, 'utf8').replace('ref Project required', 'ref Projekt required'));
    const { status, out } = await shop('build', '--json');
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
});
