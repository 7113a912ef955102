import { describe, expect, it } from '@jest/globals';
import { buildDeleteCases, buildViewCases } from '../../../lib/kit/cases/build-record-cases.ts';
import { createCaseScope, type CaseScope } from '../../../lib/kit/cases/case-scope.ts';
import { markup } from '../../../lib/kit/cases/given-value.ts';
import type { ViewPage } from '../../../lib/kit/pages/page-model.ts';
import { cautious, plain, specOf } from './case-specs.ts';

const tasks = `entity Person "Person":
  id: uuid pk
  name: str(60) required

entity Task "Task":
  id: uuid pk
  title: str(80) required
  code: str(9) pattern="^(?=a)a$"
  state: enum[open,done]=open
  owner: ref Person required
  checker: ref Person
  watchers: many Person

surface person_edit "Edit":
  uses entity Person
  mode: edit

surface task "Task":
  uses entity Task
  mode: view
  section main "Main":
    field title "Title"
    field code "Code"
    field state "State"
    field owner "Owner"
    field checker "Checker"
`;

describe('buildViewCases', () => {
  const casesOf = (scope: CaseScope) => buildViewCases(scope, scope.pages.bySurface['task'] as ViewPage);
  const labels = ['Title', 'Code', 'State', 'Owner', 'Checker'];

  it('looks for the labels, and for values that samples have', () => {
    expect(casesOf(createCaseScope(specOf(tasks), cautious))).toEqual([
      { kind: 'needs-login' },
      { kind: 'shows-the-record', labels, fields: [{ field: 'title', type: 'str' }] },
      { kind: 'is-gone-with-the-record' },
      { kind: 'shows-markup-as-text', field: 'title', text: markup },
    ]);
  });

  it('looks for all values but those of optional refs where nobody asks for what is sure', () => {
    expect(casesOf(createCaseScope(specOf(tasks), plain))[1]).toEqual({
      kind: 'shows-the-record',
      labels,
      fields: [
        { field: 'title', type: 'str' },
        { field: 'code', type: 'str' },
        { field: 'state', type: 'enum' },
        { field: 'owner', type: 'ref' },
      ],
    });
  });
});

describe('buildDeleteCases', () => {
  it('looks at each field that depends on the record', () => {
    const scope = createCaseScope(specOf(tasks), cautious);
    const cases = buildDeleteCases(scope, scope.pages.entities[0]!.delete!);
    expect(
      cases.map((each) => ('dependent' in each ? [each.kind, each.dependent.field] : [each.kind])),
    ).toEqual([
      ['needs-login'],
      ['asks-first'],
      ['deletes'],
      ['is-gone-with-the-record'],
      ['stays-while-needed', 'owner'],
      ['empties-a-ref', 'checker'],
      ['keeps-what-is-linked', 'watchers'],
    ]);
  });
});
