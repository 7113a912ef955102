import { describe, expect, it } from '@jest/globals';
import { codesOf, problemsOf, specOf } from './check-spec.ts';

const withField = (field: string) =>
  `entity Thing "Thing":\n  id: uuid pk\n  ${field}\nsurface things "T":\n  uses entity Thing\n  mode: list`;
const linked = (field: string) =>
  specOf(withField(field)).entities.find(({ name }) => name === 'Thing')!.fields[1]!;

describe('a field', () => {
  it.each<[string, boolean]>([
    ['x: str(10)', true],
    ['x: str(10)?', true],
    ['x: str(10) optional', true],
    ['x: email unique?', true],
    ['x: str(10) required', false],
    ['x: bool', false],
    ['x: datetime auto_add', false],
    ['x: time auto_update', false],
    ['x: int = 5', false],
    ['x: int = null', true],
    ['x: ref User', true],
  ])('%s is nullable: %s', (field, nullable) => {
    expect(linked(field).nullable).toBe(nullable);
  });

  it.each<[string, unknown]>([
    ['x: enum[open,done]=done', { kind: 'string', value: 'done' }],
    ['x: enum[open,done]="done"', { kind: 'string', value: 'done' }],
    ['x: enum[true,false]=true', { kind: 'string', value: 'true' }],
    ['x: str(10) = word', { kind: 'string', value: 'word' }],
    ['x: text = "some text"', { kind: 'string', value: 'some text' }],
    ['x: bool', { kind: 'bool', value: false }],
    ['x: bool = true', { kind: 'bool', value: true }],
    ['x: int default = -5', { kind: 'number', value: -5, text: '-5' }],
    ['x: float = 1.5', { kind: 'number', value: 1.5, text: '1.5' }],
    ['x: decimal(5,2) = 10.50', { kind: 'number', value: 10.5, text: '10.50' }],
    ['x: decimal(5,2) = 999.990', { kind: 'number', value: 999.99, text: '999.990' }],
    ['x: date = today', { kind: 'today' }],
    ['x: date = "2028-02-29"', { kind: 'string', value: '2028-02-29' }],
    ['x: datetime = now', { kind: 'now' }],
    ['x: datetime = "2026-01-31T09:00Z"', { kind: 'string', value: '2026-01-31T09:00Z' }],
    ['x: time = "09:30"', { kind: 'string', value: '09:30' }],
    [`x: json = '{"a": 1}'`, { kind: 'string', value: '{"a": 1}' }],
    ['x: int = None', null],
    ['x: ref User = null', null],
  ])('%s has the default that fits', (field, value) => {
    expect(linked(field).default).toEqual(value);
  });

  it.each([
    ['x: enum[open,done]=opne', 'write "open"'],
    ['x: bool = yes', 'write true or false'],
    ['x: int = 1.5', 'write a whole number'],
    ['x: int = many', 'write a whole number'],
    ['x: float = "1"', 'write a number'],
    ['x: decimal(5,2) = 1000', 'write a number with at most 3 digits before the point and 2 after it'],
    ['x: decimal(5,2) = 1.005', 'write a number with at most 3 digits before the point and 2 after it'],
    ['x: str(3) = long', 'shorten it to 3 characters, or make the str longer'],
    ['x: str(3) = 5', 'write it in quotes: "5"'],
    ['x: email = nobody', 'write an address as in "ann@example.com"'],
    ['x: date = now', 'write today, or a date as in "2026-01-31"'],
    ['x: date = "2027-02-29"', 'write today, or a date as in "2026-01-31"'],
    ['x: datetime = today', 'write now, or a date and time as in "2026-01-31T09:00"'],
    ['x: time = "25:00"', 'write a time as in "09:00"'],
    ['x: uuid = abc', 'remove it: a uuid primary key is filled in by itself'],
    ['x: json = "{"', `write JSON in quotes, as in '{"a": 1}'`],
    ['x: ref User = current_user', 'remove it; give it under "defaults:" in the ux of a create surface'],
    ['x: int min=5 = 4', 'write a default within the bounds, or another min'],
  ])('%s has a default that does not fit', (field, fix) => {
    expect(problemsOf(withField(field))).toEqual([expect.stringMatching(/ DZL163 /)]);
    expect(problemsOf(withField(field))[0]).toContain(`(${fix})`);
  });

  it.each([
    ['x: str(0)', ['DZL161']],
    ['x: str(10001)', ['DZL161']],
    ['x: str(10000)', []],
    ['x: decimal(66,2)', ['DZL161']],
    ['x: decimal(65,65)', []],
    ['x: decimal(2,3)', ['DZL161']],
    ['x: enum[a,a]', ['DZL160']],
    ['x: text? required', ['DZL162']],
    ['x: uuid pk', ['DZL158']],
    ['x: datetime auto_add auto_update', ['DZL162']],
    ['x: datetime auto_add = now', ['DZL162']],
    ['x: int auto_add', ['DZL185']],
    ['x: text required required', ['DZL181']],
    ['x: int min=2 max=1', ['DZL164']],
    ['x: int min=-2 max=-1', []],
    ['x: int min=1.5', ['DZL164']],
    ['x: decimal(40,2) min=12345678901234567890.01 max=12345678901234567890.02', []],
    ['x: text min=1', ['DZL195']],
    ['x: int pattern="a"', ['DZL195']],
    ['x: many Task unique', ['DZL195']],
    ['x: ref Usr', ['DZL104']],
    ['camelCase: int', ['DZL188']],
    ['id: int', ['DZL159']],
    ['unique: x', ['DZL106']],
    ['x: text was=id', ['DZL199']],
    ['x: text was=x', ['DZL199']],
    ['x: text was=y\n  y: text was=x', []],
    ['x: text was=y\n  y: text was=z', []],
  ])('%s gives %j', (field, codes) => {
    expect(codesOf(withField(field))).toEqual(codes);
  });

  it('of an entity without a key is named in the mend', () => {
    expect(problemsOf('entity Thing "Thing":\n  id: int\nsurface t "T":\n  uses entity Thing')).toEqual([
      '1:8 DZL157 entity Thing has no primary key (write "pk" behind the type of field "id")',
    ]);
  });
});

