import { describe, expect, it } from '@jest/globals';
import {
  joinBehind,
  parseSpec,
  printSpec,
  reopenSpec,
  specOf,
} from '../../../lib/plan/baseline/spec-file.ts';
import type { BaseEntry } from '../../../lib/plan/types.ts';

const behind = [{ paths: ['apps/demo/a.py'], shape: { old: 1 } }];

describe('the file of the spec', () => {
  it.each([
    ['with what is of earlier specs', { shape: { entities: {} }, version: '1.2.3', behind }],
    ['without', { shape: null, version: null, behind: [] }],
  ])('gives back what was written: %s', (_, spec) => {
    expect(parseSpec(printSpec(spec))).toEqual(spec);
  });

  it('has one name on a line, and nothing of earlier specs where there is none', () => {
    expect(Buffer.from(printSpec({ shape: { a: 1, b: 2 }, version: '1.0.0', behind: [] })).toString()).toBe(
      '{\n "dazzle": "1.0.0",\n "shape": {\n  "a": 1,\n  "b": 2\n }\n}\n',
    );
  });

  it.each([
    ['is damaged where it is no JSON', '{', null],
    [
      'leaves out what makes no sense',
      '{"dazzle": 1, "behind": [null, {"paths": 1}]}',
      { shape: null, version: null, behind: [] },
    ],
  ])('%s', (_, text, spec) => {
    expect(parseSpec(Buffer.from(text))).toEqual(spec);
  });
});

it.each([
  ['the shape of the last build', { path: 'apps/demo/b.py', outputDir: 'apps/demo' }, { now: 1 }],
  ['an earlier shape by its path', { path: 'apps/demo/a.py', outputDir: 'apps/demo' }, { old: 1 }],
  ['an earlier shape by its folder', { path: 'apps/other/c.py', outputDir: 'apps/other' }, { older: 1 }],
])('an entry has %s', (_, entry, shape) => {
  const all = [...behind, { paths: ['apps/other'], shape: { older: 1 } }];
  expect(specOf({ shape: { now: 1 }, behind: all }, entry)).toEqual(shape);
});

it('joins what is of one earlier shape, sorted', () => {
  expect(
    joinBehind([
      { paths: ['d'], shape: { one: 1 } },
      { paths: ['c', 'a'], shape: { two: 2 } },
      { paths: ['b', 'd'], shape: { one: 1 } },
    ]),
  ).toEqual([
    { paths: ['a', 'c'], shape: { two: 2 } },
    { paths: ['b', 'd'], shape: { one: 1 } },
  ]);
});

describe('the file of a commit in which an entry stays as it was', () => {
  const shape = (renames: object): object => ({ renames });
  const entry = { path: 'apps/demo/a.py', outputDir: 'apps/demo' } as BaseEntry;
  const books = (before: object, after: object) => [
    {
      path: '.dazzle/baseline/spec.json',
      before: printSpec({ shape: before, version: null, behind: [] }),
      after: printSpec({ shape: after, version: null, behind: [] }),
    },
  ];

  it('says that the entry is of the shape before, where names changed since', () => {
    const [before, after] = [shape({}), shape({ 'entity Customer': 'Client' })];
    expect(parseSpec(reopenSpec(books(before, after), [entry])!)).toEqual({
      shape: after,
      version: null,
      behind: [{ paths: ['apps/demo/a.py'], shape: before }],
    });
  });

  it.each([
    ['where no name changed', books({ fields: 1 }, { fields: 2 })],
    ['where the commit does not write it', []],
  ])('is as the commit would write it %s', (_, changed) => {
    expect(reopenSpec(changed, [entry])).toBeNull();
  });
});
