import { describe, expect, it } from '@jest/globals';
import pc from 'picocolors';
import { formatDiff } from '../../../../lib/cli/screen/diff/format-diff.ts';
import { loadPainter } from '../../../../lib/cli/screen/diff/paint-syntax.ts';

const colours = pc.createColors(true);
const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

describe('loadPainter', () => {
  it('colours keywords, strings and comments, and changes no character', async () => {
    const paint = await loadPainter('app/models.py', colours);
    const line = `    return "a<b" & 'c'  # why`;
    expect(paint(line)).toContain(colours.magenta('return'));
    expect(paint(line)).toContain(colours.yellow('"a<b"'));
    expect(paint(line)).toContain(colours.gray('# why'));
    expect(plain(paint(line))).toBe(line);
  });

  it('leaves lines as they are without colours, or where the language is not known', async () => {
    expect((await loadPainter('app/models.py', pc.createColors(false)))('return 1')).toBe('return 1');
    expect((await loadPainter('notes.xyz', colours))('return 1')).toBe('return 1');
  });

  it('colours what stays in a diff, and leaves red and green to what goes and comes', async () => {
    const paint = await loadPainter('app/models.py', colours);
    const names = {
      oldName: 'yours',
      newName: 'new',
      oldText: 'import os\nx = 1\n',
      newText: 'import os\ny = 2\n',
    };
    const lines = formatDiff(names, colours, 3, paint);
    expect(lines).toContain(` ${colours.magenta('import')} os`);
    expect(lines.filter((line) => line.includes('\u001b[35m'))).toHaveLength(1);
  });
});
