import { describe, expect, it } from '@jest/globals';
import {
  cutLine,
  decodeLines,
  encodeLines,
  isPlain,
  isText,
  plainEnds,
} from '../../../lib/plan/baseline/pack-text.ts';

it.each([
  ['text', Buffer.from('café\n'), true],
  ['nothing', Buffer.from(''), true],
  ['a NUL', Buffer.from('a\0b'), false],
  ['broken UTF-8', Buffer.from([0xc3, 0x28]), false],
])('takes %s for text: %s', (_, contents, expected) => {
  expect(isText(contents)).toBe(expected);
});

it.each([
  ['a\nb\n', true],
  ['a line --- end of file\n', true],
  ['--- end of file\n', false],
  ['a\n--- end of file', false],
  ['<<<<<<< main\n', false],
  ['a\n<<<<<<< main\n', false],
  ['a <<<<<<< main\n', true],
  ['\0', false],
])('that %j can stand in a pack as it is: %s', (text, expected) => {
  expect(isPlain(Buffer.from(text))).toBe(expected);
});

describe('contents that cannot stand as they are', () => {
  it.each([
    ['a\nb\n', ':a\n:b\n'],
    ['a\n\nb', ':a\n:\n:b\n\\\n'],
    ['', ':\n\\\n'],
    ['\n', ':\n'],
    ['\0', '=AA==\n=\n'],
  ])('%j stand as %j', (text, lines) => {
    expect(encodeLines(Buffer.from(text))).toBe(lines);
  });

  it.each(['a\nb\n', 'a\n\nb', '', '\n', ':\n=\n\\', '\0'.repeat(300)])(
    '%j come back, and tell where they end',
    (text) => {
      const lines = encodeLines(Buffer.from(text));
      const read = decodeLines(Buffer.from(`before${lines}after`), 6, false)!;
      expect([Buffer.from(read.contents).toString(), read.end]).toEqual([text, 6 + lines.length]);
    },
  );

  it.each(['', 'a\n', ':a'])('are not read from %j', (lines) => {
    expect(decodeLines(Buffer.from(lines), 0, false)).toBeNull();
  });
});

describe('plain contents', () => {
  it.each([
    ['a\nb\n', plainEnds.whole],
    ['a\nb', plainEnds.open],
    ['', plainEnds.whole],
  ])('%j come back with their end', (text, end) => {
    const pack = Buffer.from(`\n${text}${end}next\n`);
    const read = decodeLines(pack, 1, true)!;
    expect([Buffer.from(read.contents).toString(), pack.toString('utf8', read.end)]).toEqual([
      text,
      'next\n',
    ]);
  });

  it.each(['a\nb\n', 'a\n--- end of file', 'a\n--- end of file, or not\n'])(
    'are not read from %j',
    (lines) => {
      expect(decodeLines(Buffer.from(lines), 0, true)).toBeNull();
    },
  );
});

it.each([
  ['a\nb', 0, ['a', 2]],
  ['a\nb', 2, ['b', 4]],
  ['', 0, ['', 1]],
])('cuts %j at %i into %j', (text, start, cut) => {
  expect(cutLine(Buffer.from(text), start)).toEqual(cut);
});
