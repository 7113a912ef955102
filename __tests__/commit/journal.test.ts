import { describe, expect, it } from '@jest/globals';
import { parseJournal, parseNotes, printLine, printJournal, sha256 } from '../../lib/commit/journal.ts';
import type { Journal, JournalLine } from '../../lib/commit/journal.ts';

const journal: Journal = {
  format: 1,
  build: 7,
  kind: 'build',
  started: '2026-01-31T09:00:00.000Z',
  undoes: [],
  folders: ['apps', 'apps/größe'],
  steps: [
    {
      path: 'apps/größe/a.py',
      book: false,
      before: null,
      beforeMode: null,
      after: sha256('a\n'),
      mode: null,
      kept: [0, 2],
    },
  ],
};

describe('a journal', () => {
  it('gives back what was written', () => {
    expect(parseJournal(printJournal(journal))).toEqual(journal);
  });

  it('is nothing where a byte of it is missing or another one', () => {
    const whole = Buffer.from(printJournal(journal));
    for (let length = 0; length < whole.length - 1; length += 7) {
      expect(parseJournal(whole.subarray(0, length))).toBeNull();
    }
    const changed = Buffer.from(whole.toString().replace('"build":7', '"build":8'));
    expect(parseJournal(changed)).toBeNull();
  });

  it.each([
    ['there is no file', null],
    ['it is of another version', printJournal({ ...journal, format: 2 } as unknown as Journal)],
  ])('is nothing where %s', (_, contents) => {
    expect(parseJournal(contents)).toBeNull();
  });
});

describe('the notes of a journal', () => {
  const fileOf = (...lines: (JournalLine | string)[]): Buffer =>
    Buffer.concat([
      Buffer.from(printJournal(journal)),
      ...lines.map((line) => Buffer.from(typeof line === 'string' ? line : printLine(line))),
    ]);
  const settled = { open: [1], books: [[2, null] as const] };

  it.each<[string, Buffer | null, number[], object | null]>([
    ['none without a journal', null, [], null],
    ['none where nothing was added', fileOf(), [], null],
    ['each step that was begun to be copied', fileOf({ copying: 3 }, { copying: 0 }), [3, 0], null],
    [
      'how the files ended, as it was said last',
      fileOf({ settled: { open: [], books: [] } }, { settled }),
      [],
      settled,
    ],
    ['no torn line, and those after it', fileOf('\n0123abc {"copy', { copying: 4 }), [4], null],
    ['no line whose checksum is of another', fileOf(`\n${'0'.repeat(64)} {"copying":1}\n`), [], null],
  ])('are %s', (_, contents, copying, end) => {
    const notes = parseNotes(contents);
    expect([[...notes.copying], notes.settled]).toEqual([copying, end]);
    expect(parseJournal(contents)).toEqual(contents === null ? null : journal);
  });
});
