import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Rename } from '../../lib/spec/rename.ts';
import { BuildFolder, listChanges } from './build-folder.ts';

const page = (subject: string, contents: string, role = 'list.html') => ({
  contents,
  identity: `demo/pages/${subject}/${role}`,
});
const ticketToCase: Rename[] = [{ kind: 'entity', from: 'Ticket', to: 'Case' }];
const renaming = (renames: Rename[]) => ({ findRenaming: () => ({ renames, names: null }) });
const old = { 'ticket/list.html': page('entity:Ticket', 'a\nb\nc\nd\ne\nf\n') };

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

describe('a rename in the spec', () => {
  it("moves a file, and the user's edits with it", async () => {
    await folder.build(old);
    folder.write('apps/demo/ticket/list.html', 'a\nb\nc\nd\ne\nmine\n');
    const next = { 'case/list.html': page('entity:Case', 'new\nb\nc\nd\ne\nf\n') };
    const settled = await folder.build(next, renaming(ticketToCase));
    expect(listChanges(settled)).toEqual(['rename edited ticket/list.html → case/list.html']);
    expect(folder.files()).toEqual({ 'apps/demo/case/list.html': 'new\nb\nc\nd\ne\nmine\n' });
    expect(listChanges(await folder.build(next))).toEqual(['kept edited case/list.html']);
  });

  it('moves an unedited file and its permission bits', async () => {
    await folder.build(old);
    folder.write('apps/demo/ticket/list.html', 'a\nb\nc\nd\ne\nf\n', 0o755);
    await folder.build({ 'case/list.html': page('entity:Case', 'x\n') }, renaming(ticketToCase));
    expect(folder.files()).toEqual({ 'apps/demo/case/list.html': 'x\n' });
    expect(folder.mode('apps/demo/case/list.html') & 0o111).toBe(0o111);
  });

  it('moves a file whose identity alone stays', async () => {
    await folder.build({ 'old/a.py': { contents: 'a\n', identity: 'demo/files/-/main' } });
    const settled = await folder.build({ 'new/a.py': { contents: 'b\n', identity: 'demo/files/-/main' } });
    expect(listChanges(settled)).toEqual(['rename old/a.py → new/a.py']);
    expect(folder.files()).toEqual({ 'apps/demo/new/a.py': 'b\n' });
  });

  it('moves files whose role bears the old name', async () => {
    await folder.build({ 'support_ticket.py': page('entity:SupportTicket', 'a\n', 'support_ticket.py') });
    const settled = await folder.build(
      { 'help_case.py': page('entity:HelpCase', 'a\n', 'help_case.py') },
      renaming([{ kind: 'entity', from: 'SupportTicket', to: 'HelpCase' }]),
    );
    expect(listChanges(settled)).toEqual(['rename support_ticket.py → help_case.py']);
  });

  it('pairs what is left of a known rename by similarity, and nothing else', async () => {
    await folder.build({
      'one.html': page('entity:Ticket', 'a\nb\nc\n', 'one.html'),
      'two.html': page('entity:Ticket', 'x\ny\nz\n', 'two.html'),
      'three.html': page('entity:Other', 'x\ny\nz\n', 'three.html'),
    });
    const settled = await folder.build(
      {
        '1.html': page('entity:Case', 'x\ny\nz!\n', '1.html'),
        '2.html': page('entity:Case', 'a\nb\nc!\n', '2.html'),
        '3.html': page('entity:New', 'x\ny\nz\n', '3.html'),
      },
      renaming(ticketToCase),
    );
    expect(listChanges(settled)).toEqual([
      'rename two.html → 1.html',
      'rename one.html → 2.html',
      'create 3.html',
      'delete three.html',
    ]);
  });

  it('moves a file with its edits though another generator of the backend writes it now', async () => {
    await folder.build(old);
    folder.write('apps/demo/ticket/list.html', 'a\nb\nc\nd\ne\nmine\n');
    const identity = 'demo/other/entity:Case/list.html';
    const next = { 'case/list.html': { contents: 'new\nb\nc\nd\ne\nf\n', identity } };
    const settled = await folder.build(next, renaming(ticketToCase));
    expect(listChanges(settled)).toEqual(['rename edited ticket/list.html → case/list.html']);
    expect(folder.files()).toEqual({ 'apps/demo/case/list.html': 'new\nb\nc\nd\ne\nmine\n' });
  });

  it('carries a conflict to the new path', async () => {
    await folder.build(old);
    folder.write('apps/demo/ticket/list.html', 'mine\nb\nc\nd\ne\nf\n');
    const next = { 'case/list.html': page('entity:Case', 'new\nb\nc\nd\ne\nF\n') };
    const settled = await folder.build(next, renaming(ticketToCase));
    expect(listChanges(settled)).toEqual(['conflict edited ticket/list.html → case/list.html']);
    expect(folder.files()).toEqual({ 'apps/demo/case/list.html': 'mine\nb\nc\nd\ne\nF\n' });
    const again = await folder.build(next);
    expect(listChanges(again)).toEqual(['conflict edited case/list.html']);
    expect([...again.operations, ...again.bookkeeping]).toEqual([]);
  });

  it('follows a file that the user has moved already', async () => {
    await folder.build(old);
    folder.remove('apps/demo/ticket/list.html');
    folder.write('apps/demo/case/list.html', 'a\nb\nc\nd\ne\nmine\n');
    const next = { 'case/list.html': page('entity:Case', 'new\nb\nc\nd\ne\nf\n') };
    expect(listChanges(await folder.build(next, renaming(ticketToCase)))).toEqual(['merge case/list.html']);
    expect(folder.files()).toEqual({ 'apps/demo/case/list.html': 'new\nb\nc\nd\ne\nmine\n' });
  });

  it('keeps a deleted file deleted under its new name', async () => {
    await folder.build(old);
    folder.remove('apps/demo/ticket/list.html');
    const next = { 'case/list.html': page('entity:Case', 'x\n') };
    const settled = await folder.build(next, renaming(ticketToCase));
    expect(listChanges(settled)).toEqual(['kept deleted case/list.html']);
  });

  it('creates a file anew whose old path is ignored, and leaves the old one there', async () => {
    await folder.build(old);
    folder.write('apps/demo/ticket/list.html', 'mine\n');
    folder.write('.dazzleignore', '**/ticket/*\n');
    const next = { 'case/list.html': page('entity:Case', 'x\n') };
    const settled = await folder.build(next, renaming(ticketToCase));
    expect(listChanges(settled)).toEqual(['create case/list.html', 'kept ignored ticket/list.html']);
    expect(settled.diagnostics).toMatchObject([
      { code: 'DZL428', message: expect.stringContaining('apps/demo/case/list.html') },
    ]);
    const files = { 'apps/demo/case/list.html': 'x\n', 'apps/demo/ticket/list.html': 'mine\n' };
    expect(folder.files()).toEqual(files);
    const again = await folder.build(next);
    expect(listChanges(again)).toEqual(['identical case/list.html', 'kept ignored ticket/list.html']);
    expect([again.diagnostics, again.bookkeeping]).toEqual([[], []]);
  });

  it('puts nothing at a new path that is ignored, and takes away what was made for the old one', async () => {
    await folder.build({ ...old, 'ticket/form.html': page('entity:Ticket', 'f\n', 'form.html') });
    folder.write('apps/demo/ticket/list.html', 'mine\n');
    folder.write('.dazzleignore', '**/case/*\n');
    const next = {
      'case/list.html': page('entity:Case', 'x\n'),
      'case/form.html': page('entity:Case', 'f\n', 'form.html'),
    };
    const settled = await folder.build(next, renaming(ticketToCase));
    expect(listChanges(settled)).toEqual([
      'kept ignored case/form.html',
      'kept ignored case/list.html',
      'delete ticket/form.html',
      'conflict orphaned ticket/list.html',
    ]);
    expect([settled.diagnostics, folder.files()]).toEqual([[], { 'apps/demo/ticket/list.html': 'mine\n' }]);
  });

  it('does not move a file onto one that is in the way', async () => {
    await folder.build(old);
    folder.write('apps/demo/case/list.html', 'foreign\n');
    folder.write('apps/demo/ticket/list.html', 'mine\n');
    const settled = await folder.build(
      { 'case/list.html': page('entity:Case', 'x\n') },
      renaming(ticketToCase),
    );
    expect(listChanges(settled)).toEqual([
      'conflict foreign case/list.html',
      'conflict orphaned ticket/list.html',
    ]);
    expect(folder.files()).toEqual({
      'apps/demo/case/list.html': 'foreign\n',
      'apps/demo/ticket/list.html': 'mine\n',
    });
  });

  it('swaps two names', async () => {
    const files = {
      'a/list.html': page('entity:A', 'a\n1\n2\n3\n'),
      'b/list.html': page('entity:B', 'b\n1\n2\n3\n'),
    };
    await folder.build(files);
    folder.write('apps/demo/a/list.html', 'a\n1\n2\n3\nmine in a\n');
    const swap = renaming([
      { kind: 'entity', from: 'A', to: 'B' },
      { kind: 'entity', from: 'B', to: 'A' },
    ]);
    const settled = await folder.build(files, swap);
    expect(listChanges(settled).map((change) => change.split(' ')[0])).toEqual(['rename', 'rename']);
    expect(folder.read('apps/demo/b/list.html')).toContain('mine in a');
    expect(folder.read('apps/demo/a/list.html')).not.toContain('mine in a');
  });
});
