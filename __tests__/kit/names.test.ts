import { describe, expect, it } from '@jest/globals';
import {
  article,
  asTitle,
  camel,
  inSentence,
  inWords,
  kebab,
  pascal,
  plural,
  snake,
  words,
} from '../../lib/kit/names.ts';

describe('names', () => {
  it.each([
    ['created_by', ['created', 'by']],
    ['HTTPLog', ['http', 'log']],
    ['LedgerTransaction', ['ledger', 'transaction']],
    ['line-item2', ['line', 'item2']],
    ['_odd__name_', ['odd', 'name']],
  ])('splits %s into words', (name, expected) => {
    expect(words(name)).toEqual(expected);
  });

  it('writes the same words in each case', () => {
    expect([pascal, camel, snake, kebab].map((write) => write('support_ticketItem'))).toEqual([
      'SupportTicketItem',
      'supportTicketItem',
      'support_ticket_item',
      'support-ticket-item',
    ]);
  });

  it.each([
    ['created_by', 'Created by', 'Created By'],
    ['vatNumber', 'VAT number', 'Vat Number'],
    ['url', 'URL', 'Url'],
    ['_', '_', '_'],
  ])('turns %s into a label', (name, label, title) => {
    expect([inWords(name), asTitle(name)]).toEqual([label, title]);
  });

  it.each([
    ['ticket', 'tickets'],
    ['category', 'categories'],
    ['day', 'days'],
    ['box', 'boxes'],
    ['address', 'addresses'],
    ['person', 'people'],
    ['sales-person', 'sales-people'],
    ['Order line', 'Order lines'],
    ['Child', 'Children'],
    ['news', 'news'],
    ['series', 'series'],
    ['people', 'people'],
    ['FAQ', 'FAQs'],
    ['constructor', 'constructors'],
    ['form-2', 'form-2s'],
  ])('knows the plural of %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });

  it.each([
    ['Support Ticket', 'support Ticket'],
    ['VAT number', 'VAT number'],
    ['A', 'a'],
    ['', ''],
  ])('fits %p into a sentence', (text, expected) => {
    expect(inSentence(text)).toBe(expected);
  });

  it.each([
    ['Order', 'an'],
    ['User', 'a'],
    ['Ticket', 'a'],
    ['hour', 'an'],
  ])('puts the right article before %s', (noun, expected) => {
    expect(article(noun)).toBe(expected);
  });
});
