import { describe, expect, it } from '@jest/globals';
import {
  choicesOf,
  defaultOf,
  isGenerated,
  isNeverEmpty,
  isNeverEmptyInput,
  isRequiredInput,
  targetOf,
} from '../../../lib/kit/fields/field-claims.ts';
import { fieldOf } from './fields-of.ts';

describe('claims about a field', () => {
  it.each([
    // line, generated, required input, never empty input, never empty
    ['id: uuid pk', true, false, false, true],
    ['id: int pk', true, false, false, true],
    ['code: str(9) pk', false, true, true, true],
    ['name: str(9) required', false, true, true, true],
    ['name: str(9) = "x"', false, false, false, true],
    ['name: str(9)', false, false, false, false],
    ['done: bool required', false, false, false, true],
    ['state: enum[open,done]=open', false, false, true, true],
    ['state: enum[open,done]', false, false, false, false],
    ['opened: datetime auto_add', true, false, false, true],
  ])('%s', (line, ...claims) => {
    const field = fieldOf(line);
    expect([
      isGenerated(field),
      isRequiredInput(field),
      isNeverEmptyInput(field),
      isNeverEmpty(field),
    ]).toEqual(claims);
  });
});

describe('what a record has where nobody gave a value', () => {
  it.each([
    ['done: bool', { kind: 'bool', value: false }],
    ['done: bool = true', { kind: 'bool', value: true }],
    ['name: str(9) = "x"', { kind: 'string', value: 'x' }],
    ['name: str(9)', null],
  ])('%s', (line, value) => {
    expect(defaultOf(fieldOf(line))).toEqual(value);
  });
});

describe('what a field leads to', () => {
  it('is the labelled values of an enum', () => {
    expect(choicesOf(fieldOf('state: enum[in_progress,done]'))).toEqual([
      { value: 'in_progress', label: 'In progress' },
      { value: 'done', label: 'Done' },
    ]);
    expect(choicesOf(fieldOf('name: str(9)'))).toBeNull();
  });

  it('is the entity of a ref and of a many', () => {
    expect(['a: ref Thing', 'b: many Thing', 'c: int'].map((line) => targetOf(fieldOf(line)))).toEqual([
      'Thing',
      'Thing',
      null,
    ]);
  });
});
