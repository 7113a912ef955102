import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { makeFolder } from '../support/make-backend.ts';
import { run } from './support/run.ts';

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

describe('the command line', () => {
  it('prints the version of package.json', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it('keeps stdout for one JSON document when --json fails', async () => {
    const { status, out } = await run(['validate', '--json'], { cwd: '/' });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'error',
      diagnostics: [{ code: 'DZL505', severity: 'error' }],
    });
  });

  it.each(['build', 'diff'])('keeps the whole shape of the document of %s where that fails', async (name) => {
    const { status, out } = await run([name, '--json']);
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

  it('takes no other word for the command that failed', async () => {
    const { out } = await run(['validate', 'build', '--json']);
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['status', 'diagnostics']);
  });
});

describe('--cwd', () => {
  it('names a folder that exists: a project above it is not taken for the one that is meant', async () => {
    expect(await run(['build', '--yes', '--cwd', 'no-such-folder'])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/error DZL505 {2}there is no folder .*no-such-folder\n/),
    });
    expect(await run(['validate', '--cwd', 'package.json'], { cwd: process.cwd() })).toMatchObject({
      status: 1,
      err: expect.stringMatching(/error DZL505 {2}.*package.json is a file, not a folder\n/),
    });
  });
});

describe('hints with --cwd', () => {
  it('name commands as they are to be typed from where the person is', async () => {
    const { folder, remove } = makeFolder({
      'my shop/dazzle.toml': '[project]\nname = "shop"\n',
      'my shop/dsl/app.dsl': 'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n',
    });
    const { err } = await run(['--cwd', 'my shop', 'inspect', 'Nothing'], { cwd: folder });
    expect(err).toContain(`fix: run "dazzle --cwd 'my shop' inspect" to see the names`);
    const { err: there } = await run(['inspect', 'Nothing'], { cwd: `${folder}/my shop` });
    expect(there).toContain('fix: run "dazzle inspect" to see the names');
    const { err: redo } = await run(['--cwd', 'my shop', 'redo', '--to', 'x'], { cwd: folder });
    expect(redo).toContain("fix: dazzle --cwd 'my shop' redo --list shows them");
    remove();
  });
});
