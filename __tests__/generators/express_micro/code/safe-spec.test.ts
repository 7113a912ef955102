import { describe, expect, it } from '@jest/globals';
import { buildTables } from '../../../../generators/express_micro/code/schema/build-tables.ts';
import { expressNames } from '../../../../generators/express_micro/naming.ts';
import { safeSpec } from '../../../../generators/express_micro/code/safe-spec.ts';
import { generate, specOf } from '../generate.ts';

const dsl = `entity Part "Part":
  id: uuid pk
  name: str(40) required
  constructor: str(40) required
  toString: ref Part
  __proto__: int
  _record: int
  valueOf_field: int
  valueOf: int

  unique name, constructor

surface part_list "Parts":
  uses entity Part
  mode: list
  section main "Parts":
    field constructor "Builder"
  ux:
    filter: constructor
    sort: constructor desc

test change "Changes":
  setup:
    part: create Part with name="A", constructor="first"
  action: update part
  data:
    constructor: "second"
  expect:
    field constructor equals "second"
`;

describe('safeSpec', () => {
  it('is the spec itself where every name can be borne', () => {
    const spec = specOf('entity Part "Part":\n  id: uuid pk\n  type: str(5)\n');
    expect(safeSpec(spec)).toBe(spec);
  });

  it('renames what every object has and what forms use, and keeps the columns', () => {
    const spec = safeSpec(specOf(dsl));
    const { columns } = buildTables(spec)[0]!;
    expect(Object.fromEntries(columns.map(({ key, name }) => [key, name]))).toEqual({
      id: 'id',
      name: 'name',
      constructor_field: 'constructor',
      toString_field: 'toString_id',
      proto_field: 'proto_field',
      record_field: '_record',
      valueOf_field: 'valueOf_field',
      valueOf_field_: 'valueOf',
    });
    expect(expressNames(spec).warnings).toMatchObject(
      ['constructor', 'toString', '__proto__', '_record', 'valueOf'].map((name) => ({
        code: 'DZL370',
        severity: 'warning',
        message: expect.stringContaining(`field "${name}" of entity Part cannot have this name`),
      })),
    );
  });

  it('renames them wherever the spec names them', async () => {
    const { files } = await generate(specOf(dsl));
    const text = [...files].filter(([path]) => /^(src|test)\//.test(path)).map(([, content]) => content);
    expect(text.join('\n')).not.toMatch(/\bconstructor:|\.constructor\b|toString:|valueOf:/);
    expect(files.get('src/routes/part.js')).toContain('constructor_field');
  });
});
