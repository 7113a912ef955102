import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');

it('docs/api.md is what the package exports, each with its doc comment', () => {
  const check = spawnSync(process.execPath, ['scripts/write-api.mjs', '--check'], { cwd: root });
  expect(check.stderr.toString()).toBe('');
  expect(check.status).toBe(0);
}, 120_000);
