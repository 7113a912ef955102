import { describe, expect, it } from '@jest/globals';
import { findUprooted } from '../../../../lib/plan/merge/guards/check-headers.ts';

const block = (header: string, ...lines: string[]): string =>
  `${header}\n${lines.map((line) => `    ${line}\n`).join('')}`;
const plain = block('class Guest:', 'show = 1', 'read = 2');
const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ');

describe('what a line belongs to', () => {
  it.each([
    ['a block that a side put around it', `if own:\n${indent(plain)}`, plain],
    ['one that both put around it', `if own:\n${indent(plain)}`, `if theirs:\n${indent(plain)}`],
    ['a header that a side changed', plain, plain.replace('Guest:', 'Guest(Base):')],
    ['brackets that close further out', plain, `${plain}    find = [\n        1\n]\n`],
    ['a line that no side has', plain, `${plain}    fresh = 3\n`],
  ])('may change by %s', (_, mine, result) => {
    expect(findUprooted(mine, plain, result)).toBeUndefined();
  });

  it.each([
    ['out of its block', plain, 'class Guest:\n    show = 1\nread = 2\n'],
    [
      'into what is around its block',
      `if own:\n${indent(plain)}`,
      `if own:\n${indent(plain).replace('        read', '    read')}`,
    ],
    [
      'into the block of another',
      `${plain}${block('class Other:', 'find = 3')}`,
      `${block('class Guest:', 'show = 1')}${block('class Other:', 'find = 3', 'read = 2')}`,
    ],
  ])('may not come %s', (_, mine, result) => {
    expect(findUprooted(mine, plain, result)).toBe('read = 2');
  });
});
