import type { ViewPage } from '../pages/page-model.ts';
import { actionParts, deleteParts, linkPart } from './screen-part.ts';
import type { ScreenPart } from './screen-part.ts';

/** What there is to press on a record's page, first to last: its actions, its other pages, and what deletes it. */
export function viewActions(page: ViewPage): readonly ScreenPart[] {
  return [
    ...actionParts(page.actions),
    ...page.recordLinks.map((link) => linkPart(link)),
    ...deleteParts(page.delete),
  ];
}
