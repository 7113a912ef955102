import { describe, expect, it } from '@jest/globals';
import { targetAddress } from '../../../lib/kit/pages/target-address.ts';
import type { PageTarget } from '../../../lib/kit/pages/target-model.ts';

const page: PageTarget = {
  kind: 'page',
  surface: 'ticket_view',
  entity: 'Ticket',
  path: '/tickets/:id/',
  routeName: 'ticket_view',
  takesId: true,
  record: { kind: 'self' },
  prefill: null,
};
const home = { path: '/', routeName: 'home', record: null, query: null };

describe('the address of a target', () => {
  it('is home where nothing runs yet', () => {
    expect(targetAddress({ kind: 'integration', integration: 'mail', action: 'send' }, 'Ticket')).toEqual(
      home,
    );
    expect(targetAddress({ kind: 'home', path: '/', routeName: 'home' }, null)).toEqual(home);
  });

  it('takes the key of a record, or a field that is filled with it', () => {
    const { path, routeName, record } = page;
    expect(targetAddress(page, 'Ticket')).toEqual({ path, routeName, record, query: null });
    const comment = { path: '/comments/new/', routeName: 'comment_new', record: null };
    const filled = { ...page, ...comment, entity: 'Comment', prefill: 'ticket' };
    const query = { name: 'ticket', entity: 'Comment', before: '' };
    expect(targetAddress(filled, 'Ticket')).toEqual({ ...comment, query });
  });

  it('takes the record along into an experience, with its entity', () => {
    const experience = {
      kind: 'experience',
      experience: 'sale',
      step: 'pay',
      path: '/experiences/sale/',
      routeName: 'experience-sale',
      carriesRecord: true,
    } as const;
    expect(targetAddress(experience, 'Ticket').query).toEqual({
      name: 'record',
      entity: null,
      before: 'Ticket:',
    });
    expect(targetAddress({ ...experience, carriesRecord: false }, 'Ticket').query).toBeNull();
  });
});
