import { describe, expect, it } from '@jest/globals';
import { findLeftOver } from '../../../../lib/plan/merge/guards/check-lines.ts';

const line = 'price = models.IntegerField()';

describe('findLeftOver', () => {
  it.each([
    [
      'a line that the new version removed and the user moved',
      line,
      `if a:\n  ${line}`,
      '',
      `if a:\n  ${line}`,
    ],
    [
      'a line that the user removed and the new version moved',
      line,
      '',
      `if a:\n  ${line}`,
      `if a:\n  ${line}`,
    ],
  ])('finds %s', (_, base, mine, next, result) => {
    expect(findLeftOver({ base, mine, next, result })).toBe(line);
  });

  it.each([
    ['what a side wrote again', line, '', `${line}\n${line}`, `${line}\n${line}`],
    ['what stood twice', `${line}\n${line}`, `${line}\n${line}`, '', line],
    ['what is gone', line, line, '', ''],
    [
      'what one side wrote in other quotes',
      'call_of("a long argument")',
      "call_of('a long argument');",
      '',
      '',
    ],
    ['short lines', 'a = 1', '', 'a = 1', 'a = 1'],
  ])('passes %s', (_, base, mine, next, result) => {
    expect(findLeftOver({ base, mine, next, result })).toBeUndefined();
  });

  it('takes quotes and commas for layout', () => {
    const next = line.replace('()', '("a"),');
    const mine = line.replace('()', "('a')");
    expect(findLeftOver({ base: next, mine, next, result: mine })).toBeUndefined();
  });
});
