import type { PageLink } from '../pages/page-link.ts';
import type { ActionModel } from '../pages/target-model.ts';

/** How much something to press stands out: the main one of its page, one that takes something away, one in a row. */
export type PartLook = 'main' | 'danger' | 'small' | 'usual';

/** The classes of `site.css` for each look. */
export const lookClasses: Readonly<Record<PartLook, string>> = {
  main: 'button button-primary',
  danger: 'button button-danger',
  small: 'button button-small',
  usual: 'button',
};

/** Something to press on a page. */
export type ScreenPart =
  /** Leads to another page of the entity, or home where `link` is null. */
  | {
      readonly kind: 'link';
      readonly label: string;
      readonly link: PageLink | null;
      readonly look: PartLook;
    }
  /** Does at once what an action of the surface says. */
  | { readonly kind: 'action'; readonly action: ActionModel; readonly look: PartLook }
  /** Saves the form; `action` is the name of the action that says where to go then, null where none does. */
  | {
      readonly kind: 'save';
      readonly label: string;
      readonly action: string | null;
      readonly look: PartLook;
    };

/** A link to another page of the entity. */
export function linkPart(link: PageLink, look: PartLook = 'usual'): ScreenPart {
  return { kind: 'link', label: link.label, link, look };
}

/** The actions of a surface, each as it is. */
export function actionParts(actions: readonly ActionModel[], look: PartLook = 'usual'): ScreenPart[] {
  return actions.map((action) => ({ kind: 'action', action, look }));
}

/** The link to the page that deletes a record, where there is one. */
export function deleteParts(link: PageLink | null): ScreenPart[] {
  return link === null ? [] : [linkPart(link, 'danger')];
}
