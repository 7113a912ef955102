import { describe, expect, it } from '@jest/globals';
import { mendsOf, problemsOf } from './check-spec.ts';

const page = (lines: string): string =>
  `surface page "Page":\n  uses entity Thing\n  mode: list\n  ux:\n${lines}`;
const thing = 'entity Thing "Thing":\n  id: uuid pk\n  extra: json\n  friends: many User\n';

describe('a field that a ux block names', () => {
  const home = (line: string): string =>
    `workspace home "Home":\n  a:\n    source: User\n  b:\n    source: Task\n  ux:\n    ${line}\n`;

  it.each([
    ['may be of any source of a workspace', home('sort: title'), []],
    ['is looked for in every source of a workspace', home('sort: titl'), ['DZL106 write "title"']],
    [
      'is no field of any source of a workspace',
      home('sort: colour desc'),
      ['DZL106 name a field that exists, or remove it'],
    ],
    [
      'is one of the free texts of a surface without an entity',
      'surface ask "Ask":\n  section main "Main":\n    field question\n  ux:\n    filter: question, answer\n',
      ['DZL106 name a field that exists, or remove it'],
    ],
  ])('%s', (_, text, mends) => {
    expect(mendsOf(text)).toEqual(mends);
  });

  it('cannot be sorted by where it has no order', () => {
    expect(problemsOf(thing + page('    sort: extra, friends desc'))).toEqual([
      '9:11 DZL175 surface page sorts by "extra", but a json has no order (sort by another field)',
      '9:18 DZL175 surface page sorts by "friends", but a many has no order (sort by another field)',
    ]);
  });
});
