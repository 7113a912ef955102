import { expect, it } from '@jest/globals';
import { isPlainPath, quoteWord, unquoteWord } from '../../../lib/plan/baseline/pack-words.ts';

it.each([
  ['apps/demo/a b.py', 'apps/demo/a b.py'],
  ['café', 'café'],
  ['', '""'],
  [' lead', '" lead"'],
  ['tail ', '"tail "'],
  ['quote"', '"quote\\""'],
  ['back\\slash', '"back\\\\slash"'],
  ['line\nfeed', '"line\\nfeed"'],
])('%j stands in a pack as %s', (text, written) => {
  expect(quoteWord(text)).toBe(written);
});

it.each(['a b', ' lead', 'quote"', 'back\\slash', 'line\nfeed', '\u2028'])(
  '%j comes back as it was',
  (text) => {
    expect(unquoteWord(quoteWord(text))).toBe(text);
  },
);

it.each(['', '""', '"open', '"a" b', '"\\x"'])('%j makes no sense', (text) => {
  expect(unquoteWord(text)).toBeNull();
});

it.each([
  ['a.py', true],
  ['a/b c/.hidden', true],
  ['a/..b', true],
  ['/etc/passwd', false],
  ['../a', false],
  ['./a', false],
  ['a/../b', false],
  ['a/./b', false],
  ['a//b', false],
  ['a/', false],
  ['a/..', false],
  ['..', false],
  ['', false],
])('that %j stays inside its folder is %s', (path, expected) => {
  expect(isPlainPath(path)).toBe(expected);
});
