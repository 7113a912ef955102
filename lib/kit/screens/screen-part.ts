import type { Address, PageLink } from '../pages/page-link.ts';
import { linkAddress, targetAddress } from '../pages/target-address.ts';
import type { TargetAddress } from '../pages/target-address.ts';
import type { ActionModel } from '../pages/target-model.ts';

/**
 * How a link or button looks: `main` for the most important one of its page, `danger` for one that deletes,
 * `small` for one in a table row.
 */
export type PartLook = 'main' | 'danger' | 'small' | 'usual';

/** The classes of `site.css` for each look. */
export const lookClasses: Readonly<Record<PartLook, string>> = {
  main: 'button button-primary',
  danger: 'button button-danger',
  small: 'button button-small',
  usual: 'button',
};

/** A link or a button on a page. */
export type ScreenPart = { readonly label: string; readonly look: PartLook } & (
  | { readonly kind: 'link'; readonly address: TargetAddress }
  /**
   * Submits the form around it or, where `isAlone`, a form of its own, with the name of an action of the
   * surface; `action` null: without a name.
   */
  | { readonly kind: 'submit'; readonly action: string | null; readonly isAlone: boolean }
);

/** A link to another page of the same entity; `link` null: to the home page. */
export function linkPart(label: string, link: Address | null, look: PartLook = 'usual'): ScreenPart {
  return { kind: 'link', label, look, address: linkAddress(link) };
}

/**
 * The actions of a surface as links, or as buttons with a form of their own where they call an integration.
 * `entity` is the entity of the current record; null: there is none.
 */
export function actionParts(
  actions: readonly ActionModel[],
  entity: string | null,
  look: PartLook = 'usual',
): ScreenPart[] {
  return actions.map(({ name, label, target }) =>
    target.kind === 'integration'
      ? { kind: 'submit', label, look, action: name, isAlone: true }
      : { kind: 'link', label, look, address: targetAddress(target, entity) },
  );
}

/** The link to the page that deletes a record; nothing where there is no such page. */
export function deleteParts(link: PageLink | null): ScreenPart[] {
  return link === null ? [] : [linkPart(link.label, link, 'danger')];
}
