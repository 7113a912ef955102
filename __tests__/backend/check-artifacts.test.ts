import { describe, expect, it } from '@jest/globals';
import { checkArtifacts, lackingMakers } from '../../lib/backend/check-artifacts.ts';
import { defineArtifact, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import type { DiskHook, Exchange, TreeHook } from '../../lib/backend/types.ts';
import { makeBackend, shortly } from '../support/make-backend.ts';

const names = defineArtifact<readonly string[]>('names');
const generator = (name: string, parts: Exchange) =>
  defineGenerator({ name, description: '', generate: () => {}, ...parts });
const common = { description: '', execute: () => ({ success: true, message: '' }) };
const onTree = (name: string, phase: TreeHook['phase'], parts: Exchange): TreeHook =>
  defineHook({ name, phase, runsOn: 'tree', ...common, ...parts });
const onDisk = (name: string, parts: Exchange): DiskHook =>
  defineHook({ name, phase: 'post_build', runsOn: 'disk', ...common, ...parts });

describe('checkArtifacts', () => {
  it.each([
    [
      'a generator for a generator',
      [generator('a', { needs: [names] }), generator('b', { makes: [names] })],
      [],
    ],
    [
      'an early hook for a generator',
      [generator('a', { needs: [names] })],
      [onTree('h', 'pre_build', { makes: [names] })],
    ],
    [
      'a generator for a hook on the disk',
      [generator('a', { makes: [names] })],
      [onDisk('h', { needs: [names] })],
    ],
    ['nobody for one that only wants it', [generator('a', { wants: [names] })], []],
  ])('accepts %s', (_, generators, hooks) => {
    expect(checkArtifacts(makeBackend({ generators, hooks }))).toEqual([]);
  });

  it.each([
    [
      'two makers',
      [generator('a', { makes: [names] })],
      [onDisk('h', { makes: [names] })],
      'DZL321 error generator a and hook h of one both make the artifact "names"',
    ],
    [
      'a need that nobody makes',
      [generator('a', { needs: [names] })],
      [],
      'DZL324 error generator a of one needs the artifact "names", which no part of it makes',
    ],
    [
      'a need that is made too late',
      [generator('a', { needs: [names] })],
      [onTree('h', 'post_build', { makes: [names] })],
      'DZL305 error generator a of one runs among the generators and cannot read "names", which hook h makes on the tree, after the generators',
    ],
    [
      'a wish that is made too late',
      [],
      [onTree('early', 'pre_build', { wants: [names] }), onDisk('late', { makes: [names] })],
      'DZL305 error hook early of one runs before the generators and cannot read "names", which hook late makes on the disk, after the commit',
    ],
  ])('refuses %s', (_, generators, hooks, message) => {
    expect(shortly(checkArtifacts(makeBackend({ generators, hooks })))).toEqual([message]);
  });
});

describe('lackingMakers', () => {
  const maker = onTree('maker', 'post_build', { makes: [names] });
  const reader = onDisk('reader', { needs: [names] });
  const backend = makeBackend({ hooks: [maker, reader] });

  it.each([
    ['both run', [maker, reader], []],
    ['the reader is left out too', [], []],
    [
      'the maker is left out',
      [reader],
      [
        'DZL325 error hook reader of one needs the artifact "names", but hook maker, which makes it, is left out',
      ],
    ],
  ])('where %s', (_, active, expected) => {
    expect(shortly(lackingMakers(backend, active))).toEqual(expected);
  });
});
