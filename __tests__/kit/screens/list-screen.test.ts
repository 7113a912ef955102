import { expect, it } from '@jest/globals';
import type { ListPage } from '../../../lib/kit/pages/page-model.ts';
import { listScreen } from '../../../lib/kit/screens/list-screen.ts';
import { pagesOf, surface, ticket } from '../pages/page-specs.ts';
import { partText } from './part-text.ts';

it('puts the ways to make a record behind the own actions of a list, the first of them as the main one', () => {
  const model = pagesOf(
    ticket +
      surface(
        'tickets',
        'list',
        ['title'],
        '  action own "Own":\n    on click -> surface tickets\n  action look "Look":\n    on click -> surface one\n',
      ) +
      surface('one', 'view', ['title']) +
      surface('add', 'create', ['title', 'owner']) +
      surface('add_more', 'create', ['title', 'owner']),
  );
  const { actions, rowActions, emptyActions } = listScreen(model.bySurface['tickets'] as ListPage);
  expect(actions.map(partText)).toEqual([
    'action Own (usual)',
    'link add -> /tickets/new/ (main)',
    'link add_more -> /tickets/add_more/ (usual)',
  ]);
  expect(rowActions.map(partText)).toEqual(['action Look (small)']);
  expect(emptyActions.map(partText)).toEqual(['link add -> /tickets/new/ (usual)']);
});
