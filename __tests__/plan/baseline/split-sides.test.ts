import { expect, it } from '@jest/globals';
import { lastLabel, splitSides } from '../../../lib/plan/baseline/split-sides.ts';

const sides = (text: string): string[] | null => {
  const split = splitSides(Buffer.from(text));
  return split === null ? null : [split.ours.toString(), split.theirs.toString()];
};

it.each([
  ['both sides', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n', ['a\nb\nd\n', 'a\nc\nd\n']],
  [
    'no line of what was before',
    '<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> other\n',
    ['b\n', 'c\n'],
  ],
  [
    'every conflict',
    '<<<<<<< HEAD\nb\n=======\n>>>>>>> other\nm\n<<<<<<< HEAD\n=======\nc\n>>>>>>> other\n',
    ['b\nm\n', 'm\nc\n'],
  ],
  [
    'lines of equals signs outside of a conflict',
    'a\n=======\n<<<<<<< x\n=======\n>>>>>>> y',
    ['a\n=======', 'a\n======='],
  ],
])('gives %s', (_, text, expected) => {
  expect(sides(text)).toEqual(expected);
});

it.each(['', 'a\n=======\n', ' <<<<<<< HEAD\n'])('finds no sides in %j', (text) => {
  expect(sides(text)).toBeNull();
});

it.each([
  ['>>>>>>> other\n', 'other'],
  ['<<<<<<< a\n>>>>>>> feature/one two', 'feature/one two'],
  ['no marker\n', ''],
])('finds behind the marker of %j the label %j', (text, label) => {
  expect(lastLabel(Buffer.from(text))).toBe(label);
});
