import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BuildFolder, listChanges } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const codes = (settled: { diagnostics: readonly { code: string }[] }): string[] =>
  settled.diagnostics.map(({ code }) => code);

describe('what cannot be merged as text', () => {
  it('merges permission bits apart from the text', async () => {
    await folder.build({ 'a.sh': 'a\n', 'b.sh': 'b\n' });
    folder.write('apps/demo/a.sh', 'a\n', 0o755);
    folder.write('apps/demo/b.sh', 'mine\n');
    await folder.build({ 'a.sh': 'changed\n', 'b.sh': { contents: 'b\n', mode: 0o755 } });
    expect(folder.mode('apps/demo/a.sh')).toBe(0o755);
    expect(folder.read('apps/demo/a.sh')).toBe('changed\n');
    expect(folder.mode('apps/demo/b.sh') & 0o111).toBe(0o111);
    expect(folder.read('apps/demo/b.sh')).toBe('mine\n');
  });

  it('takes one side or the other of a binary file', async () => {
    const image = (last: number) => ({ 'a.png': { contents: Uint8Array.of(0x89, 0, 1, last) } });
    await folder.build(image(1));
    expect(listChanges(await folder.build(image(2)))).toEqual(['update a.png']);
    folder.write('apps/demo/a.png', Uint8Array.of(0x89, 0, 9));
    const settled = await folder.build(image(3));
    expect(listChanges(settled)).toEqual(['conflict edited a.png']);
    expect(settled.changes[0]).toMatchObject({ binary: true });
    expect(codes(settled)).toEqual(['DZL420']);
    await folder.build(image(3), {}, { policy: 'take' });
    expect(folder.files()).toEqual({ 'apps/demo/a.png': '\x89\0\x01\x03' });
  });

  it('keeps text that is not UTF-8, and says so', async () => {
    await folder.build({ 'a.txt': 'cafe\n' });
    folder.write('apps/demo/a.txt', Buffer.from('caf\xe9\n', 'latin1'));
    expect(listChanges(await folder.build({ 'a.txt': 'cafe\n' }))).toEqual(['kept edited a.txt']);
    const settled = await folder.build({ 'a.txt': 'coffee\n' });
    expect(listChanges(settled)).toEqual(['conflict edited a.txt']);
    expect(settled.diagnostics).toEqual([
      expect.objectContaining({ code: 'DZL420', message: expect.stringContaining('not UTF-8') }),
    ]);
    expect(folder.files()).toEqual({ 'apps/demo/a.txt': 'caf\xe9\n' });
  });

  it('keeps a file too large to merge, and says so', async () => {
    await folder.build({ 'a.json': 'small\n' });
    folder.write('apps/demo/a.json', Buffer.alloc(50_000_000, 'x'));
    expect(codes(await folder.build({ 'a.json': 'other\n' }))).toEqual(['DZL421']);
    expect(folder.read('apps/demo/a.json')).toHaveLength(50_000_000);
  });

  it('treats conflict markers in a file as an edit that nobody has settled', async () => {
    await folder.build({ 'a.py': 'a\nb\n' });
    const marked = '<<<<<<< HEAD\na\n=======\nz\n>>>>>>> other\nb\n';
    folder.write('apps/demo/a.py', marked);
    for (const text of ['a\nb\n', 'a\nB\n']) {
      const settled = await folder.build({ 'a.py': text });
      expect(listChanges(settled)).toEqual(['conflict pending a.py']);
      expect(codes(settled)).toEqual(['DZL422']);
      expect(folder.read('apps/demo/a.py')).toBe(marked);
    }
    folder.write('apps/demo/a.py', 'a\nZ\n');
    expect(listChanges(await folder.build({ 'a.py': 'a\nB\n' }))).toEqual(['conflict edited a.py']);
  });

  it('writes in the line endings that the user has given a file', async () => {
    await folder.build({ 'a.py': 'a\nb\nc\n' });
    folder.write('apps/demo/a.py', '\uFEFFa\r\nb\r\nc');
    await folder.build({ 'a.py': 'a\nb\nc\nd\n' });
    expect(Buffer.from(folder.read('apps/demo/a.py')!).toString()).toBe('\uFEFFa\r\nb\r\nc\r\nd');
  });

  it("takes a user's formatting alone for no conflict", async () => {
    const normalise = (_path: string, text: string): string => text.replace(/ +/g, ' ');
    await folder.build({ 'a.txt': 'x = 1\ny = 2\n' });
    folder.write('apps/demo/a.txt', 'x   =   1\ny   =   2\n');
    const settled = await folder.build(
      { 'a.txt': 'x = 5\ny = 2\n' },
      { formats: { normalise, partsOf: () => undefined } },
    );
    expect(listChanges(settled)).toEqual(['merge a.txt']);
    expect(folder.read('apps/demo/a.txt')).toBe('x = 5\ny = 2\n');
  });
});
