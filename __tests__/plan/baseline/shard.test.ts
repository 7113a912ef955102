import { expect, it } from '@jest/globals';
import { shardOf } from '../../../lib/plan/baseline/shard.ts';
import type { BaseEntry } from '../../../lib/plan/types.ts';

const entry = (identity: string): BaseEntry => ({
  path: 'apps/demo/a.py',
  backend: 'demo',
  outputDir: 'apps/demo',
  identity,
  mode: 0o644,
  once: null,
  base: { contents: null, sha256: null },
  pending: null,
  keepsMarkers: false,
});

it.each([
  ['what the spec names', 'demo/models/entity:Task/model', 'entity-task'],
  ['a name that differs in case only, with the other', 'demo/models/entity:TASK/model', 'entity-task'],
  ['a file of no such thing, by its writer', 'demo/settings/-/settings.py', 'settings'],
  ['a writer without a name that a file could have', 'demo/-/-/a.py', 'files'],
  ['an identity that says nothing', 'demo', 'files'],
])('keeps %s', (_, identity, pack) => {
  expect(shardOf(entry(identity))).toBe(`.dazzle/baseline/apps/demo/${pack}.base`);
});
