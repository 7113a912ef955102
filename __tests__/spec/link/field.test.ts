import { describe, expect, it } from '@jest/globals';
import { codesOf, problemsOf, specOf, withField } from './check-spec.ts';

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
    ['x: enum[]', ['DZL160']],
    ['x: int? required', ['DZL162']],
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

  it.each([
    ['id: uuid pk optional', 'is the primary key and cannot be optional (remove "optional")'],
    ['id: bool pk', 'is a bool, which cannot be a primary key (write "id: uuid pk")'],
    ['id: json pk', 'is a json, which cannot be a primary key (write "id: uuid pk")'],
    ['id: many User pk', 'is a many, which cannot be a primary key (write "id: uuid pk")'],
  ])('%s is no key', (key, said) => {
    const text = `entity Thing "Thing":\n  ${key}\nsurface things "T":\n  uses entity Thing\n  mode: list`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/ DZL162 field "id" of entity Thing /)]);
    expect(problemsOf(text)[0]).toContain(said);
  });

  it('of an entity without a key is named in the mend', () => {
    expect(problemsOf('entity Thing "Thing":\n  id: int\nsurface t "T":\n  uses entity Thing')).toEqual([
      '1:8 DZL157 entity Thing has no primary key (write "pk" behind the type of field "id")',
    ]);
  });
});
