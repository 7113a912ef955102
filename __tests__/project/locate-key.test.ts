import { describe, expect, it } from '@jest/globals';
import { locateKeys } from '../../lib/project/locate-key.ts';
import type { Place } from '../../lib/diagnostics/diagnostic.ts';

const text = `[project]
name = "shop" # the name
"quoted key" = 1

[modules]
paths = [
  "dsl",
  'more',
]
[backends.django_micro]
database.kind = "sqlite"
[hooks]
deploy = { timeout = 60, env = ["A"] }
[[list]]
a = 1
`;

const { keyPlace, valuePlace } = locateKeys(text);

/** The words that a place is at, and where they begin. */
function wordsAt({ line, column, endColumn }: Place): string {
  return `${line}:${column} ${text.split('\n')[line - 1]!.slice(column - 1, endColumn! - 1)}`;
}

describe('the place of a key', () => {
  it.each([
    [['project'], '1:2 project'],
    [['project', 'name'], '2:1 name'],
    [['project', 'quoted key'], '3:1 "quoted key"'],
    [['backends', 'django_micro', 'database', 'kind'], '11:1 database.kind'],
    [['list'], '14:3 list'],
  ])('%j is its own', (path, words) => {
    expect(wordsAt(keyPlace(path))).toBe(words);
  });

  it.each([
    [
      'of a table that is only written with more behind it, that one',
      ['backends'],
      '10:2 backends.django_micro',
    ],
    ['in an inline table, its own', ['hooks', 'deploy', 'timeout'], '13:12 timeout'],
    ['that is missing, the one of its table', ['project', 'title'], '1:2 project'],
    ['that is missing in an inline table, the one before', ['hooks', 'deploy', 'color'], '13:1 deploy'],
  ])('is, %s', (_, path, words) => {
    expect(wordsAt(keyPlace(path))).toBe(words);
  });

  it('is the start of the file where no part of it is there', () => {
    expect(keyPlace(['output', 'dir'])).toEqual({
      file: 'dazzle.toml',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    });
  });
});

describe('the place of a value', () => {
  it.each<[string, string[], string | undefined, string]>([
    ['is without the comment behind it', ['project', 'name'], undefined, '2:8 "shop"'],
    ['is the first line of a list', ['modules', 'paths'], undefined, '6:9 ['],
    ['is, of an item, on the line of the item', ['modules', 'paths'], 'more', "8:3 'more'"],
    ['is, of an item that is not found, the one of the list', ['modules', 'paths'], 'less', '6:9 ['],
    ['is, of a table, the place of its head', ['project'], undefined, '1:2 project'],
    ['is, of what is missing, the place of the table', ['project', 'title'], undefined, '1:2 project'],
  ])('%s', (_, path, item, words) => {
    expect(wordsAt(valuePlace(path, item))).toBe(words);
  });

  it('is found in a text with Windows line ends', () => {
    expect(locateKeys('[a]\r\nb = 1\r\n').valuePlace(['a', 'b'])).toMatchObject({
      line: 2,
      column: 5,
      endColumn: 6,
    });
  });
});
