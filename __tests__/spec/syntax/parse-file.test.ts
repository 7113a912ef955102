import { describe, expect, it } from '@jest/globals';
import { parseFile } from '../../../lib/spec/syntax/parse-file.ts';
import { placeOf } from '../../../lib/spec/syntax/place.ts';
import { canonicalSpec, samples } from '../samples.ts';
import { declarationsOf, itemsOf, report, withoutSpans } from './report.ts';

/** The only field of an entity, written behind its name. */
function fieldOf(type: string): unknown {
  return itemsOf(`entity A:\n  f: ${type}`)[0];
}

describe('the text', () => {
  it('is read without a complaint where it is right', () => {
    for (const sample of samples) expect(report(sample)).toEqual([]);
  });

  it('gives the same tree with \\r\\n, \\r, a byte order mark, deeper indentation and no last line end', () => {
    const tree = declarationsOf(canonicalSpec);
    expect(declarationsOf(canonicalSpec.replaceAll('\n', '\r\n'))).toEqual(tree);
    expect(declarationsOf(canonicalSpec.replaceAll('\n', '\r'))).toEqual(tree);
    expect(declarationsOf(`\ufeff${canonicalSpec}`)).toEqual(tree);
    expect(declarationsOf(canonicalSpec.trimEnd())).toEqual(tree);
    const deeper = canonicalSpec.replaceAll(/^ +(?! |a customer)/gm, (run) => run.repeat(3));
    expect(declarationsOf(deeper)).toEqual(tree);
  });

  it('keeps a place for every word', () => {
    const { syntax } = parseFile('app.dsl', 'module a\r\nentity  Task "T":\r\n  id: uuid pk\r\n');
    const entity = syntax.declarations[1]!;
    expect(entity.kind === 'entity' && placeOf(syntax, entity.name.span)).toEqual({
      file: 'app.dsl',
      line: 2,
      column: 9,
      endLine: 2,
      endColumn: 13,
    });
    expect(placeOf(syntax, entity.span)).toEqual({
      file: 'app.dsl',
      line: 2,
      column: 1,
      endLine: 3,
      endColumn: 14,
    });
  });

  it('resolves the escapes that it knows and keeps the others', () => {
    const values = String.raw`entity A:
  a: text help="a\nb\t\"c\" \\d \' \w+ \u"
  b: text help='it\'s "x"'
  c: text help="""one
  "two" \n"""
`;
    expect(itemsOf(values)).toMatchObject([
      { modifiers: [{ value: { value: 'a\nb\t"c" \\d \' \\w+ \\u' } }] },
      { modifiers: [{ value: { value: 'it\'s "x"' } }] },
      { modifiers: [{ value: { value: 'one\n  "two" \n' } }] },
    ]);
  });

  it('goes on over line breaks in brackets, with comments and however they are indented', () => {
    const status = {
      kind: 'enum',
      values: [{ text: 'a' }, { text: 'b' }],
    };
    expect(fieldOf('enum[a,b] pk')).toMatchObject({ type: status, modifiers: [{ kind: 'pk' }] });
    expect(fieldOf('enum[ # one\n    a,\n\n    # two\n    b\n  ] pk')).toMatchObject({
      type: status,
      modifiers: [{ kind: 'pk' }],
    });
    expect(fieldOf('enum[\n  a,\n  b] pk')).toMatchObject({ type: status, modifiers: [{ kind: 'pk' }] });
    expect(report('workspace w:\n  r:\n    filter: (a = 1\n or b = 2) and c = 3\n')).toEqual([]);
  });

  it('ends a bracket that is not closed before the next line of the block', () => {
    const { syntax } = parseFile('app.dsl', 'entity A:\n  s: enum[a, b\n      , c\n  t: text\n');
    expect(withoutSpans(syntax.declarations)).toMatchObject([
      {
        items: [{ type: { values: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] } }, { name: { text: 't' } }],
      },
    ]);
  });
});

