import { describe, expect, it } from '@jest/globals';
import { createClient, type Client } from '@libsql/client';
import fc from 'fast-check';
import { declaredRenames } from '../../../../../lib/spec/renames.ts';
import { generate, specOf } from '../../generate.ts';
import { printVersion, randomVersions, type RandomEntity, type RandomField } from './evolving-spec.ts';

/** A database that is led from spec to spec by the generated migrations. */
class Evolution {
  readonly client: Client = createClient({ url: ':memory:' });
  #existing: Readonly<Record<string, string>> = {};

  /** Builds the spec and migrates; gives the statements of the new migration. */
  async build(dsl: string): Promise<string[]> {
    const spec = specOf(dsl);
    const { files } = await generate(spec, {
      existing: this.#existing,
      only: 'models',
      renames: declaredRenames(spec),
    });
    const added = [...files].filter(
      ([path]) => /^drizzle\/\d+_.*\.sql$/.test(path) && !(path in this.#existing),
    );
    this.#existing = Object.fromEntries(files);
    const statements = added.flatMap(([, text]) => text.split('--> statement-breakpoint'));
    if (statements.length > 0) await this.client.migrate(statements);
    return statements;
  }

  async insert(entity: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    const list = Object.values(values).map((value) => JSON.stringify(value).replaceAll('"', "'"));
    await this.client.execute(
      `insert into ${entity.toLowerCase()} (${Object.keys(values).join(', ')}) values (${list.join(', ')})`,
    );
  }

  async update(entity: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [column, value] of Object.entries(values))
      await this.client.execute(
        `update ${entity.toLowerCase()} set ${column} = ${JSON.stringify(value).replaceAll('"', "'")}`,
      );
  }

  async rows(sql: string): Promise<unknown[]> {
    return (await this.client.execute(sql)).rows.map((row) => ({ ...row }));
  }
}

const isText = ({ target }: RandomField): boolean => target === null;

/** By column, the value that tells which field it belongs to; a reference names the one row of its target. */
function valuesOf(fields: readonly RandomField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ id, name, target }) => (target === null ? [name, `v${id}`] : [`${name}_id`, target])),
  );
}

const person = (...fields: readonly string[]): string =>
  ['entity Person:', '  id: int pk', ...fields.map((field) => `  ${field}`)].join('\n');

describe('renames onto names that were in use', () => {
  it.each<[string, string[], string, string[], string]>([
    [
      'a dropped field',
      ['name: str(40)', 'full_name: str(80)'],
      `'N', 'F'`,
      ['name: str(80) was=full_name'],
      'name=F',
    ],
    [
      'a dropped field, both unique',
      ['name: str(40) unique', 'full_name: str(80) unique'],
      `'N', 'F'`,
      ['name: str(80) unique was=full_name'],
      'name=F',
    ],
    [
      'two fields that swap',
      ['a: str(9)', 'b: str(9)'],
      `'A', 'B'`,
      ['a: str(9) was=b', 'b: str(9) was=a'],
      'a=B b=A',
    ],
    [
      'two unique fields that swap',
      ['a: str(9) unique', 'b: str(9)'],
      `'A', 'B'`,
      ['a: str(9) was=b', 'b: str(9) unique was=a'],
      'a=B b=A',
    ],
    [
      'a chain whose end is dropped',
      ['a: str(9)', 'b: str(9)', 'c: str(9)'],
      `'A', 'B', 'C'`,
      ['b: str(9) was=a', 'c: str(9) was=b'],
      'b=A c=B',
    ],
    [
      'three fields in a circle',
      ['a: str(9)', 'b: str(9)', 'c: str(9)'],
      `'A', 'B', 'C'`,
      ['a: str(9) was=c', 'b: str(9) was=a', 'c: str(9) was=b'],
      'a=C b=A c=B',
    ],
  ])('%s: the values go with what they belong to, once', async (_, before, values, after, expected) => {
    const evolution = new Evolution();
    await evolution.build(person(...before));
    await evolution.client.execute(`insert into person values (1, ${values})`);
    await evolution.build(person(...after));
    const wanted = Object.fromEntries(expected.split(' ').map((pair) => pair.split('=')));
    expect(await evolution.rows('select * from person')).toEqual([{ id: 1, ...wanted }]);
    expect(await evolution.build(person(...after))).toEqual([]);
    await evolution.build(person(...after, 'more: str(9)'));
    expect(await evolution.rows('select * from person')).toEqual([{ id: 1, ...wanted, more: null }]);
    await evolution.build(person(...after.map((field) => field.replace(/ was=.*/, ''))));
    expect(await evolution.rows('select * from person')).toEqual([{ id: 1, ...wanted }]);
  });

  const entity = (head: string, field: string): string =>
    `entity ${head}:\n  id: int pk\n  ${field}: str(9) unique\n`;

  it('a dropped entity, whose name another takes over with its rows', async () => {
    const evolution = new Evolution();
    await evolution.build(entity('Person', 'old') + entity('Human', 'name'));
    await evolution.client.executeMultiple(
      `insert into person values (1, 'gone'); insert into human values (2, 'Ann')`,
    );
    const after = entity('Person was Human', 'name');
    expect((await evolution.build(after)).join('\n')).toContain('DROP TABLE `person`');
    expect(await evolution.rows('select * from person')).toEqual([{ id: 2, name: 'Ann' }]);
    expect(await evolution.build(after)).toEqual([]);
  });

  it('two entities that swap, and references to them', async () => {
    const evolution = new Evolution();
    const link = (to: string): string => `entity Link:\n  id: int pk\n  to: ref ${to}\n`;
    await evolution.build(entity('Person', 'name') + entity('Human', 'name') + link('Person'));
    await evolution.client.executeMultiple(
      `insert into person values (1, 'P'); insert into human values (2, 'H'); insert into link values (1, 1)`,
    );
    const after = entity('Person was Human', 'name') + entity('Human was Person', 'name') + link('Human');
    await evolution.build(after);
    expect(await evolution.rows('select * from person')).toEqual([{ id: 2, name: 'H' }]);
    expect(await evolution.rows('select name from link join human on human.id = to_id')).toEqual([
      { name: 'P' },
    ]);
    expect(await evolution.build(after)).toEqual([]);
  });

  it('any sequence of changes: every value is found under what it belongs to', async () => {
    await fc.assert(
      fc.asyncProperty(randomVersions, async (versions) => {
        const evolution = new Evolution();
        let before: readonly RandomEntity[] = [];
        for (const entities of versions) {
          await evolution.build(printVersion(entities));
          for (const { id, name, fields } of entities) {
            const former = before.find((other) => other.id === id);
            const kept = fields.filter((field) => former?.fields.some((other) => other.id === field.id));
            const found = await evolution.rows(`select * from ${name.toLowerCase()}`);
            expect(found).toEqual(
              former === undefined ? [] : [expect.objectContaining({ id, ...valuesOf(kept) })],
            );
            if (former === undefined)
              await evolution.insert(name, { id, ...valuesOf(fields.filter(isText)) });
          }
          for (const { name, fields } of entities) await evolution.update(name, valuesOf(fields));
          expect(await evolution.build(printVersion(entities))).toEqual([]);
          before = entities;
        }
      }),
      { seed: 20261129, numRuns: 12 },
    );
  }, 120_000);
});
