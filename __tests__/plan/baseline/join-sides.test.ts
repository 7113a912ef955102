import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { BuildFolder, listChanges } from '../build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

describe("a baseline with git's conflict markers", () => {
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-C', folder.dir, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  const list = (...names: string[]): string => `start\n${names.map((name) => `${name}\n`).join('')}end\n`;

  it('asks nothing where both sides lead to the same file, and keeps the edits of both branches', async () => {
    git('init', '-qb', 'main');
    await folder.build({ 'a.py': `top\nx\ny\nz\n${list()}` });
    commit();
    git('checkout', '-qb', 'other');
    await folder.build({ 'a.py': `top\nx\ny\nz\n${list('theirs')}` });
    folder.write('apps/demo/a.py', `TOP\nx\ny\nz\n${list('theirs')}`);
    commit();
    git('checkout', '-q', 'main');
    await folder.build({ 'a.py': `top\nx\ny\nz\n${list('ours')}` });
    commit();
    expect(() => git('merge', '-q', 'other')).toThrow();
    folder.write('apps/demo/a.py', `TOP\nx\ny\nz\n${list('ours', 'theirs')}`);
    const settled = await folder.build({ 'a.py': `top\nx\ny\nz\n${list('ours', 'theirs')}last\n` });
    expect(listChanges(settled)).toEqual(['merge a.py']);
    expect(folder.read('apps/demo/a.py')).toBe(`TOP\nx\ny\nz\n${list('ours', 'theirs')}last\n`);
  });

  it('asks where the sides lead to different files', async () => {
    git('init', '-qb', 'main');
    await folder.build({ 'a.py': list() });
    commit();
    git('checkout', '-qb', 'other');
    await folder.build({ 'a.py': list('theirs') });
    commit();
    git('checkout', '-q', 'main');
    await folder.build({ 'a.py': list('ours') });
    commit();
    expect(() => git('merge', '-q', 'other')).toThrow();
    folder.write('apps/demo/a.py', list('theirs'));
    const settled = await folder.build({ 'a.py': list('ours') });
    expect(listChanges(settled)).toEqual(['conflict foreign a.py']);
    expect(folder.read('apps/demo/a.py')).toBe(list('theirs'));
  });
});
