import { describe, expect, it } from '@jest/globals';
import { camel, capitalize, kebab, pascal, snake } from '../../lib/words/spellings.ts';

describe('spellings', () => {
  it.each([
    [
      'support_ticketItem',
      'SupportTicketItem',
      'supportTicketItem',
      'support_ticket_item',
      'support-ticket-item',
    ],
    ['HTTPLog', 'HTTPLog', 'httpLog', 'http_log', 'http-log'],
    ['_a__b_', 'AB', 'aB', 'a_b', 'a-b'],
    ['item2', 'Item2', 'item2', 'item2', 'item2'],
    ['_', '', '', '', ''],
  ])('writes the words of %s in each case', (name, ...expected) => {
    expect([pascal, camel, snake, kebab].map((write) => write(name))).toEqual(expected);
  });

  it('gives only the first letter a capital', () => {
    expect(['createdBy', 'HTTP', ''].map(capitalize)).toEqual(['CreatedBy', 'HTTP', '']);
  });
});
