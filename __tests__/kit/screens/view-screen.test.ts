import { expect, it } from '@jest/globals';
import type { ViewPage } from '../../../lib/kit/pages/page-model.ts';
import { viewScreen } from '../../../lib/kit/screens/view-screen.ts';
import { pagesOf, surface, ticket } from '../pages/page-specs.ts';
import { asWords } from './part-text.ts';

it('puts actions first, then the pages of the record, and what deletes it last', () => {
  const model = pagesOf(
    ticket +
      surface('one', 'view', ['title'], '  action all "All":\n    on click -> surface tickets\n') +
      surface('tickets', 'list', ['title']) +
      surface('change', 'edit', ['title']) +
      surface('close', 'custom', ['status']),
  );
  expect(viewScreen(asWords, model.bySurface['one'] as ViewPage).actions).toEqual([
    'link All -> /tickets/ (usual)',
    'link Edit -> /tickets/:id/edit/ (usual)',
    'link close -> /tickets/:id/close/ (usual)',
    'link Delete -> /tickets/:id/delete/ (danger)',
  ]);
});
