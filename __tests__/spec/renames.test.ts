import { describe, expect, it } from '@jest/globals';
import type { AppSpec } from '../../lib/spec/app-spec.ts';
import { loadSpec } from '../../lib/spec/load-spec.ts';
import { keepRenames } from '../../lib/spec/kept-renames.ts';
import type { Rename } from '../../lib/spec/rename.ts';
import { declaredRenames, likelyRenames, shapeOf, writeWas } from '../../lib/spec/renames.ts';

function specOf(text: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text: `app a "A"\n${text}` }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

const client =
  'entity Client "Client":\n  id: uuid pk\n  name: str(200) required\n  email: email unique\n  parent: ref Client\n  price: decimal(8,2)\n';
const list =
  'surface client_list "Clients":\n  uses entity Client\n  mode: list\n  section main "M":\n    field name "N"\n    field email "E"\n';

describe('the shape of a spec', () => {
  it('tells entities with their fields, and surfaces', () => {
    expect(shapeOf(specOf(client + list))).toEqual({
      entities: {
        Client: { id: 'uuid', name: 'str(200)', email: 'email', parent: 'ref Client', price: 'decimal(8,2)' },
      },
      surfaces: { client_list: 'list Client: name, email' },
    });
  });
});

describe('declared renames', () => {
  it('are those that the spec writes with was', () => {
    const text = `${client}${list}`
      .replace('entity Client "Client"', 'entity Client "Client" was Customer')
      .replace('name: str(200)', 'name: str(200) was=full_name')
      .replace('surface client_list "Clients"', 'surface client_list "Clients" was clients');
    expect(declaredRenames(specOf(text))).toEqual([
      { kind: 'entity', from: 'Customer', to: 'Client' },
      { kind: 'field', from: 'full_name', to: 'name', entity: 'Client' },
      { kind: 'surface', from: 'clients', to: 'client_list' },
    ]);
  });
});

describe('likely renames', () => {
  it('are none where a swap is done that stays in the spec', () => {
    const swapped = specOf(
      `${client.replace('"Client"', '"Client" was Firm')}entity Firm "Firm" was Client:\n  id: uuid pk\n  mail: email\n`,
    );
    const kept = { ...shapeOf(swapped), renames: keepRenames(declaredRenames(swapped)) };
    expect(likelyRenames(kept, swapped)).toEqual([]);
  });

  const before = shapeOf(specOf(client + list));
  it.each<[string, string, Rename[]]>([
    ['nothing changed', client + list, []],
    [
      'a field of the same type took the place of another',
      (client + list).replace(/\bname:/, 'full_name:').replace('field name', 'field full_name'),
      [{ kind: 'field', from: 'name', to: 'full_name', entity: 'Client' }],
    ],
    [
      'the type became a little wider as well',
      (client + list).replace('price: decimal(8,2)', 'net_price: decimal(10,2)'),
      [{ kind: 'field', from: 'price', to: 'net_price', entity: 'Client' }],
    ],
    ['a field of another type was added', client.replace('price: decimal(8,2)', 'note: text') + list, []],
    [
      'an entity has most of its fields under another name',
      (client + list)
        .replace(/\bClient\b/g, 'Customer')
        .replace('  email: email unique\n', '')
        .replace('    field email "E"\n', ''),
      [{ kind: 'entity', from: 'Client', to: 'Customer' }],
    ],
    [
      'an entity, its surface and a field were renamed at once',
      (client + list)
        .replace(/\bClient\b/g, 'Customer')
        .replace('client_list', 'customer_list')
        .replace('email:', 'mail:')
        .replace('field email', 'field mail'),
      [
        { kind: 'entity', from: 'Client', to: 'Customer' },
        { kind: 'field', from: 'email', to: 'mail', entity: 'Customer' },
        { kind: 'surface', from: 'client_list', to: 'customer_list' },
      ],
    ],
    [
      'what has a was needs no question',
      (client + list).replace('price: decimal(8,2)', 'cost: decimal(8,2) was=price'),
      [],
    ],
    [
      'an unlike entity was added',
      `entity Place "Place":\n  key: int pk\n  town: text\n${list
        .replace(/Client\b/, 'Place')
        .replace('entity Client', 'entity Place')
        .replace('field name', 'field town')
        .replace('    field email "E"\n', '')
        .replace('client_list', 'places')}`,
      [],
    ],
  ])('where %s', (_title, text, expected) => {
    expect(likelyRenames(before, specOf(text))).toEqual(expected);
  });
});

describe('writing was', () => {
  const entity = { kind: 'entity', from: 'Old' } as const;
  const field = { kind: 'field', from: 'old' } as const;
  it.each<[string, string, { line: number; column: number }, Pick<Rename, 'kind' | 'from'>, string]>([
    [
      'an entity',
      'entity Post "Post":  # posts\n',
      { line: 1, column: 8 },
      entity,
      'entity Post "Post" was Old:  # posts\n',
    ],
    ['an entity without a title', 'entity Post:\n', { line: 1, column: 8 }, entity, 'entity Post was Old:\n'],
    [
      'a title with a colon and a hash',
      'entity Post "A: #1" :\n',
      { line: 1, column: 8 },
      entity,
      'entity Post "A: #1" was Old :\n',
    ],
    [
      'an older was',
      'entity Post "P" was Older:\n',
      { line: 1, column: 8 },
      entity,
      'entity Post "P" was Old:\n',
    ],
    [
      'a surface',
      'surface posts "P":\n',
      { line: 1, column: 9 },
      { kind: 'surface', from: 'old' },
      'surface posts "P" was old:\n',
    ],
    [
      'a field',
      'x\n  title: str(20) required\n  y: int',
      { line: 2, column: 3 },
      field,
      'x\n  title: str(20) required was=old\n  y: int',
    ],
    [
      'a field behind a comment',
      '  title: text  # a: b\n',
      { line: 1, column: 3 },
      field,
      '  title: text was=old  # a: b\n',
    ],
    [
      'a field over several lines',
      '  s: enum[a,\n    b] # x\n',
      { line: 1, column: 3 },
      field,
      '  s: enum[a,\n    b] was=old # x\n',
    ],
    [
      'a field with a text that looks like a comment',
      `  t: text help="a # b" \r\n`,
      { line: 1, column: 3 },
      field,
      `  t: text help="a # b" was=old \r\n`,
    ],
    [
      'a field at the end of the file',
      '\uFEFF  t: text',
      { line: 1, column: 3 },
      field,
      '\uFEFF  t: text was=old',
    ],
  ])('marks %s and keeps everything else', (_title, text, at, rename, expected) => {
    expect(writeWas(text, { file: 'a.dsl', ...at }, rename)).toBe(expected);
  });

  it('takes the place that the AppSpec gives', () => {
    const text = `app a "A"\r\n${(client + list).replaceAll('\n', '\r\n')}`;
    const { spec } = loadSpec([{ file: 'a.dsl', text }]);
    const place = spec!.entities[0]!.fields[1]!.place;
    const written = writeWas(text, place, { kind: 'field', from: 'full_name' });
    expect(written).toBe(text.replace('required', 'required was=full_name'));
    const again = loadSpec([{ file: 'a.dsl', text: written }]);
    expect(declaredRenames(again.spec!)).toEqual([
      { kind: 'field', from: 'full_name', to: 'name', entity: 'Client' },
    ]);
  });
});
