import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readBaseline } from '../../lib/plan/read-baseline.ts';
import { BuildFolder, listChanges } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const pack = '.dazzle/baseline/apps/demo/files.base';
const tree = { 'a.py': 'a\nb\nc\nd\n', 'b.py': 'b\n', 'c.py': 'c\n' };
const codes = (settled: { diagnostics: readonly { code: string }[] }): string[] =>
  settled.diagnostics.map(({ code }) => code);

describe('the baseline', () => {
  it('gives back the shape and the version that were stored, and is not written anew', async () => {
    await folder.build(tree, { shape: { entities: ['Ticket'] }, version: '0.1.0' });
    const baseline = await readBaseline(folder.dir);
    expect([baseline.shape, baseline.version]).toEqual([{ entities: ['Ticket'] }, '0.1.0']);
    const again = await folder.build(tree, { shape: { entities: ['Ticket'] }, version: '0.1.0' });
    expect(again.bookkeeping).toEqual([]);
  });

  it('writes only the pack in which something changed', async () => {
    const files = (text: string) => ({
      ...tree,
      't.py': { contents: text, identity: 'demo/models/entity:Ticket/t.py' },
    });
    await folder.build(files('1\n'));
    const settled = await folder.build(files('2\n'));
    expect(settled.bookkeeping.map(({ path }) => path)).toEqual([
      '.dazzle/baseline/apps/demo/entity-ticket.base',
    ]);
  });

  it('missing: what differs is asked about, never overwritten', async () => {
    await folder.build(tree);
    folder.write('apps/demo/a.py', 'mine\n');
    folder.remove('.dazzle/baseline');
    const settled = await folder.build({ ...tree, 'b.py': 'new\n' });
    expect(listChanges(settled)).toEqual([
      'conflict foreign a.py',
      'conflict foreign b.py',
      'identical c.py',
    ]);
    expect(codes(settled)).toEqual(['DZL410']);
    expect(folder.read('apps/demo/b.py')).toBe('b\n');
  });

  it('cut off: the files before the cut merge, the others are asked about', async () => {
    await folder.build(tree);
    const text = folder.read(pack)!;
    folder.write(pack, text.slice(0, text.indexOf('file b.py') + 20));
    folder.write('apps/demo/a.py', 'mine\nb\nc\nd\n');
    const settled = await folder.build({ 'a.py': 'a\nb\nc\nnew\n', 'b.py': 'new\n', 'c.py': 'c\n' });
    expect(listChanges(settled)).toEqual(['merge a.py', 'conflict foreign b.py', 'identical c.py']);
    expect(settled.diagnostics).toEqual([
      expect.objectContaining({
        code: 'DZL411',
        message: `${pack} is damaged; what dazzle wrote to apps/demo/b.py is not known any more`,
      }),
    ]);
    expect(codes(await folder.build(tree))).toEqual([]);
  });

  it('of no sense at all: every file that differs is asked about', async () => {
    await folder.build(tree);
    folder.write(pack, 'nonsense');
    const settled = await folder.build({ ...tree, 'b.py': 'new\n' });
    expect(listChanges(settled)).toEqual(['identical a.py', 'conflict foreign b.py', 'identical c.py']);
    expect(codes(settled)).toEqual(['DZL411']);
  });

  it('of another version: every file that differs is asked about', async () => {
    await folder.build(tree);
    folder.write(pack, folder.read(pack)!.replace('dazzle baseline 1', 'dazzle baseline 9'));
    const settled = await folder.build({ ...tree, 'b.py': 'new\n' });
    expect(listChanges(settled)[1]).toBe('conflict foreign b.py');
    expect(codes(settled)).toEqual(['DZL413']);
  });

  it('never deletes a file whose record is lost', async () => {
    await folder.build(tree);
    folder.write(pack, folder.read(pack)!.replace('identity files/-/b.py', 'idenX'));
    const settled = await folder.build({ 'a.py': tree['a.py'] });
    expect(listChanges(settled)).toEqual(['identical a.py', 'delete c.py']);
    expect(folder.read('apps/demo/b.py')).toBe('b\n');
  });

  it('with a damaged shape only says so', async () => {
    await folder.build(tree, { shape: {} });
    folder.write('.dazzle/baseline/spec.json', '{"shape": ');
    const settled = await folder.build(tree, { shape: {} });
    expect(codes(settled)).toEqual(['DZL411']);
    expect(codes(await folder.build(tree))).toEqual([]);
  });
});

describe('the baseline in git', () => {
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-C', folder.dir, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const lines = (...changed: [number, string][]): string => {
    const all = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    for (const [index, text] of changed) all[index] = text;
    return `${all.join('\n')}\n`;
  };
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };

  it('merges line by line when two branches build, and leaves out what is not for git', async () => {
    git('init', '-qb', 'main');
    await folder.build({ 'a.py': lines() });
    commit();
    expect(git('ls-files', '.dazzle').split('\n')).toEqual([
      '.dazzle/.gitattributes',
      '.dazzle/.gitignore',
      pack,
      '.dazzle/baseline/spec.json',
      '',
    ]);
    git('checkout', '-qb', 'other');
    await folder.build({
      'a.py': lines([2, 'two']),
      'o.py': { contents: 'o\n', identity: 'demo/x/entity:O/o' },
    });
    commit();
    git('checkout', '-q', 'main');
    await folder.build({
      'a.py': lines([15, 'fifteen']),
      'm.py': { contents: 'm\n', identity: 'demo/x/entity:M/m' },
    });
    commit();
    git('merge', '-q', 'other', '-m', 'merged');
    const settled = await folder.build({
      'a.py': lines([2, 'two'], [15, 'fifteen']),
      'o.py': { contents: 'o\n', identity: 'demo/x/entity:O/o' },
      'm.py': { contents: 'm\n', identity: 'demo/x/entity:M/m' },
    });
    expect(listChanges(settled)).toEqual(['identical a.py', 'identical m.py', 'identical o.py']);
    expect(settled.bookkeeping).toEqual([]);
  });

  it("with git's conflict markers: what both sides agree on is used, the rest is asked about", async () => {
    git('init', '-qb', 'main');
    const more = { 'z.py': 'z\n' };
    await folder.build({ 'a.py': lines(), ...more });
    commit();
    git('checkout', '-qb', 'other');
    await folder.build({ 'a.py': lines([2, 'theirs']), ...more });
    commit();
    git('checkout', '-q', 'main');
    await folder.build({ 'a.py': lines([2, 'ours']), ...more });
    commit();
    expect(() => git('merge', '-q', 'other')).toThrow();
    folder.write('apps/demo/a.py', lines([2, 'both']));
    folder.write('apps/demo/z.py', 'z\nmine\n');
    const settled = await folder.build({ 'a.py': lines([2, 'new']), 'z.py': 'Z\nz\n' });
    expect(listChanges(settled)).toEqual(['conflict foreign a.py', 'merge z.py']);
    expect(codes(settled)).toEqual(['DZL412']);
    expect(folder.read('apps/demo/a.py')).toBe(lines([2, 'both']));
    expect(codes(await folder.build({ 'a.py': lines([2, 'new']), 'z.py': 'Z\nz\n' }))).toEqual([]);
  });
});
