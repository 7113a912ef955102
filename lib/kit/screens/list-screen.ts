import type { ListPage } from '../pages/page-model.ts';
import { actionParts, linkPart } from './screen-part.ts';
import type { ScreenPart } from './screen-part.ts';

/** What there is to press on a list, first to last. */
export interface ListScreen {
  readonly actions: readonly ScreenPart[];
  /** Beside each record. */
  readonly rowActions: readonly ScreenPart[];
  /** Where there is no record at all. */
  readonly emptyActions: readonly ScreenPart[];
}

/** A list's own actions, then a link for each way to make a record, of which the first is the main one. */
export function listScreen(page: ListPage): ListScreen {
  return {
    actions: [
      ...actionParts(page.actions.filter(({ scope }) => scope === 'page')),
      ...page.createLinks.map((link, index) => linkPart(link, index === 0 ? 'main' : 'usual')),
    ],
    rowActions: actionParts(
      page.actions.filter(({ scope }) => scope === 'row'),
      'small',
    ),
    emptyActions: page.createLinks.slice(0, 1).map((link) => linkPart(link)),
  };
}
