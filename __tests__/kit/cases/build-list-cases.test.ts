import { describe, expect, it } from '@jest/globals';
import { buildListCases } from '../../../lib/kit/cases/build-list-cases.ts';
import type { CaseChoices } from '../../../lib/kit/cases/case-choices.ts';
import { createCaseScope } from '../../../lib/kit/cases/case-scope.ts';
import { markup } from '../../../lib/kit/cases/given-value.ts';
import type { ListCase } from '../../../lib/kit/cases/list-case.ts';
import { cautious, plain, specOf } from './case-specs.ts';

const people = 'entity Person "Person":\n  id: uuid pk\n  name: str(60) required\n\n';

function casesOf(fields: string, choices: CaseChoices = cautious): readonly ListCase[] {
  const spec = specOf(
    `${people}entity Task "Task":\n  id: uuid pk\n${fields}\nsurface tasks "Tasks":\n  uses entity Task\n  mode: list\n`,
  );
  const scope = createCaseScope(spec, choices);
  const entity = scope.pages.entities[1]!;
  return buildListCases(scope, entity, entity.lists[0]!);
}

function ofKind(kind: ListCase['kind'], fields: string, choices?: CaseChoices): readonly ListCase[] {
  return casesOf(fields, choices).filter((each) => each.kind === kind);
}

const text = (value: string) => ({ kind: 'value', type: 'str', value });

describe('buildListCases', () => {
  it('goes through rows, search, filters and order of a list', () => {
    expect(casesOf('  title: str(80) required\n  done: bool\n  made_at: datetime auto_add\n')).toEqual([
      { kind: 'needs-login' },
      { kind: 'shows-a-record', field: 'title' },
      { kind: 'shows-markup-as-text', field: 'title', text: markup },
      { kind: 'says-that-there-is-nothing', text: 'There are no tasks yet.' },
      { kind: 'has-pages', size: 25, records: 30 },
      { kind: 'ignores-an-unknown-order' },
      {
        kind: 'shows-the-newest-first',
        field: 'made_at',
        pair: [
          { kind: 'value', type: 'datetime', value: '2024-01-01' },
          { kind: 'value', type: 'datetime', value: '2024-02-01' },
        ],
      },
      { kind: 'searches', field: 'title', given: text('needle') },
      { kind: 'finds-nothing', text: 'No tasks match.' },
      {
        kind: 'filters',
        field: 'done',
        parameter: 'done',
        given: { kind: 'value', type: 'bool', value: false },
        other: { kind: 'value', type: 'bool', value: true },
        query: 'false',
      },
      {
        kind: 'sorts',
        field: 'title',
        parameter: 'title',
        pair: [text('aaa'), text('bbb')],
        isFilledIn: false,
      },
      {
        kind: 'sorts',
        field: 'done',
        parameter: 'done',
        pair: [
          { kind: 'value', type: 'bool', value: false },
          { kind: 'value', type: 'bool', value: true },
        ],
        isFilledIn: false,
      },
      {
        kind: 'sorts',
        field: 'made_at',
        parameter: 'made_at',
        pair: [
          { kind: 'value', type: 'datetime', value: '2024-01-01' },
          { kind: 'value', type: 'datetime', value: '2024-02-01' },
        ],
        isFilledIn: true,
      },
    ]);
  });

  it('filters by a record, and sorts by what it is called', () => {
    const owner = { kind: 'record', entity: 'Person', isMany: false } as const;
    const cases = casesOf('  owner: ref Person\n');
    expect(cases.filter(({ kind }) => kind === 'filters' || kind === 'sorts')).toEqual([
      {
        kind: 'filters',
        field: 'owner',
        parameter: 'owner',
        given: { ...owner, text: null },
        other: null,
        query: null,
      },
      {
        kind: 'sorts',
        field: 'owner',
        parameter: 'owner',
        pair: [
          { ...owner, text: { field: 'name', value: 'aaa' } },
          { ...owner, text: { field: 'name', value: 'bbb' } },
        ],
        isFilledIn: false,
      },
    ]);
  });

  it.each<[string, CaseChoices, unknown[]]>([
    ['the first pair that the alphabet puts otherwise', cautious, ['low', 'high']],
    ['the last such pair', plain, ['medium', 'a']],
  ])('sorts an enum by %s', (_title, choices, values) => {
    const [sort] = ofKind('sorts', '  level: enum[low,high,medium,a]=low\n', choices);
    expect(sort!.kind === 'sorts' && sort!.pair.map((each) => each.kind === 'value' && each.value)).toEqual(
      values,
    );
  });

  it.each<[string, CaseChoices, number]>([
    ['nothing that the samples have no room for, where that is asked', cautious, 0],
    ['without asking for room where that is not', plain, 1],
  ])('tries %s', (_title, choices, count) => {
    const fields = '  code: str(1) required unique pattern="^x$"\n  made_at: datetime auto_add\n';
    expect(ofKind('shows-the-newest-first', fields, choices)).toHaveLength(count);
    expect(ofKind('has-pages', fields, choices)).toHaveLength(count);
  });
});
