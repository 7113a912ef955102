import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

it('keeps registry hosts out of the lock file', () => {
  const lock = readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');
  expect(lock.match(/"resolved":\s*"https?:[^"]*"/g) ?? []).toEqual([]);
});
