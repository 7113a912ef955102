import { describe, expect, it } from '@jest/globals';
import type { Journal } from '../../lib/commit/journal.ts';
import { finished, leftAlone, sayMet, stuck, takenBack } from '../../lib/commit/say-recovery.ts';

const journal = (kind: Journal['kind'], files = 2): Journal =>
  ({
    kind,
    steps: [...Array.from({ length: files }, () => ({ book: false })), { book: true }],
  }) as unknown as Journal;

describe('a commit that was interrupted', () => {
  it.each([
    ['build', 'DZL431', 'the last build was interrupted; it has been finished now (2 files)'],
    ['undo', 'DZL436', 'the last undo was interrupted; it has been finished now (2 files)'],
    ['redo', 'DZL431', 'the last redo was interrupted; it has been finished now (2 files)'],
    ['files', 'DZL431', 'the last change of the project was interrupted; it has been finished now (2 files)'],
  ] as const)('is told where it was finished: %s', (kind, code, message) => {
    expect(finished(journal(kind))).toMatchObject({ code, message, severity: 'warning' });
  });

  it.each([
    ['build', 'the last build was interrupted; it has been taken back (1 file)', 'build again'],
    ['undo', 'the last undo was interrupted; it has been taken back (1 file)', 'run it again'],
  ] as const)('is told where it was taken back: %s', (kind, message, fix) => {
    expect(takenBack(journal(kind, 1))).toMatchObject({ code: 'DZL432', message, fix });
  });

  it.each([
    [
      Object.assign(new Error('full'), { code: 'ENOSPC', path: '/shop/a.py' }),
      'a build was interrupted, and can be neither finished nor taken back: ENOSPC at /shop/a.py',
    ],
    [new Error('odd'), 'a build was interrupted, and can be neither finished nor taken back: Error: odd'],
  ])('is an error where it can be neither: %s', (error, message) => {
    expect(stuck(error)).toMatchObject({ code: 'DZL433', severity: 'error', message });
  });
});

describe('what was saved meanwhile', () => {
  it('is named where it was left alone, with the place of what had been replaced', () => {
    expect(leftAlone(['a.py', 'b.py'], '.dazzle/undo/2')).toMatchObject({
      code: 'DZL435',
      message: 'saved meanwhile, and left as they are: a.py, b.py',
      fix: 'look at them before you build again; what had been replaced is in .dazzle/undo/2',
    });
  });

  it.each<[string, readonly string[], readonly string[], Journal['kind'], string[]]>([
    ['nothing', [], [], 'build', []],
    [
      'files in place, which a build merges',
      ['a.py'],
      [],
      'build',
      ['DZL445 build again: the new version is merged with what you saved'],
    ],
    ['files in place', ['a.py'], [], 'undo', ['DZL445 look at what you saved; everything else is done']],
    [
      'files that have no place any more',
      [],
      ['late/a.py'],
      'build',
      ['DZL446 compare with the file of that name in the project, and copy over what you want to keep'],
    ],
  ])('is %s', (_, open, late, kind, fixes) => {
    expect(sayMet({ open, late }, journal(kind)).map(({ code, fix }) => `${code} ${fix}`)).toEqual(fixes);
  });
});
