import { describe, expect, it } from '@jest/globals';
import {
  clipText,
  hangText,
  widthOf,
  wrapCommand,
  wrapLines,
  wrapText,
} from '../../../lib/cli/screen/text.ts';

describe('text on a terminal', () => {
  it('has a width that colours, links and combining marks do not change', () => {
    expect(widthOf('\u001b[31mred\u001b[39m')).toBe(3);
    expect(widthOf('\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007')).toBe(4);
    expect(widthOf('e\u0301')).toBe(1);
    expect(widthOf('日本')).toBe(4);
  });

  it('is cut with an ellipsis', () => {
    expect(clipText('a long line', 6)).toBe('a lon…');
    expect(clipText('short', 6)).toBe('short');
  });

  it('wraps at spaces and keeps long words whole', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('a verylongword b', 5)).toEqual(['a', 'verylongword', 'b']);
  });

  it('hangs what follows beneath the first line', () => {
    expect(hangText('fix: ', 'write the name of an entity', 25, 5)).toEqual([
      'fix: write the name of an',
      '     entity',
    ]);
    expect(hangText('fix: ', 'short', 25, 5)).toEqual(['fix: short']);
  });
});

describe('a word that does not fit behind an indentation', () => {
  it('stays whole on a line with less of it', () => {
    expect(hangText('status  ', 'apps/models.py', 15, 8)).toEqual(['status', ' apps/models.py']);
    expect(wrapLines('    apps/models.py', 15)).toBe(' apps/models.py');
    expect(hangText('status  ', 'apps/long/models.py', 15, 8)).toEqual(['status  apps/long/models.py']);
  });
});

describe('a command', () => {
  it('is continued so that a shell takes it as one', () => {
    expect(wrapCommand('dazzle init shop --yes', 40)).toEqual(['  dazzle init shop --yes']);
    expect(wrapCommand('dazzle init shop --yes --from shop.dsl', 30)).toEqual([
      '  dazzle init shop --yes \\',
      '    --from shop.dsl',
    ]);
  });
});
