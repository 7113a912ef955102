import { describe, expect, it } from '@jest/globals';
import { buildCases } from '../../../lib/kit/cases/build-cases.ts';
import { commonChoices } from '../../../lib/kit/cases/case-choices.ts';
import { cautious, specOf } from './case-specs.ts';

const cases = buildCases(
  specOf(`entity Task "Task":
  id: uuid pk
  title: str(40) required

entity Node "Node":
  id: uuid pk
  parent: ref Node required

entity Only "Only":
  id: uuid pk
  rank: int min=1 max=1 unique required

surface task_list "Tasks":
  uses entity Task
  mode: list

surface task_edit "Edit task":
  uses entity Task
  mode: edit

surface task_view "Task":
  uses entity Task
  mode: view

surface node_view "Node":
  uses entity Node
  mode: view

surface help "Help":
  mode: custom
  section main "Ask":
    field question "Question"

experience tour "Tour":
  start: look
  step look:
    kind: surface
    surface task_list
`),
  cautious,
);

describe('all cases of an application', () => {
  it('go through the models, then through the pages of each entity that has some, then through the rest', () => {
    expect(cases.models.map(({ entity }) => entity.name)).toEqual(['Task', 'Node', 'Only']);
    expect(cases.pages.map(({ entity, groups }) => [entity.entity, groups.map(({ kind }) => kind)])).toEqual([
      ['Task', ['list', 'view', 'form', 'delete']],
      ['Node', ['view']],
    ]);
    expect(cases.general.map(({ kind, page }) => [kind, page.title])).toEqual([
      ['free', 'Help'],
      ['experience', 'Tour'],
    ]);
    expect(cases.spec).toEqual([]);
  });

  it('say of which entities a record can be made up, and why tests of the others cannot run', () => {
    expect(cases.makeable).toEqual(['Task', 'Only']);
    const skip = 'no first Node can be made up: it needs one, or matches a rare pattern';
    expect(cases.models.map((each) => each.skip)).toEqual([null, skip, null]);
    expect(cases.pages.map((each) => each.skip)).toEqual([null, skip]);
  });

  it('say of which entities there can be two records at once', () => {
    expect(cases.several).toEqual(['Task']);
  });
});

describe('the cases of one model or page', () => {
  const spec = specOf(`entity Part "Part":
  id: uuid pk
  code: str(9) required unique pattern="[A-Z]+"
  rank: int min=1 max=9 required
  price: decimal(6,2) min=0 max=100 = 1
  state: enum[new,old] required
  parent: ref Part
  unique code, rank
  unique code, state

surface part_new "New part":
  uses entity Part
  mode: create
`);
  const { models, pages } = buildCases(spec, commonChoices);
  type Case = (typeof models)[number]['cases'][number];

  it('differ in what their comments say that a name of a test contains', () => {
    const nameOf = (each: Case): string =>
      [
        each.kind,
        ...('field' in each ? [each.field] : []),
        ...('side' in each ? [each.side] : []),
        ...('number' in each ? [each.number] : []),
      ].join(' ');
    const names = models[0]!.cases.map(nameOf);
    expect(names).toContain('has-a-bound rank lower');
    expect(names).toContain('has-a-bound rank upper');
    expect(new Set(names).size).toBe(names.length);
    const form = pages[0]!.groups.flatMap((group) => (group.kind === 'form' ? group.cases : []));
    const formNames = form.map((each) =>
      [
        each.kind,
        ...('field' in each ? [each.field] : []),
        ...('sample' in each ? [each.sample.problem] : []),
      ].join(' '),
    );
    expect(formNames).toContain('refuses rank too small');
    expect(new Set(formNames).size).toBe(formNames.length);
  });
});
