import { describe, expect, it } from '@jest/globals';
import { mendsOf, problemsOf, specOf } from './check-spec.ts';

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

describe('a workspace', () => {
  const home = (lines: string) => `workspace home "Home":\n${lines}`;
  it.each<[string, string[]]>([
    [
      '  a:\n    source: Tsak',
      ['DZL105 write "Task" (entity on line 8), or add an entity or a surface Tsak'],
    ],
    [
      '  a:\n    source: task_list\n    sort: titl',
      ['DZL106 write "title", or add a field titl to entity Task'],
    ],
    ['  a:\n    source: Task\n    filter: status = doen', ['DZL107 write "done"']],
    [
      '  a:\n    source: Task\n    group_by: statsu',
      ['DZL106 write "status", or add a field statsu to entity Task'],
    ],
    ['  a:\n    source: Task\n    limit: 0', ['DZL161 write a whole number from 1']],
    ['  a:\n    source: Task\n    action: task_lits', ['DZL183 write "task_list"']],
    ['  a:\n    sort: title', ['DZL177 add a line such as "source: Task"']],
    [
      '  a:\n    source: Task\n    group_by: status\n    sort: total desc\n    aggregate:\n      total: count(*)',
      [],
    ],
    [
      '  a:\n    source: Task\n    sort: total desc\n    aggregate:\n      total: count(*)',
      ['DZL106 write one of its fields (id, title, status, owner, points and 3 more), or add a field total'],
    ],
    ['  a:\n    aggregate:\n      total: count(Task where status = done) / count(Task) * 100', []],
    [
      '  a:\n    aggregate:\n      total: sum(points)',
      ['DZL105 add an entity points, or write one of: User, Task'],
    ],
    ['  a:\n    source: Task\n    aggregate:\n      x: round(avg(points), 1) + points', []],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: points + title',
      ['DZL175 compute with fields of numbers, or with count'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: max(created_at) - 1',
      ['DZL175 compute with fields of numbers, or with count'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: avg(title)',
      ['DZL177 name a field of numbers, or count the rows'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: sum(Task.owner.name)',
      ['DZL177 name a field of numbers, or count the rows'],
    ],
    [
      '  a:\n    source: Task\n  ux:\n    for b:\n      focus: a\n      hide: c',
      ['DZL184 remove it, or name something that exists'],
    ],
    ['  a:\n    source: Task\n  ux:\n    for b:\n      show: c', ['DZL106 write one of: a']],
    [
      '  a:\n    source: User\n  b:\n    source: Task\n  ux:\n    for b:\n      scope: owner = current_user',
      [],
    ],
    [
      '  a:\n    source: User\n  b:\n    source: Task\n  ux:\n    for b:\n      scope: status = doen',
      ['DZL107 write "done"'],
    ],
    ['  a:\n    source: Task\n  a:\n    source: User', ['DZL159 rename or remove one of the two']],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(home(lines))).toEqual(expected);
  });

  it('resolves aggregates over its source, or over an entity', () => {
    const text = home(
      '  a:\n    source: task_list\n    aggregate:\n      x: sum(points)\n      y: count(distinct Task.owner)\n      z: points',
    );
    expect(specOf(text).workspaces[0]!.regions[0]).toMatchObject({
      entity: 'Task',
      surface: 'task_list',
      aggregates: [
        {
          name: 'x',
          expression: { kind: 'aggregate', aggregate: { measure: 'sum', entity: null, path: ['points'] } },
        },
        {
          name: 'y',
          expression: { aggregate: { measure: 'count', distinct: true, entity: 'Task', path: ['owner'] } },
        },
        { name: 'z', expression: { kind: 'field', field: 'points' } },
      ],
    });
  });
});

describe('an experience', () => {
  const tour = (lines: string) => `experience tour "Tour":\n${lines}`;
  it.each<[string, string[]]>([
    [
      '  start at step a\n  step a:\n    surface task_lst',
      ['DZL105 write "task_list" (surface on line 18), or add a surface task_lst'],
    ],
    ['  start: b\n  step a:\n    surface task_list', ['DZL169 write one of: a, or add a step b']],
    ['  step a:\n    surface task_list', ['DZL168 add the line "start at step a"']],
    [
      '  start: a\n  step a:\n    kind: integration',
      ['DZL170 add a line such as "integration nightly_sync action import"'],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n    on success -> b',
      ['DZL169 write one of: a, or add a step b'],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n    on success -> a\n    on success -> a',
      [
        'DZL181 keep one of the two',
        'DZL187 let success of one of them lead to a last step, or remove its "on success"',
      ].reverse(),
    ],
    ['  start: a\n  step a:\n    surface task_list\n    on failure -> a', []],
    [
      '  start: a\n  step a:\n    surface task_list\n  step b:\n    kind: process',
      ['DZL186 lead to it from another step ("on success -> b"), or remove it'],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n  step b:\n    kind: process\nsurface in "In":\n  action go "Go":\n    on click -> experience tour step b',
      [],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n    success -> b\n  step b:\n    kind: process\n    success -> a\n    failure -> a',
      ['DZL187 let success of one of them lead to a last step, or remove its "on success"'],
    ],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(tour(lines))).toEqual(expected);
  });
});

describe('a schedule', () => {
  const sync = (line: string) => `integration nightly "Nightly":\n  sync all:\n    ${line}`;
  it.each<[string, string | null]>([
    ['mode: scheduled "0 2 * * *"', '0 2 * * *'],
    ['schedule: "*/15 8-18 1,15 jan-mar mon-fri"', '*/15 8-18 1,15 jan-mar mon-fri'],
    ['schedule: "@daily"', '0 0 * * *'],
    ['mode: event_driven', null],
  ])('%s is valid', (line, schedule) => {
    expect(specOf(sync(line)).integrations[0]!.syncs[0]).toMatchObject({ schedule });
  });

  it.each([
    'mode: scheduled',
    'schedule: "0 2 * *"',
    'schedule: "60 * * * *"',
    'schedule: "0 2 * * 8"',
    'schedule: "0 9-5 * * *"',
    'schedule: ""',
  ])('%s is refused', (line) => {
    expect(problemsOf(sync(line))).toEqual([expect.stringContaining(' DZL173 ')]);
  });
});
