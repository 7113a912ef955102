import { describe, expect, it } from '@jest/globals';
import { strictValues } from '../../lib/tree/strict-values.ts';

interface Values {
  readonly title: string;
  readonly help: undefined;
  readonly entity: { readonly fields: readonly { readonly name: string; readonly size?: number }[] };
}

const values = Object.freeze({ title: 'T', help: undefined, entity: { fields: [{ name: 'a' }] } });
const strict = (): Values => strictValues(values, 'it', new WeakMap()) as Values;

describe('values in a template', () => {
  it('read as they are, to any depth', () => {
    expect([strict().title, strict().help, strict().entity.fields[0]!.name]).toEqual(['T', undefined, 'a']);
    expect(JSON.stringify(strict())).toBe('{"title":"T","entity":{"fields":[{"name":"a"}]}}');
  });

  it.each<[string, (it: Values) => unknown, string]>([
    [
      'at the top',
      (it) => (it as unknown as { titel: string }).titel,
      'it has no "titel"; did you mean "title"?',
    ],
    [
      'in an object',
      (it) => (it.entity as unknown as { colour: string }).colour,
      'it.entity has no "colour"',
    ],
    ['in a list', (it) => it.entity.fields[0]!.size, 'it.entity.fields[…] has no "size"'],
  ])('refuse a name that is missing %s', (_, read, message) => {
    expect(() => read(strict())).toThrow(new ReferenceError(message));
  });

  it.each([['text'], [1], [true], [null], [undefined]])('leave %j as it is', (value) => {
    expect(strictValues(value, 'it', new WeakMap())).toBe(value);
  });

  it('leave objects of other kinds as they are', () => {
    const map = new Map([['a', 1]]);
    expect((strictValues({ map }, 'it', new WeakMap()) as { map: unknown }).map).toBe(map);
  });

  it('are wrapped once', () => {
    const seen = new WeakMap<object, unknown>();
    const first = strictValues(values, 'it', seen);
    expect(strictValues(values, 'it', seen)).toBe(first);
    expect(strictValues(first, 'it', seen)).toBe(first);
  });
});
