import { expect, it } from '@jest/globals';
import type { PageLink } from '../../../lib/kit/pages/page-link.ts';
import { actionParts, deleteParts, linkPart } from '../../../lib/kit/screens/screen-part.ts';
import type { ActionModel } from '../../../lib/kit/pages/target-model.ts';

const link: PageLink = {
  path: '/tickets/:id/delete/',
  takesId: true,
  routeName: 'ticket_delete',
  surface: null,
  label: 'Delete',
};
const action: ActionModel = {
  name: 'go',
  label: 'Go',
  control: 'link',
  scope: 'page',
  target: { kind: 'home', path: '/', routeName: 'home' },
};

const address = { path: link.path, routeName: link.routeName, record: { kind: 'self' }, query: null };
const home = { path: '/', routeName: 'home', record: null, query: null };

it('makes parts of links, and warns of what deletes', () => {
  expect(linkPart('Go on', link)).toEqual({ kind: 'link', label: 'Go on', address, look: 'usual' });
  expect(linkPart('Leave', null)).toMatchObject({ address: home });
  expect(deleteParts(link)).toEqual([{ kind: 'link', label: 'Delete', address, look: 'danger' }]);
  expect(deleteParts(null)).toEqual([]);
});

it('makes a link of an action, and a form of its own of one that calls a service', () => {
  const call = { kind: 'integration', integration: 'mail', action: 'send' } as const;
  expect(actionParts([action, { ...action, target: call }], null, 'small')).toEqual([
    { kind: 'link', label: 'Go', address: home, look: 'small' },
    { kind: 'submit', label: 'Go', action: 'go', isAlone: true, look: 'small' },
  ]);
});
