import { describe, expect, it } from '@jest/globals';
import { sampleRule, type SampleRule } from '../../../lib/kit/cases/sample-rule.ts';
import { fieldOf } from './case-specs.ts';

const text = { kind: 'text', label: null, digits: null } as const;
const number = { kind: 'number', type: 'integer', least: 0, span: 1, fixed: null } as const;

describe('sampleRule', () => {
  it.each<[string, SampleRule | null]>([
    ['name: str(40)', { ...text, label: 'Name' }],
    ['name: str(8)', text],
    ['name: str(4)', { ...text, digits: 4 }],
    ['code: str(4) pattern="^(ab|cd)$"', { kind: 'pick', values: ['ab', 'cd'] }],
    ['code: str(4) pattern="^(?=a)a$"', null],
    ['age: int min=3 max=9', { ...number, least: 3, span: 7 }],
    ['price: decimal(4,2)', { ...number, type: 'decimal', span: 100 }],
    ['part: decimal(4,2) min=0.2 max=0.6', { ...number, type: 'decimal', least: 1, fixed: '0.2' }],
    ['state: enum[open,closed]', { kind: 'pick', values: ['open', 'closed'] }],
    ['day: date', { kind: 'date' }],
    ['seen_at: datetime auto_update', null],
    ['other: ref One', null],
    ['others: many One', null],
    ['others: many One required', { kind: 'record', entity: 'One', isMany: true }],
  ])('says how the samples of a field are made: %s', (line, rule) => {
    expect(sampleRule(fieldOf(line))).toEqual(rule);
  });

  it('makes the records that a sample needs', () => {
    expect(sampleRule(fieldOf('other: ref One required'))).toEqual({
      kind: 'record',
      entity: 'One',
      isMany: false,
    });
  });
});