describe('keywords', () => {
  it('are names where a name stands', () => {
    const words = [
      'entity',
      'field',
      'unique',
      'index',
      'meta',
      'key',
      'required',
      'on',
      'count',
      'ref',
      'true',
    ];
    for (const word of words) {
      expect(itemsOf(`entity ${word}:\n  ${word}: url\n  x: enum[${word},on,list]\n`)).toMatchObject([
        { kind: 'field', name: { text: word }, type: { kind: 'url' } },
        { type: { values: [{ text: word }, { text: 'on' }, { text: 'list' }] } },
      ]);
      expect(itemsOf(`workspace ${word}:\n  ${word}:\n    source: ${word}\n`)).toMatchObject([
        { kind: 'region', name: { text: word }, items: [{ source: { text: word } }] },
      ]);
      expect(
        itemsOf(`surface ${word}:\n  action ${word}:\n    on submit -> surface ${word}\n`),
      ).toMatchObject([{ name: { text: word }, items: [{ outcome: { surface: { text: word } } }] }]);
    }
  });

  it.each([
    ['index: int', 'field'],
    ['index: int?', 'field'],
    ['unique: date required', 'field'],
    ['unique: str(3) = "x"', 'field'],
    ['index: ref Task', 'field'],
    ['index: enum[a]', 'field'],
    ['meta: json', 'field'],
    ['index: status', 'index'],
    ['index: date, from desc', 'index'],
    ['index: date desc', 'index'],
    ['index: ref', 'index'],
    ['index: ref desc', 'index'],
    ['unique status, from', 'unique'],
    ['index from DESC', 'index'],
    ['meta icon = "x"', 'meta'],
  ])('make "%s" a %s in an entity', (line, kind) => {
    expect(itemsOf(`entity A:\n  ${line}`)).toMatchObject([{ kind }]);
  });

  it.each([
    ['key: id', 'key'],
    ['key: date, id', 'key'],
    ['key: uuid', 'field'],
    ['key: date required', 'field'],
    ['field: text', 'field'],
    ['field field: text', 'field'],
    ['constraint: text', 'field'],
    ['constraint read_only', 'constraint'],
    ['vrn: str(3)', 'field'],
  ])('make "%s" a %s in a foreign model', (line, kind) => {
    expect(itemsOf(`foreign_model A from b:\n  ${line}`)).toMatchObject([{ kind }]);
  });

  it.each([
    ['purpose: "x"', 'purpose'],
    ['purpose:\n    source: A', 'region'],
    ['engine_hint: "x"', 'engine_hint'],
    ['engine_hint:\n    source: A', 'region'],
    ['count:\n    source: A', 'region'],
    ['meta:\n    source: A', 'region'],
    ['ux:\n    purpose: "x"', 'ux'],
  ])('make "%s" a %s in a workspace', (line, kind) => {
    expect(itemsOf(`workspace w:\n  ${line}`)).toMatchObject([{ kind }]);
  });

  it.each([
    ['status: success', { kind: 'status' }],
    ['created: true', { kind: 'created' }],
    ['count equals 1', { kind: 'count', entity: null }],
    ['Task count equals 1', { kind: 'count', entity: { text: 'Task' } }],
    ['count count equals 1', { kind: 'count', entity: { text: 'count' } }],
    ['count: 1', { kind: 'unchecked', name: { text: 'count' } }],
    ['field a equals 1', { kind: 'field', row: null, field: { text: 'a' } }],
    ['first field a equals 1', { kind: 'field', row: { text: 'first' } }],
    ['field field a equals 1', { kind: 'field', row: { text: 'field' }, field: { text: 'a' } }],
    ['field field equals 1', { kind: 'field', row: null, field: { text: 'field' } }],
    ['field a less_than field b', { kind: 'field', value: { kind: 'field', name: { text: 'b' } } }],
    ['field a equals field', { kind: 'field', value: { kind: 'name', value: 'field' } }],
    ['field equals "x"', { kind: 'unchecked', name: { text: 'field' } }],
    ['error_message contains "x"', { kind: 'error_message' }],
    ['status equals "x"', { kind: 'unchecked', name: { text: 'status' } }],
    ['sent: true', { kind: 'unchecked', operator: null }],
  ])('make "%s" the assertion that is meant', (line, assertion) => {
    const [block] = itemsOf(`test t:\n  expect:\n    ${line}`) as [{ items: unknown[] }];
    expect(block.items).toMatchObject([assertion]);
  });
});
