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

it('makes parts of links and actions, and warns of what deletes', () => {
  expect(linkPart(link)).toEqual({ kind: 'link', label: 'Delete', link, look: 'usual' });
  expect(actionParts([action], 'small')).toEqual([{ kind: 'action', action, look: 'small' }]);
  expect(deleteParts(link)).toEqual([{ kind: 'link', label: 'Delete', link, look: 'danger' }]);
  expect(deleteParts(null)).toEqual([]);
});
