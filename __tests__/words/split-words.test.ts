import { describe, expect, it } from '@jest/globals';
import { splitNumbers, splitWords } from '../../lib/words/split-words.ts';

describe('splitWords', () => {
  it.each([
    ['created_by', ['created', 'by']],
    ['HTTPLog', ['HTTP', 'Log']],
    ['LedgerTransaction', ['Ledger', 'Transaction']],
    ['line-item2', ['line', 'item2']],
    ['billing.core', ['billing', 'core']],
    ['_odd__name_', ['odd', 'name']],
    ['_', []],
  ])('splits %s', (name, expected) => {
    expect(splitWords(name)).toEqual(expected);
  });
});

describe('splitNumbers', () => {
  it.each([
    ['HTTPLog', ['http', 'log']],
    ['clients2', ['clients', '2']],
    ['HTTP2Server', ['http', '2', 'server']],
    ['v2x', ['v', '2', 'x']],
  ])('splits %s', (name, expected) => {
    expect(splitNumbers(name)).toEqual(expected);
  });
});
