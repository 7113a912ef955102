import { expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recoverProject } from '../../lib/commit/recover.ts';
import { commitKilled } from '../commit/killed-process.ts';
import { BuildFolder, memoryDisk } from '../plan/build-folder.ts';

const traces = ['journal', 'journal.back', 'stage', 'lock'].map((name) => join('.dazzle', name));

it('leaves a project wholly old or wholly new, at whatever call a process is killed', async () => {
  const paths = ['a.py', 'b/c.py', 'd.py'];
  const ends = new Set<string>();
  for (let at = 0; ; at++) {
    const folder = new BuildFolder(memoryDisk);
    try {
      for (const path of paths) folder.write(`apps/${path}`, 'old\n');
      const killed = await commitKilled(
        folder.dir,
        paths.map((path) => `apps/${path}`),
        at,
      );
      await recoverProject(folder.dir);
      const state = [...new Set(Object.values(folder.files()))].join();
      expect({ at, state }).toEqual({ at, state: expect.stringMatching(/^(old|new)\n$/) });
      const rest = readdirSync(folder.dir, { recursive: true }).map(String);
      expect(rest.filter((path) => traces.includes(path))).toEqual([]);
      ends.add(state);
      if (!killed) break;
    } finally {
      folder.discard();
    }
  }
  expect([...ends].sort()).toEqual(['new\n', 'old\n']);
}, 600_000);
