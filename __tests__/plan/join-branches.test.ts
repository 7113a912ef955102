import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { joinBranches } from '../../lib/plan/join-branches.ts';
import type { BranchedFile } from '../../lib/plan/join-branches.ts';
import { BuildFolder, listChanges } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const git = (...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-C', folder.dir, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const commit = (): void => {
  git('add', '-A');
  git('commit', '-qm', 'x');
};
const head = 'a\nb\nc\n';
const list = (...names: string[]): string => `start\n${names.map((name) => `${name}\n`).join('')}end\n`;
const read = (): string => folder.read('apps/demo/a.py')!;

/** Two branches generate a line each at one place, and git leaves its markers in the file. */
async function mergeBranches(edit: (text: string) => string, theirHead = head): Promise<void> {
  git('init', '-qb', 'main');
  await folder.build({ 'a.py': `${head}${list()}` });
  folder.write('apps/demo/a.py', `${read()}both\n`);
  commit();
  git('checkout', '-qb', 'other');
  await folder.build({ 'a.py': `${theirHead}${list('theirs')}` });
  commit();
  git('checkout', '-q', 'main');
  await folder.build({ 'a.py': `${head}${list('ours')}` });
  folder.write('apps/demo/a.py', edit(read()));
  commit();
  expect(() => git('merge', '-q', 'other')).toThrow();
  expect(read()).toContain('<<<<<<< ');
}

describe("a generated file with git's conflict markers", () => {
  it.each([
    ['both lines', list('ours', 'theirs')],
    ['one of them', list('theirs')],
  ])('becomes the next version with the edits of both branches: %s', async (_title, lines) => {
    await mergeBranches((text) => `first\n${text}`);
    const next = `${head}${lines}`;
    expect(listChanges(await folder.build({ 'a.py': next }))).toEqual(['merge a.py']);
    expect(read()).toBe(`first\n${next}both\n`);
    expect(listChanges(await folder.build({ 'a.py': next }))).toEqual(['kept edited a.py']);
  });

  it('is asked about where an edit lies between the markers', async () => {
    await mergeBranches((text) => text.replace('ours', 'ours, edited'));
    const before = read();
    const next = `${head}${list('ours', 'theirs')}`;
    expect(listChanges(await folder.build({ 'a.py': next }))).toEqual(['conflict foreign a.py']);
    expect(read()).toBe(before);
  });

  it('loses what git has merged outside of the markers where it is not generated any more', async () => {
    await mergeBranches((text) => text, `theirs only\n${head}`);
    expect(read()).toContain('theirs only\n');
    const next = `${head}${list('ours')}`;
    expect(listChanges(await folder.build({ 'a.py': next }))).toEqual(['merge a.py']);
    expect(read()).toBe(`${next}both\n`);
  });

  it.each([
    ['a generated line would pass for an edit', 'theirs only\n', ''],
    ['a line that is generated again would pass for one that was taken out', '', 'theirs only\n'],
  ])('is not joined where %s', async (_title, there, again) => {
    const markers = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n';
    const file = {
      path: 'a.txt',
      disk: `${there}${head}start\n${markers}end\n`,
      ours: `${again}${head}${list('ours')}`,
      theirs: `${there}${head}${list('theirs')}`,
      next: `${again}${head}${list('ours', 'theirs')}`,
    };
    const bytes = Object.fromEntries(
      Object.entries(file).map(([side, text]) => [side, side === 'path' ? text : Buffer.from(text)]),
    ) as unknown as BranchedFile;
    expect(await joinBranches(bytes, { renames: [], formats: null, diagnostics: [] })).toBeNull();
  });

  it('is asked about where the markers are those of another merge', async () => {
    await mergeBranches((text) => text);
    const before = read().replace('>>>>>>> other', '>>>>>>> another');
    folder.write('apps/demo/a.py', before);
    const next = `${head}${list('ours', 'theirs')}`;
    expect(listChanges(await folder.build({ 'a.py': next }))).toEqual(['conflict foreign a.py']);
    expect(read()).toBe(before);
  });
});
