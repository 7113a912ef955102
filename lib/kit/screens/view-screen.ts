import type { PageLink } from '../pages/page-link.ts';
import type { ViewPage } from '../pages/page-model.ts';
import { actionParts, deleteParts, linkPart } from './screen-part.ts';
import type { ScreenPrinter } from './screen-printer.ts';
import { screenWords } from './screen-words.ts';

/** What a record's page shows, in order. Actions and values are template code made by a `ScreenPrinter`. */
export interface ViewScreen {
  readonly words: typeof screenWords;
  readonly title: string;
  readonly purpose: string | null;
  /** The entity's list, for the breadcrumbs; null: none. */
  readonly list: PageLink | null;
  readonly actions: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly fields: readonly { readonly label: string; readonly value: string }[];
  }[];
}

/** The actions are those of the surface, then links to the record's other pages, and last its deletion. */
export function viewScreen(print: ScreenPrinter, page: ViewPage): ViewScreen {
  const parts = [
    ...actionParts(page.actions, page.entity),
    ...page.recordLinks.map((link) => linkPart(link.label, link)),
    ...deleteParts(page.delete),
  ];
  return {
    words: screenWords,
    title: page.title,
    purpose: page.purpose,
    list: page.list,
    actions: parts.map((part) => print.part(part, page.entity)),
    sections: page.sections.map(({ title, fields }) => ({
      title,
      fields: fields.map((field) => ({
        label: field.label,
        value: print.value(field, page.entity, 'page'),
      })),
    })),
  };
}
