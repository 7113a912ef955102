import { describe, expect, it } from '@jest/globals';
import { loadSpec } from '../../lib/spec/load-spec.ts';

const order = 'entity Order "Order":\n  id: uuid pk\n';
const list = 'surface order_list "Orders":\n  uses entity Order\n  mode: list\n';

function load(sources: Record<string, string>, root?: string) {
  const result = loadSpec(
    Object.entries(sources).map(([file, text]) => ({ file, text })),
    { root },
  );
  return {
    ...result,
    problems: result.diagnostics.map(
      ({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`,
    ),
  };
}

describe('loading a spec', () => {
  it('gives the checked application, deeply frozen', () => {
    const { spec, diagnostics, modules } = load({
      'app.dsl': `app shop "My Shop"\nentity Order "Order":\n  id: uuid pk\n  state: enum[open,paid]=open\n${list}`,
    });
    expect(diagnostics).toEqual([]);
    expect(modules).toEqual([{ name: '', files: ['app.dsl'], uses: [], reached: true }]);
    expect(spec).toMatchObject({ name: 'shop', title: 'My Shop', module: '' });
    const field = {
      unique: false,
      auto: null,
      min: null,
      max: null,
      pattern: null,
      help: null,
      was: null,
    };
    expect(spec!.entities).toEqual([
      {
        name: 'Order',
        title: 'Order',
        declaredTitle: 'Order',
        module: '',
        place: { file: 'app.dsl', line: 2, column: 8, endLine: 2, endColumn: 13 },
        meta: {},
        was: null,
        constraints: [],
        fields: [
          {
            ...field,
            name: 'id',
            type: { kind: 'uuid' },
            required: true,
            nullable: false,
            primaryKey: true,
            default: null,
            place: { file: 'app.dsl', line: 3, column: 3, endLine: 3, endColumn: 5 },
          },
          {
            ...field,
            name: 'state',
            type: { kind: 'enum', values: ['open', 'paid'] },
            required: false,
            nullable: false,
            primaryKey: false,
            default: { kind: 'string', value: 'open' },
            place: { file: 'app.dsl', line: 4, column: 3, endLine: 4, endColumn: 8 },
          },
        ],
      },
    ]);
    expect(Object.isFrozen(spec!.entities[0]!.fields[1]!.type)).toBe(true);
  });

  it('gives no spec where there are errors, and reports syntax and meaning in the order of the sources', () => {
    const { spec, problems } = load({
      'b.dsl': `app shop "Shop"\nentity Order "Order":\n  id: uuid pk\n  to: ref Cilent requird\n  total: intt\n${list}`,
      'a.dsl': 'test t:\n  action: create Ordr\n  expect:\n    status: maybe\n',
    });
    expect(spec).toBeNull();
    expect(problems).toEqual([
      'b.dsl:4:11 DZL104',
      'b.dsl:4:18 DZL110',
      'b.dsl:5:10 DZL112',
      'a.dsl:2:18 DZL105',
      'a.dsl:4:13 DZL110',
    ]);
  });

  it('leaves out errors that only follow from another', () => {
    const { problems } = load({
      'app.dsl': [
        'app shop "Shop"',
        'entty Client "Client":',
        '  id: uuid pk',
        'entity Order "Order":',
        '  id: uuid pk',
        '  client: ref Client',
        '  total int',
        'surface order_list "Orders":',
        '  uses entity Order',
        '  mode: list',
        '  section main "M":',
        '    field total "Total"',
        '  ux:',
        '    show: total',
        'surface ghosts "Ghosts":',
        '  uses entity Ghost',
        '  mode: list',
        '  section main "M":',
        '    field name "Name"',
        '  ux:',
        '    sort: name',
        '    attention info:',
        '      when: name = "x"',
      ].join('\n'),
    });
    expect(problems.map((problem) => problem.replace(/:\d+ DZL1[0-4]\d$/, ''))).toEqual([
      'app.dsl:2',
      'app.dsl:7',
      'app.dsl:16',
    ]);
  });

  it.each([
    ['', ['app.dsl:1:1 DZL154']],
    ['# only a comment\n', ['app.dsl:1:1 DZL154']],
    ['hello world\n', ['app.dsl:1:1 DZL111', 'app.dsl:1:1 DZL154']],
    ['App shop "Shop"\n', ['app.dsl:1:1 DZL111']],
  ])(
    'tells what a file without any declaration lacks, where the root module is named: %j',
    (text, problems) => {
      expect(load({ 'app.dsl': text }, 'shop.core').problems).toEqual(problems);
    },
  );

  it.each([
    'surface tasks "T":\n  use entity Order\n  mode: list',
    'experience tour "T":\n  strat at step one\n  step one:\n    surface order_list',
    'service bank "B":\n  spce: url "https://bank.example"',
    'integration nightly "N":\n  sync all:\n    mode: scheduled\n    shedule: "0 2 * * *"',
    'entity Part "P":\n  key: uuid pkk',
  ])('does not call absent what was only misspelled: %j', (text) => {
    const { diagnostics } = load({ 'app.dsl': `app shop "Shop"\n${order}${list}${text}\n` });
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('unknown word')]);
  });

  it('writes the problem in words, with its frame and its fix', () => {
    const { diagnostics } = load({
      'blog.dsl':
        'app blog "Blog"\nentity User "User":\n  id: uuid pk\nentity Post "Post":\n  id: uuid pk\n  author: ref Usr required\n',
    });
    expect(diagnostics).toEqual([
      {
        code: 'DZL104',
        severity: 'error',
        message: 'field "author" of entity Post refers to "Usr", which is not defined',
        fix: 'write "User" (entity on line 2), or add an entity Usr',
        place: { file: 'blog.dsl', line: 6, column: 15, endLine: 6, endColumn: 18 },
        frame: '  author: ref Usr required\n              ^^^',
      },
    ]);
  });
});

describe('modules', () => {
  it.each<[string, Record<string, string>, string | undefined, string | null]>([
    ['the module of the only file', { 'a.dsl': `module shop\napp s "S"\n` }, undefined, 'shop'],
    ['no module in files without one', { 'a.dsl': 'app s "S"\n' }, undefined, ''],
    [
      'the only module with an app',
      { 'a.dsl': 'module x\n', 'b.dsl': 'module shop\nuse x\napp s "S"\n' },
      undefined,
      'shop',
    ],
    [
      'the one asked for',
      { 'a.dsl': 'module x\napp x "X"\n', 'b.dsl': 'module shop\napp s "S"\n' },
      'shop',
      'shop',
    ],
    ['the one asked for, of files without a module line', { 'a.dsl': 'app s "S"\n' }, 'shop', 'shop'],
    ['none where it is not defined', { 'a.dsl': 'module x\napp x "X"\n' }, 'shop', null],
    [
      'none where two have an app',
      { 'a.dsl': 'module x\napp x "X"\nmodule y\napp y "Y"\n' },
      undefined,
      null,
    ],
  ])('start from %s', (_title, sources, root, expected) => {
    expect(load(sources, root).spec?.module ?? null).toBe(expected);
  });

  it('may be spread over files, and files without a module line belong to the root', () => {
    const { spec, diagnostics } = load({
      'a.dsl': `module shop\napp s "S"\n${order}`,
      'b.dsl': `module shop\n${list}`,
      'c.dsl': 'test made "Made":\n  action: create Order\n  expect:\n    status: success\n',
    });
    expect(diagnostics).toEqual([]);
    expect(spec!.surfaces.map(({ name, module }) => [name, module])).toEqual([['order_list', 'shop']]);
    expect(spec!.tests.map(({ name, action }) => [name, action.entity])).toEqual([['made', 'Order']]);
  });

  it('prefix a name that an earlier one has taken, and references follow', () => {
    const client = 'entity Client "Client":\n  id: uuid pk\n';
    const { spec } = load({
      'shop.dsl': `module shop\napp s "S"\nuse shop.billing as b\n${client}  bill: ref b.Client\nsurface clients "C":\n  uses entity Client\n  mode: list\n`,
      'billing.dsl': `module shop.billing\n${client}  parent: ref Client\nsurface clients "C":\n  uses entity Client\n  mode: list\n`,
    });
    expect(spec!.entities.map(({ name, fields }) => [name, fields[1]!.type])).toEqual([
      ['Client', { kind: 'ref', entity: 'BillingClient' }],
      ['BillingClient', { kind: 'ref', entity: 'BillingClient' }],
    ]);
    expect(spec!.surfaces.map(({ name, entity }) => [name, entity])).toEqual([
      ['clients', 'Client'],
      ['billing_clients', 'BillingClient'],
    ]);
  });

  it.each([
    ['an alias', 'use lib as l', 'l.Item', []],
    ['the name of the module', 'use lib', 'lib.Item', []],
    ['the name alone', 'use lib', 'Item', []],
    ['its own module', 'use lib', 'shop.Own', []],
    ['an alias that is unknown', 'use lib as l', 'k.Item', ['shop.dsl:6:13 DZL182']],
    ['a name that the module lacks', 'use lib', 'lib.Itme', ['shop.dsl:6:13 DZL104']],
    ['a module that is not used', 'use lib', 'deep.Item2', ['shop.dsl:6:13 DZL108']],
    ['a name from a module that is not used', 'use lib', 'Item2', ['shop.dsl:6:13 DZL108']],
    ['a name of two modules', 'use lib\nuse deep', 'Same', ['shop.dsl:7:13 DZL109']],
    ['a name of two modules, qualified', 'use lib\nuse deep', 'deep.Same', []],
    ['a name that a missing module may have', 'use nowhere\nuse lib', 'Ghost', ['shop.dsl:3:5 DZL152']],
  ])('are seen by %s', (_title, use, target, expected) => {
    const { problems } = load({
      'shop.dsl': `module shop\napp s "S"\n${use}\nentity Own "Own":\n  id: uuid pk\n  item: ref ${target}\nsurface own "Own":\n  uses entity Own\n  mode: list\n`,
      'lib.dsl':
        'module lib\nuse deep\nentity Item "Item":\n  id: uuid pk\nentity Same "Same":\n  id: uuid pk\n',
      'deep.dsl': 'module deep\nentity Item2 "Item":\n  id: uuid pk\nentity Same "Same":\n  id: uuid pk\n',
    });
    expect(problems.filter((problem) => !problem.endsWith('DZL189'))).toEqual(expected);
  });

  it('that nothing uses are no part of the spec, with a warning', () => {
    const { spec, problems, modules } = load({
      'a.dsl': 'module shop\napp s "S"\n',
      'b.dsl': 'module lost\nentity Thing:\n  name: wrong\n',
    });
    expect(problems).toEqual(['b.dsl:1:8 DZL156', 'b.dsl:3:9 DZL112']);
    expect(spec).toBeNull();
    expect(modules.map(({ name, reached }) => [name, reached])).toEqual([
      ['shop', true],
      ['lost', false],
    ]);
  });

  it('in a circle are reported once, with the way round', () => {
    const { diagnostics } = load({
      'a.dsl': 'module a\napp s "S"\nuse b\n',
      'b.dsl': 'module b\nuse c\n',
      'c.dsl': 'module c\nuse a\n',
    });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['DZL153', 'modules use each other in a circle: a uses b uses c uses a'],
    ]);
  });

  it('do not report a missing app where the app line itself was not understood', () => {
    expect(load({ 'a.dsl': 'app "S"\n' }).problems).toHaveLength(1);
    expect(load({ 'a.dsl': '' }).problems).toEqual(['a.dsl:1:1 DZL154']);
  });
});
