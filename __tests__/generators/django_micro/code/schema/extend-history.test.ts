import { describe, expect, it } from '@jest/globals';
import type { Rename } from '../../../../../lib/index.ts';
import { djangoNames } from '../../../../../generators/django_micro/naming.ts';
import { extendHistory } from '../../../../../generators/django_micro/code/schema/extend-history.ts';
import type { SchemaHistory } from '../../../../../generators/django_micro/code/schema/schema-history.ts';
import { specOf } from '../../generate.ts';

function renamesOf(dsl: string): Rename[] {
  return specOf(dsl).entities.flatMap((entity) => [
    ...(entity.was === null ? [] : [{ kind: 'entity' as const, from: entity.was, to: entity.name }]),
    ...entity.fields.flatMap(({ was, name }) =>
      was === null ? [] : [{ kind: 'field' as const, from: was, to: name, entity: entity.name }],
    ),
  ]);
}

/** The record after building each spec in turn. */
function after(...specs: readonly (string | readonly [string, readonly Rename[]])[]): SchemaHistory {
  let history: SchemaHistory | null = null;
  for (const each of specs) {
    const [dsl, renames] = typeof each === 'string' ? [each, renamesOf(each)] : each;
    const spec = specOf(dsl);
    history = extendHistory(history, spec, djangoNames(spec), renames, {});
  }
  return history!;
}

const entity = (...fields: string[]): string =>
  ['entity Ticket:', '  id: uuid pk', ...fields.map((f) => `  ${f}`)].join('\n');

const field = (from: string, to: string): Rename => ({ kind: 'field', entity: 'Ticket', from, to });

describe('extendHistory', () => {
  it('has no renames after the first build, even with a "was"', () => {
    expect(after(entity('title: int was=name'))).toEqual({
      names: { Ticket: { model: 'Ticket', fields: { id: 'id', title: 'title' } } },
      builds: [],
      rules: {},
    });
  });

  it('records renamed entities and fields in the names of Django', () => {
    expect(
      after(
        'entity Client:\n  id: uuid pk\n  from: int\n',
        'entity Customer was Client:\n  id: uuid pk\n  origin: int was=from\n',
      ).builds,
    ).toEqual([
      { number: 1, models: { Client: 'Customer' }, fields: { Customer: { from_field: 'origin' } } },
    ]);
  });

  it('records a rename once, however long the "was" stays', () => {
    const renamed = entity('title: int was=name');
    expect(after(entity('name: int'), renamed, renamed, entity('title: int')).builds).toHaveLength(1);
  });

  it('keeps the renames of all builds in order', () => {
    expect(
      after(entity('a: int'), entity('b: int was=a'), entity('c: int was=b')).builds.map(
        ({ fields }) => fields,
      ),
    ).toEqual([{ Ticket: { a: 'b' } }, { Ticket: { b: 'c' } }]);
  });

  it('sees two fields that change places, once', () => {
    const swap = [field('b', 'a'), field('a', 'b')];
    const swapped = [entity('a: int', 'b: int'), swap] as const;
    expect(after(entity('a: int', 'b: int'), swapped, swapped).builds).toEqual([
      { number: 1, models: {}, fields: { Ticket: { a: 'b', b: 'a' } } },
    ]);
  });

  it('sees a rename to the name of a field that was removed', () => {
    expect(after(entity('a: int', 'b: int'), entity('b: int was=a')).builds).toEqual([
      { number: 1, models: {}, fields: { Ticket: { a: 'b' } } },
    ]);
  });

  it('sees a chain of names whose end was removed, once', () => {
    const chained = entity('b: int was=a', 'c: int was=b');
    expect(after(entity('a: int', 'b: int', 'c: int'), chained, chained).builds).toEqual([
      { number: 1, models: {}, fields: { Ticket: { a: 'b', b: 'c' } } },
    ]);
  });

  it('takes an old "was" for no rename when a field with the old name comes and goes', () => {
    const renames = [field('name', 'title')];
    const alone = [entity('title: int'), renames] as const;
    const both = [entity('title: int', 'name: int'), renames] as const;
    expect(after(entity('name: int'), alone, both, alone).builds).toHaveLength(1);
  });

  it('records an attribute that a new neighbour pushes aside', () => {
    const person = '\nentity Person:\n  id: uuid pk\n';
    expect(
      after(entity('author_id: int') + person, entity('author_id: int', 'author: ref Person') + person)
        .builds,
    ).toEqual([{ number: 1, models: {}, fields: { Ticket: { author_id: 'author_id_field' } } }]);
  });
});
