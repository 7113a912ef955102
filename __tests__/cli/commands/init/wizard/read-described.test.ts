import { describe, expect, it } from '@jest/globals';
import { readEntities, readFields } from '../../../../../lib/cli/commands/init/wizard/read-described.ts';

/** `name: type`, with `?` for a type that is asked for, the guess behind it, and the name that it may be as a whole. */
function draw(text: string): string[] {
  return readFields(text).map(
    ({ name, type, guess, required, whole }) =>
      `${name}: ${type ?? `? ${guess}`}${required ? ' required' : ''}${whole === undefined ? '' : ` or ${whole}`}`,
  );
}

describe('what a person types for the things that are kept', () => {
  it.each([
    ['customer', ['Customer']],
    ['purchase order', ['PurchaseOrder']],
    ['Customer, Order', ['Customer', 'Order']],
    ['Customer, Order and Item', ['Customer', 'Order', 'Item']],
    ['Terms and Conditions', ['TermsAndConditions']],
    ['1st prize', ['StPrize']],
    ['42, ?', []],
  ])('%s', (text, names) => {
    expect(readEntities(text)).toEqual(names.map((name) => ({ name, fields: [] })));
  });

  it.each([
    ['Item: name, price number', { Item: ['name', 'price'] }],
    ['Customer: name, email; Order: total', { Customer: ['name', 'email'], Order: ['total'] }],
    ['Customer: name, Order: total, paid', { Customer: ['name'], Order: ['total', 'paid'] }],
    ['Customer (name, email), Order (total)', { Customer: ['name', 'email'], Order: ['total'] }],
    ['Item: code: str(8), kind: enum[a,b]', { Item: ['code', 'kind'] }],
  ])('%s has fields', (text, entities) => {
    const read = readEntities(text).map(({ name, fields }) => [name, fields.map((field) => field.name)]);
    expect(Object.fromEntries(read)).toEqual(entities);
  });
});

describe('what a person types for fields', () => {
  it.each([
    ['name', ['name: ? str(200)']],
    ['price number', ['price: ? decimal(10,2) or price_number']],
    ['seats number', ['seats: ? int or seats_number']],
    ['start date', ['start: date or start_date']],
    ['bio long text', ['bio: text or bio_long_text']],
    ['price: number', ['price: ? decimal(10,2)']],
    ['price: money, due: date', ['price: decimal(10,2)', 'due: date']],
    ['email (email address) required', ['email: email required']],
    ['code str(8), total decimal( 8, 2 ), size int', ['code: str(8)', 'total: decimal(8,2)', 'size: int']],
    ['buyer: ref Customer', ['buyer: ref Customer']],
    ['state: new/paid/shipped', ['state: enum[new,paid,shipped]']],
    ['done: yes/no', ['done: bool']],
    ['colour: mauve', ['colour: ? str(200)']],
    ['born on, is active, created at', ['born_on: ? date', 'is_active: ? bool', 'created_at: ? datetime']],
  ])('%s', (text, fields) => {
    expect(draw(text)).toEqual(fields);
  });
});
