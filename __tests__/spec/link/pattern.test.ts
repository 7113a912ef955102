import { describe, expect, it } from '@jest/globals';
import { codesOf, problemsOf, withField } from './check-spec.ts';

describe('a pattern', () => {
  it.each([
    '^[A-Z]{2}-\\d{4}$',
    '(a|b)\\1',
    '(?:x|y)*?',
    '(?<=ab|cd)x',
    '(?<!a)b',
    '[\\w.+-]+@[^\\s@]+',
    'a\\/b',
    '\\u00e9+',
    '[\\]\\-^]',
    'x{2,}',
  ])('%s is understood by both languages', (pattern) => {
    expect(codesOf(withField(`x: text pattern='${pattern}'`))).toEqual([]);
  });

  it.each([
    ['[a-z', 'is not a regular expression'],
    ['(a', 'is not a regular expression'],
    ['*a', 'is not a regular expression'],
    ['\\-', 'is not a regular expression'],
    ['\\p{L}', 'Python does not know'],
    ['\\u{1F600}', 'Python does not know'],
    ['(?<year>\\d+)', 'Python writes in another way'],
    ['(?<=a*)b', 'looks behind for text of varying length'],
    ['(?<=a|bc)d', 'looks behind for text of varying length'],
    ['[]', 'has an empty class'],
    ['[^]', 'has an empty class'],
    ['\\1(a)', 'before that group ends'],
    ['(a\\1)', 'before that group ends'],
    ['(?P<year>\\d+)', 'only Python understands'],
    ['\\Aa\\Z', 'only Python understands'],
    ['(?i)a', 'only Python understands'],
    ['a*+', 'only Python understands'],
    ['a{2}+', 'only Python understands'],
    ['a{70000}', 'repeats more than 65535 times: "{70000}"'],
    ['('.repeat(60) + 'a' + ')'.repeat(60), 'more than 50 deep'],
  ])('%s is refused: %s', (pattern, reason) => {
    expect(problemsOf(withField(`x: text pattern='${pattern}'`))).toEqual([
      expect.stringMatching(/^3:19 DZL165 /),
    ]);
    expect(problemsOf(withField(`x: text pattern='${pattern}'`))[0]).toContain(reason);
  });
});
