import { describe, expect, it } from '@jest/globals';
import { decideChange } from '../../lib/plan/decide-change.ts';
import type { PathFacts } from '../../lib/plan/decide-change.ts';

const nothing: PathFacts = {
  base: false,
  disk: false,
  next: false,
  once: null,
  diskIsNext: false,
  diskIsBase: false,
  baseIsNext: false,
};

const rows: [title: string, facts: Partial<PathFacts>, decision: ReturnType<typeof decideChange>][] = [
  ['any | a folder or symlink | yes', { disk: 'blocked', next: true }, { kind: 'blocked' }],
  ['yes | a folder or symlink | yes', { base: true, disk: 'blocked', next: true }, { kind: 'blocked' }],
  ['– | exists | yes, secret', { disk: true, next: true, once: 'secret' }, { kind: 'kept', why: 'once' }],
  [
    'yes | exists | yes, starter',
    { base: true, disk: true, next: true, once: 'starter' },
    { kind: 'kept', why: 'once' },
  ],
  ['yes | – | yes, starter', { base: true, next: true, once: 'starter' }, { kind: 'kept', why: 'deleted' }],
  ['yes | – | yes, secret', { base: true, next: true, once: 'secret' }, { kind: 'create' }],
  ['– | – | yes, secret', { next: true, once: 'secret' }, { kind: 'create' }],
  ['yes | = next | yes', { base: true, disk: true, next: true, diskIsNext: true }, { kind: 'identical' }],
  ['– | = next | yes', { disk: true, next: true, diskIsNext: true }, { kind: 'identical' }],
  ['– | – | yes', { next: true }, { kind: 'create' }],
  ['– | ≠ next | yes', { disk: true, next: true }, { kind: 'conflict', why: 'foreign' }],
  ['yes | = base | ≠ base', { base: true, disk: true, next: true, diskIsBase: true }, { kind: 'update' }],
  [
    'yes | ≠ base | = base',
    { base: true, disk: true, next: true, baseIsNext: true },
    { kind: 'kept', why: 'edited' },
  ],
  ['yes | ≠ base | ≠ base', { base: true, disk: true, next: true }, { kind: 'three-way' }],
  ['yes | – | yes', { base: true, next: true }, { kind: 'kept', why: 'deleted' }],
  ['yes | = base | –', { base: true, disk: true, diskIsBase: true }, { kind: 'delete' }],
  ['yes | ≠ base | –', { base: true, disk: true }, { kind: 'conflict', why: 'orphaned' }],
  ['yes | exists | –, secret', { base: true, disk: true, once: 'secret' }, { kind: 'kept', why: 'once' }],
  ['yes | – | –', { base: true }, { kind: 'forgotten' }],
  ['yes | a folder or symlink | –', { base: true, disk: 'blocked' }, { kind: 'forgotten' }],
];

describe('decideChange', () => {
  it.each(rows)('%s', (_title, facts, decision) => {
    expect(decideChange({ ...nothing, ...facts })).toEqual(decision);
  });
});
