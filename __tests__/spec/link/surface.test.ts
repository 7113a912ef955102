import { describe, expect, it } from '@jest/globals';
import { mendsOf, specOf } from './check-spec.ts';

const tour =
  'experience tour "Tour":\n  start: first\n  step first:\n    surface task_list\n    success -> last\n  step last:\n    surface page\n';
const vat =
  'service tax "Tax":\n  spec: "x"\nintegration vat "VAT":\n  uses service tax\n  action look:\n    call tax.look with:\n      number <- 1\n';

describe('a surface', () => {
  const page = (lines: string) => `surface page "Page":\n  uses entity Task\n  mode: list\n${lines}`;
  it.each<[string, string[]]>([
    ['  section a "A":\n    field titel', ['DZL106 write "title", or add a field titel to entity Task']],
    ['  section a "A":\n    field title\n    field title', ['DZL159 rename or remove one of the two']],
    [
      '  section a "A":\n    field title\n  section a "B":\n    field title',
      ['DZL159 rename or remove one of the two'],
    ],
    [
      '  action go "Go":\n    on submit -> surface pge',
      ['DZL105 write "page" (surface on line 1), or add a surface pge'],
    ],
    [
      '  action go "Go":\n    on submit -> surface Task',
      ['DZL105 "Task" is an entity: add a surface Task, or name another'],
    ],
    ['  action go "Go":\n    outcome: experience tour', ['DZL105 add an experience tour']],
    [
      `  action go "Go":\n    on click -> experience tour step b\n${tour}`,
      ['DZL169 write one of its steps: first, last'],
    ],
    [`  action go "Go":\n    on click -> experience tour step lst\n${tour}`, ['DZL169 write "last"']],
    [`  action go "Go":\n    on click -> experience tour step last\n${tour}`, []],
    [
      `  action go "Go":\n    on click -> integration vatt action look\n${vat}`,
      ['DZL105 write "vat" (integration on line 8), or add an integration vatt'],
    ],
    [`  action go "Go":\n    on click -> integration vat action lok\n${vat}`, ['DZL105 write "look"']],
    [
      `  action go "Go":\n    on click -> integration vat action zzzzz\n${vat}`,
      ['DZL105 write one of its actions: look'],
    ],
    [`  action go "Go":\n    on click -> integration vat action look\n${vat}`, []],
    ['  ux:\n    show: title, statsu', ['DZL106 write "status", or add a field statsu to entity Task']],
    ['  ux:\n    filter: statsu', ['DZL106 write "status", or add a field statsu to entity Task']],
    ['  ux:\n    search: titl', ['DZL106 write "title", or add a field titl to entity Task']],
    ['  ux:\n    sort: titl desc', ['DZL106 write "title", or add a field titl to entity Task']],
    ['  ux:\n    sort: title\n    sort: status', ['DZL181 keep one of the two']],
    [
      '  ux:\n    for a:\n      scope: all\n    for a:\n      scope: all',
      ['DZL159 rename or remove one of the two'],
    ],
    [
      '  ux:\n    for a:\n      defaults:\n        statsu: todo',
      ['DZL106 write "status", or add a field statsu to entity Task'],
    ],
    ['  ux:\n    for a:\n      defaults:\n        status: todoo', ['DZL163 write "todo"']],
    ['  ux:\n    for a:\n      defaults:\n        owner: current_user\n        status: todo', []],
    ['  ux:\n    for a:\n      defaults:\n        points: current_user', ['DZL163 write a whole number']],
    ['  ux:\n    for a:\n      hide: title, statu', ['DZL184 write "status"']],
    ['  ux:\n    for a:\n      action_primary: task_lst', ['DZL183 write "task_list"']],
    [
      '  ux:\n    attention info:\n      when: status = done\n      action: nothing_here',
      ['DZL183 add a surface nothing_here, or remove the action'],
    ],
    ['  ux:\n    attention info:\n      message: "Now"', ['DZL180 add a line such as "when: status = open"']],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(page(lines))).toEqual(expected);
  });

  it('without an entity takes free text, and so does a field that an integration reads', () => {
    const { surfaces } = specOf(
      [
        'surface ask "Ask":',
        '  section main "Main":',
        '    field question "Question" width=half:',
        '      help: "Anything"',
        'surface form "Form":',
        '  uses entity Task',
        '  mode: create',
        '  section main "Main":',
        '    field title "Title"',
        '    field vat "VAT number"',
        'service tax "Tax":',
        '  spec: url "https://tax.example/openapi.json"',
        'integration check "Check":',
        '  uses service tax',
        '  action look:',
        '    when surface form submitted',
        '    call tax.look with:',
        '      number <- form.vat',
      ].join('\n'),
    );
    const fields = surfaces.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
    expect(
      fields.slice(0, 3).map(({ name, freeText, help, options }) => ({ name, freeText, help, options })),
    ).toEqual([
      {
        name: 'question',
        freeText: true,
        help: 'Anything',
        options: { width: { kind: 'name', value: 'half' } },
      },
      { name: 'title', freeText: false, help: null, options: {} },
      { name: 'vat', freeText: true, help: null, options: {} },
    ]);
  });

  it('keeps its meta lines', () => {
    const { surfaces } = specOf(
      page('  meta icon = "star"\n  ux:\n    meta density = compact\n    purpose: "P"'),
    );
    expect([surfaces[0]!.meta, surfaces[0]!.ux!.meta]).toEqual([
      { icon: { kind: 'string', value: 'star' } },
      { density: { kind: 'name', value: 'compact' } },
    ]);
  });
});
