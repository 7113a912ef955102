import { describe, expect, it } from '@jest/globals';
import { buildModelCases } from '../../../lib/kit/cases/build-model-cases.ts';
import type { CaseChoices } from '../../../lib/kit/cases/case-choices.ts';
import { createCaseScope } from '../../../lib/kit/cases/case-scope.ts';
import type { ModelCase } from '../../../lib/kit/cases/model-case.ts';
import { cautious, plain, specOf } from './case-specs.ts';

function casesOf(lines: string, choices: CaseChoices = cautious): readonly ModelCase[] {
  const spec = specOf(`entity One "One":\n  id: uuid pk\n  ${lines}\n`);
  return buildModelCases(createCaseScope(spec, choices), spec.entities[0]!);
}

/** The cases of the fields behind the key. */
function fieldCases(lines: string, choices?: CaseChoices): readonly ModelCase[] {
  return casesOf(lines, choices).slice(3);
}

const bound = { kind: 'has-a-bound', field: 'n', isKey: false, isEnterable: true, isStorable: true };

describe('buildModelCases', () => {
  it('finds a record again, by its label and with what is filled in', () => {
    expect(casesOf('made_at: datetime auto_add')).toEqual([
      { kind: 'keeps-its-values', fields: [] },
      { kind: 'is-called-by-its-label', field: 'id', isKey: true },
      { kind: 'is-filled-in', field: 'id' },
      { kind: 'is-filled-in', field: 'made_at' },
    ]);
  });

  it.each<[string, unknown[]]>([
    [
      'name: str(8) required',
      [
        { kind: 'is-required', field: 'name', type: 'str' },
        { kind: 'has-a-max-length', field: 'name', length: 8 },
      ],
    ],
    [
      'mail: email unique',
      [
        { kind: 'has-the-form-of-its-type', field: 'mail', value: 'not an address' },
        { kind: 'is-unique', field: 'mail', isKey: false, fields: ['mail'], filled: [] },
        { kind: 'is-null-when-empty', field: 'mail', isUnique: true },
      ],
    ],
    [
      'state: enum[open,done]=open',
      [
        { kind: 'is-one-of-its-choices', field: 'state', isKey: false },
        { kind: 'has-a-default', field: 'state', type: 'enum', value: 'open' },
      ],
    ],
    [
      'n: int min=0 max=9',
      [
        { kind: 'has-the-form-of-its-type', field: 'n', value: 'nonsense' },
        { ...bound, side: 'lower', type: 'int', bound: '0', value: '-1' },
        { ...bound, side: 'upper', type: 'int', bound: '9', value: '10' },
      ],
    ],
    [
      'n: decimal(3,2) max=9',
      [
        { kind: 'has-the-form-of-its-type', field: 'n', value: 'nonsense' },
        {
          ...bound,
          side: 'upper',
          type: 'decimal',
          bound: '9',
          value: '10',
          isEnterable: false,
          isStorable: false,
        },
      ],
    ],
    [
      'other: ref One unique',
      [
        {
          kind: 'refers-to-a-record',
          field: 'other',
          unknown: '00000000-0000-4000-8000-999999999999',
        },
        { kind: 'is-emptied-with-its-record', field: 'other', entity: 'One' },
        {
          kind: 'is-unique',
          field: 'other',
          isKey: false,
          fields: ['other'],
          filled: [{ field: 'other', entity: 'One' }],
        },
      ],
    ],
    ['others: many One', [{ kind: 'links-records', field: 'others', entity: 'One' }]],
  ])('upholds what a field says: %s', (line, cases) => {
    expect(fieldCases(line)).toEqual(cases);
  });

  it.each<[string, CaseChoices, number]>([
    ['where there is room', cautious, 1],
    ['without asking for room', plain, 1],
  ])('counts the constraint of fields that are unique together, %s', (_title, choices, number) => {
    expect(fieldCases('a: str(9)\n  b: bool\n  unique a, b', choices).at(-1)).toEqual({
      kind: 'is-unique-together',
      number,
      fields: ['a', 'b'],
      filled: [],
    });
  });

  it.each<[string, CaseChoices, number]>([
    ['only with a second record where that is asked', cautious, 0],
    ['without asking for one where that is not', plain, 1],
  ])('tries what is unique %s', (_title, choices, count) => {
    const cases = fieldCases('code: str(1) required unique pattern="^x$"', choices);
    expect(cases.filter(({ kind }) => kind === 'is-unique')).toHaveLength(count);
  });
});
