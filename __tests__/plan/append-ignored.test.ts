import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { appendIgnored } from '../../lib/plan/append-ignored.ts';
import { matchPatterns } from '../../lib/plan/read-ignore.ts';
import type { Change } from '../../lib/plan/types.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dazzle-ignored-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = (name: string, from?: string): Change =>
  ({ path: name, kind: 'conflict', ...(from === undefined ? {} : { from }) }) as Change;

/** The text of .dazzleignore that the operation would write. */
function textOf(...changes: Change[]): string {
  const [operation] = appendIgnored(folder, changes);
  return operation?.kind === 'write' ? Buffer.from(operation.contents).toString() : '';
}

it('does nothing without a path', () => {
  expect(appendIgnored(folder, [])).toEqual([]);
});

it('begins the file with what it is for', () => {
  expect(textOf(change('apps/a.py'))).toBe(
    '# Paths that dazzle leaves alone (gitignore syntax).\n/apps/a.py\n',
  );
});

it.each(['docs/\n', 'docs/'])('adds below %j, each path on a line of its own', (before) => {
  writeFileSync(path.join(folder, '.dazzleignore'), before);
  expect(textOf(change('a.py'), change('b.py'))).toBe('docs/\n/a.py\n/b.py\n');
});

it('names both ends of a rename', () => {
  writeFileSync(path.join(folder, '.dazzleignore'), '');
  expect(textOf(change('new.py', 'old.py'))).toBe('/new.py\n/old.py\n');
});

it.each(['[x]#!.py', 'a b.py', 'what?*.py', 'line\nfeed.py', 'back\\slash.py'])(
  'writes %j so that it is ignored, and no other path',
  async (name) => {
    const isIgnored = await matchPatterns(textOf(change(name)));
    expect([isIgnored(name), isIgnored('x.py'), isIgnored(`deep/${name}`)]).toEqual([true, false, false]);
  },
);
