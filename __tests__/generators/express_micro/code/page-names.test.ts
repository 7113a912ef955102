import { describe, expect, it } from '@jest/globals';
import { pageNames } from '../../../../generators/express_micro/code/page-names.ts';
import { expressNames } from '../../../../generators/express_micro/naming.ts';
import { specOf } from '../generate.ts';

const entity = (name: string): string => `entity ${name}:\n  id: uuid pk\n\n`;

describe('pageNames', () => {
  it.each([
    ['Ticket', 'ticket', 'ticketModel', 'ticketSchema', 'ticketRoutes'],
    ['HTTPLog', 'http-log', 'httpLogModel', 'httpLogSchema', 'httpLogRoutes'],
    ['Class', 'class', 'classRecordModel', 'classRecordSchema', 'classRecordRoutes'],
    ['Index', 'index-record', 'indexRecordModel', 'indexRecordSchema', 'indexRecordRoutes'],
    ['Home', 'home-record', 'homeModel', 'homeSchema', 'homeRecordRoutes'],
  ])('names what belongs to the entity %s', (name, file, model, schema, routes) => {
    const names = pageNames(specOf(entity(name)));
    expect({
      file: names.file(name),
      model: names.model(name),
      schema: names.schema(name),
      routes: names.routes(name),
    }).toEqual({ file, model, schema, routes });
  });

  it('keeps surfaces apart from entities and from each other', () => {
    const spec = specOf(
      `${entity('Ticket')}surface ticket "One":\n  uses entity Ticket\n  mode: create\n\nsurface ticket_list "All":\n  uses entity Ticket\n  mode: list\n`,
    );
    const names = pageNames(spec);
    expect(names.pageSchemasOf('Ticket')).toEqual(['ticketPageSchema', 'ticketListFilters']);
    expect([names.page('ticket'), names.after('ticket'), names.view('ticket')]).toEqual([
      'ticketPagePage',
      'afterTicketPage',
      'ticket/ticket',
    ]);
  });
});

describe('expressNames', () => {
  it('keeps tables apart from those of the application itself, with a warning', () => {
    const names = expressNames(specOf(entity('AuthUser')));
    expect(names.entity('AuthUser').table).toBe('auth_user_record');
    expect(names.warnings).toMatchObject([{ code: 'DZL360', severity: 'warning' }]);
  });

  it('calls a table as the entity, also where the word is reserved in JavaScript', () => {
    const names = expressNames(specOf(entity('Class') + entity('Order')));
    expect(names.entity('Class')).toMatchObject({ table: 'class', tables: 'classes', record: 'classRecord' });
    expect(names.entity('Order')).toMatchObject({ table: 'order', tables: 'orders', record: 'order' });
    expect(names.warnings).toEqual([]);
  });
});
