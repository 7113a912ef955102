import { describe, expect, it } from '@jest/globals';
import pc from 'picocolors';
import { countLines, formatDiff } from '../../../../lib/cli/screen/diff/format-diff.ts';

const plain = pc.createColors(false);
const input = {
  oldName: 'a/x.py',
  newName: 'b/x.py',
  oldText: 'one\ntwo\nthree\n',
  newText: 'one\n2\nthree\n',
};

describe('a diff', () => {
  it('is unified', () => {
    expect(formatDiff(input, plain)).toEqual([
      '--- a/x.py',
      '+++ b/x.py',
      '@@ -1,3 +1,3 @@',
      ' one',
      '-two',
      '+2',
      ' three',
    ]);
  });

  it('names a file that comes or goes /dev/null', () => {
    expect(formatDiff({ ...input, oldText: null }, plain).slice(0, 3)).toEqual([
      '--- /dev/null',
      '+++ b/x.py',
      '@@ -0,0 +1,3 @@',
    ]);
    expect(formatDiff({ ...input, newText: null }, plain).slice(0, 3)).toEqual([
      '--- a/x.py',
      '+++ /dev/null',
      '@@ -1,3 +0,0 @@',
    ]);
  });

  it('is empty where nothing differs', () => {
    expect(formatDiff({ ...input, newText: input.oldText }, plain)).toEqual([]);
  });

  it('marks the words that changed within a line', () => {
    const colours = pc.createColors(true);
    const lines = formatDiff(
      { ...input, oldText: 'name = str(100)\n', newText: 'name = str(200)\n' },
      colours,
    );
    expect(lines.at(-2)).toContain(colours.red(colours.inverse('100')));
    expect(lines.at(-1)).toContain(colours.green(colours.inverse('200')));
  });

  it('never lets control characters reach the terminal', () => {
    const lines = formatDiff({ ...input, newText: 'one\n\u001b[31mtwo\nthree\n' }, plain);
    expect(lines.join('')).not.toContain('\u001b');
  });

  it('counts added and removed lines', () => {
    expect(countLines(input.oldText, input.newText)).toEqual({ added: 1, removed: 1 });
    expect(countLines(null, 'a\nb\n')).toEqual({ added: 2, removed: 0 });
  });
});