describe('an entity', () => {
  it.each<[string, string, string[]]>([
    ['that only refers to itself is unused', '  parent: ref Thing', ['DZL189']],
    [
      'that another entity refers to is used',
      '\nentity Part "Part":\n  id: uuid pk\n  of: ref Thing\nsurface parts "P":\n  uses entity Part',
      [],
    ],
    ['that a region shows is used', '\nworkspace home "Home":\n  things:\n    source: Thing', []],
    ['that a test creates is used', '\ntest made "Made":\n  action: create Thing', []],
    ['is not called unused where there are errors', '  x: ref Nothing', ['DZL104']],
  ])('%s', (_title, lines, codes) => {
    expect(codesOf(`entity Thing "Thing":\n  id: uuid pk\n${lines}`)).toEqual(codes);
  });
});

describe('the former name of an entity or a surface', () => {
  const entity = (name: string, was: string): string => `entity ${name} "T" was ${was}:\n  id: uuid pk\n`;
  const surface = (name: string, was: string): string =>
    `surface ${name} "S" was ${was}:\n  uses entity Task\n  mode: list\n`;
  it.each<[string, string, string[]]>([
    ['may be that of another that has a new one', surface('a', 'b') + surface('b', 'c'), []],
    ['may be changed for another’s', surface('a', 'b') + surface('b', 'a'), []],
    ['is not its own', surface('a', 'a'), ['DZL199']],
    ['is not that of another that kept it', surface('a', 'b') + surface('b', 'b'), ['DZL199', 'DZL199']],
    ['is that of one surface only', surface('a', 'c') + surface('b', 'c'), ['DZL199']],
    ['is that of one entity only', entity('A', 'C') + entity('B', 'C'), ['DZL199']],
  ])('%s', (_title, lines, codes) => {
    expect(codesOf(lines).filter((code) => code === 'DZL199')).toEqual(codes);
  });
});

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
    ['('.repeat(60) + 'a' + ')'.repeat(60), 'more than 50 deep'],
  ])('%s is refused: %s', (pattern, reason) => {
    expect(problemsOf(withField(`x: text pattern='${pattern}'`))).toEqual([
      expect.stringMatching(/^3:19 DZL165 /),
    ]);
    expect(problemsOf(withField(`x: text pattern='${pattern}'`))[0]).toContain(reason);
  });
});
