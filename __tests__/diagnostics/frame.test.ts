import { expect, it } from '@jest/globals';
import { addFrame, codeFrame } from '../../lib/diagnostics/frame.ts';
import type { Diagnostic, Place } from '../../lib/diagnostics/diagnostic.ts';

const source = 'first\r\n\tname = value\nlast';
const place = (line: number, column: number, more: Partial<Place> = {}): Place => ({
  file: 'a.toml',
  line,
  column,
  ...more,
});

it.each([
  ['the words', place(2, 9, { endLine: 2, endColumn: 14 }), ' name = value\n        ^^^^^'],
  ['the rest of the line where no end is known', place(1, 3), 'first\n  ^^^'],
  [
    'the rest of the line where the end is on another',
    place(1, 3, { endLine: 2, endColumn: 2 }),
    'first\n  ^^^',
  ],
  ['one place behind the line', place(3, 5, { endLine: 3, endColumn: 5 }), 'last\n    ^'],
  ['nothing where there is no such line', place(9, 1), '\n^'],
])('marks %s', (_, where, frame) => {
  expect(codeFrame(source, where)).toBe(frame);
});

const diagnostic = (more: Partial<Diagnostic>): Diagnostic => ({
  code: 'DZL1',
  severity: 'error',
  message: 'wrong',
  ...more,
});

it('adds the frame of the file that a diagnostic speaks of', () => {
  expect(addFrame(diagnostic({ place: place(1, 1) }), [{ file: 'a.toml', text: source }]).frame).toBe(
    'first\n^^^^^',
  );
});

it.each([
  ['that has one', diagnostic({ place: place(1, 1), frame: 'x' })],
  ['without a place', diagnostic({})],
  ['of a file that is not there', diagnostic({ place: { ...place(1, 1), file: 'b.toml' } })],
])('leaves a diagnostic alone %s', (_, given) => {
  expect(addFrame(given, [{ file: 'a.toml', text: source }])).toBe(given);
});
