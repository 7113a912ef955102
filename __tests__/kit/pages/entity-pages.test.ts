import { expect, it } from '@jest/globals';
import { formPages, hasPages, surfacePages } from '../../../lib/kit/pages/entity-pages.ts';
import { pagesOf, surface, ticket } from './page-specs.ts';

it('gives the pages of an entity in the order of their addresses, and its forms', () => {
  const { entities } = pagesOf(
    ticket +
      ['e custom', 'd edit', 'c view', 'b create', 'a list']
        .map((line) => surface(line.split(' ')[0]!, line.split(' ')[1]!, ['title', 'owner']))
        .join(''),
  );
  const [user, tickets] = entities;
  expect(surfacePages(tickets!).map((page) => page.surface)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(formPages(tickets!).map((page) => page.surface)).toEqual(['b', 'd', 'e']);
  expect([hasPages(user!), hasPages(tickets!)]).toEqual([false, true]);
});
