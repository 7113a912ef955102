import { fieldKinds } from '../fields/field-kinds.ts';
import type { EntityPages, ListPage } from '../pages/page-model.ts';
import { actionParts, linkPart } from './screen-part.ts';
import type { ScreenPart } from './screen-part.ts';
import type { ScreenPrinter } from './screen-printer.ts';
import { screenWords } from './screen-words.ts';

/**
 * Characters of a long text, or of JSON, that a cell of a list shows: a longer one is cut to one less, with `…` behind it.
 */
export const longestCell = 80;

/** What a list page shows, in order. Actions and values are template code made by a `ScreenPrinter`. */
export interface ListScreen {
  readonly words: typeof screenWords;
  readonly title: string;
  readonly purpose: string | null;
  readonly noun: string;
  readonly pluralNoun: string;
  readonly emptyText: string;
  /** `sort` is what `?sort=` takes for the column; null where it does not sort. */
  readonly columns: readonly {
    readonly label: string;
    readonly sort: string | null;
    readonly isNumber: boolean;
    readonly value: string;
  }[];
  readonly actions: readonly string[];
  /** Actions beside each record. */
  readonly rowActions: readonly string[];
  /** Actions that the page offers where there is no record at all. */
  readonly emptyActions: readonly string[];
}

/**
 * The actions at the top of a list are those of its surface, then a link to each create page, of which the
 * first is the main button.
 */
export function listScreen(print: ScreenPrinter, entity: EntityPages, page: ListPage): ListScreen {
  const { recordPage } = entity;
  const parts = (all: readonly ScreenPart[]): string[] => all.map((part) => print.part(part, page.entity));
  return {
    words: screenWords,
    title: page.title,
    purpose: page.purpose,
    noun: entity.noun,
    pluralNoun: entity.pluralNoun,
    emptyText: page.emptyText,
    columns: page.columns.map((column) => ({
      label: column.label,
      sort: column.sort,
      isNumber: fieldKinds[column.kind].bounds === 'value',
      value:
        column.isLink && recordPage !== null
          ? print.link(column, page.entity, recordPage)
          : print.value(column, page.entity, 'cell'),
    })),
    actions: parts([
      ...actionParts(
        page.actions.filter(({ scope }) => scope === 'page'),
        page.entity,
      ),
      ...page.createLinks.map((link, index) => linkPart(link.label, link, index === 0 ? 'main' : 'usual')),
    ]),
    rowActions: parts(
      actionParts(
        page.actions.filter(({ scope }) => scope === 'row'),
        page.entity,
        'small',
      ),
    ),
    emptyActions: parts(page.createLinks.slice(0, 1).map((link) => linkPart(link.label, link))),
  };
}
