import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findProject } from '../../lib/project/find-project.ts';

let folder: string;
let deep: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dazzle-project-'));
  deep = path.join(folder, 'a', 'b');
  mkdirSync(deep, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds the nearest folder upward with a dazzle.toml', () => {
  writeFileSync(path.join(folder, 'dazzle.toml'), '');
  expect(findProject(deep)).toBe(folder);
  writeFileSync(path.join(deep, 'dazzle.toml'), '');
  expect(findProject(deep)).toBe(deep);
});

it('finds none where no folder has one, and takes no folder of that name for it', () => {
  mkdirSync(path.join(folder, 'a', 'dazzle.toml'));
  expect(findProject(deep)).toBeNull();
});
