import { expect, it } from '@jest/globals';
import type { FieldType } from '../../lib/spec/app-spec.ts';
import { typeText } from '../../lib/spec/type-text.ts';

it.each<[FieldType, string]>([
  [{ kind: 'str', maxLength: 200 }, 'str(200)'],
  [{ kind: 'decimal', precision: 12, scale: 2 }, 'decimal(12,2)'],
  [{ kind: 'enum', values: ['open', 'closed'] }, 'enum[open,closed]'],
  [{ kind: 'ref', entity: 'User' }, 'ref User'],
  [{ kind: 'many', entity: 'User' }, 'many User'],
  [{ kind: 'datetime' }, 'datetime'],
])('%j is written %s', (type, text) => {
  expect(typeText(type)).toBe(text);
});
