import { describe, expect, it } from '@jest/globals';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { codesOf, mendsOf, problemsOf } from './check-spec.ts';

const field = (line: string): string => `entity Thing "Thing":\n  id: uuid pk\n  ${line}\n  of: ref User\n`;
const used = 'surface things "Things":\n  uses entity Thing\n  mode: list\n';

describe('one mistake is one error', () => {
  it.each([
    ['an entity without lines', 'entity Thing "Thing":\n', ['DZL103']],
    ['an entity with a comment only', 'entity Thing "Thing":\n  # later\n', ['DZL103']],
    ['enum with round brackets', field('state: enum(open, closed) required'), ['DZL113']],
    ['enum without its bracket', field('state: enum open, closed'), ['DZL113']],
    ['enum without its values', field('state: enum = open'), ['DZL113']],
    ['str with square brackets', field('name: str[3] required'), ['DZL113']],
    ['enum without a comma', field('state: enum[open in_progress, done] = done'), ['DZL120']],
    ['enum with a value missing', field('state: enum[,done] = open'), ['DZL113']],
    ['a type run into its values', field('state: enumopen,done] = done'), ['DZL112']],
    ['a bracket lost before its arguments', field('price: decimal12,2) required'), ['DZL112']],
    ['a bracket on a line of its own', field(']]'), ['DZL117', 'DZL117']],
    ['a bracket too much at the end', field('size: int ]'), ['DZL117']],
    ['a name with an accent', field('naïve: int'), ['DZL119']],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text + used)).toEqual(codes);
  });

  it.each(['\u00a0\u00a0', ' \u00a0', '\u2003\u2003'])(
    'lines indented with spaces of a web page: %j',
    (indent) => {
      const text = `${field('size: int')}  index: size\n${used}`.replaceAll(/^ {2}(?=size|of)/gm, indent);
      expect(problemsOf(text)).toEqual([
        '3:1 DZL118 lines 3 to 4 are indented with other characters than plain spaces, such as those of web pages (indent lines 3 to 4 with plain spaces)',
      ]);
    },
  );

  it('a field or an enum value in quotes, which are told how to be written', () => {
    const text = `${field('"size": int')}  state: enum["open",done]=open\n  index: size\n${used}`;
    expect(problemsOf(text)).toEqual([
      '3:3 DZL119 "size" stands in quotes, and names do not in entity Thing (write size, without quotes)',
      '5:15 DZL119 "open" stands in quotes, and names do not in field "state" of entity Thing (write open, without quotes)',
    ]);
  });

  it.each([
    [
      'a misspelt "uses", where conditions and defaults follow',
      'surface a "A":\n  uss entity Task\n  mode: list\n  section m:\n    field title\n  ux:\n    filter: points\n    attention info:\n      when: points > 3\n      message: "x"\n    for admin:\n      scope: points = 3\n      defaults:\n        points: 4\n',
      ['2:3 DZL110'],
    ],
    [
      'a misspelt "field" of a foreign model',
      'service s "S":\n  spec: "x"\nforeign_model F from s "F":\n  key: code\n  fild code: str(12)\n',
      ['5:3 DZL110'],
    ],
    [
      'a block without its keyword',
      'Thing "Thing":\n  id: uuid pk\nentity Other "Other":\n  id: uuid pk\n  of: ref Thing\n',
      ['1:1 DZL111'],
    ],
  ])('%s', (_, text, expected) => {
    const errors = problemsOf(text).filter((problem) => !/DZL18[4-9]|DZL19/.test(problem));
    expect(errors.map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual(expected);
  });

  it('suggests a reference where a type looks like an entity', () => {
    expect(mendsOf(field('owner: User') + used)).toEqual(['DZL112 write "ref User"']);
  });

  it('takes a misspelt module for the one that was likely meant', () => {
    const { diagnostics } = loadSpec(
      [
        {
          file: 'a.dsl',
          text: 'module m.a\nuse m.bb\napp x "X"\nsurface s "S":\n  uses entity Far\n  mode: list\n  section a:\n    field nme\n',
        },
        { file: 'b.dsl', text: 'module m.b\nentity Far "F":\n  id: uuid pk\n  name: text\n' },
      ],
      { root: 'm.a' },
    );
    expect(diagnostics.map(({ code, fix }) => `${code} ${fix}`)).toEqual([
      'DZL152 write "use m.b"',
      'DZL106 write "name", or add a field nme to entity Far',
    ]);
  });

  it('never suggests that a module uses itself', () => {
    const { diagnostics } = loadSpec([{ file: 'a.dsl', text: 'module m.a\nuse m.b\napp x "X"\n' }]);
    expect(diagnostics.map(({ code, fix }) => `${code} ${fix}`)).toEqual([
      'DZL152 add a file with "module m.b", or remove this line',
    ]);
  });
});
