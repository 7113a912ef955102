import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openFormatCache } from '../../lib/tree/format-cache.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'dazzle-cache-'));
  folder = path.join(parent, 'format');
});
afterEach(() => rmSync(parent, { recursive: true }));

it('gives back in the next build what was saved', async () => {
  const cache = await openFormatCache(folder);
  cache.set('one', 'x = 1\n');
  expect(cache.get('one')).toBe('x = 1\n');
  expect((await openFormatCache(folder)).get('one')).toBeUndefined();
  await cache.save();
  expect((await openFormatCache(folder)).get('one')).toBe('x = 1\n');
  expect(readdirSync(folder)).toEqual(['texts.json']);
});

it('forgets what a build did not ask for', async () => {
  const first = await openFormatCache(folder);
  first.set('one', '1');
  first.set('two', '2');
  await first.save();
  const second = await openFormatCache(folder);
  second.get('one');
  await second.save();
  const third = await openFormatCache(folder);
  expect([third.get('one'), third.get('two')]).toEqual(['1', undefined]);
});

it('writes nothing where nothing changed', async () => {
  await (await openFormatCache(folder)).save();
  expect(readdirSync(parent)).toEqual([]);
});

it.each(['{', 'null', '"text"', '{"one": 1}'])('is empty where the file holds %s', async (text) => {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'texts.json'), text);
  expect((await openFormatCache(folder)).get('one')).toBeUndefined();
});
