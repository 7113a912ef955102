import type { Address, PageLink } from '../pages/page-link.ts';
import { linkAddress, targetAddress } from '../pages/target-address.ts';
import type { TargetAddress } from '../pages/target-address.ts';
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
export type ScreenPart = { readonly label: string; readonly look: PartLook } & (
  | { readonly kind: 'link'; readonly address: TargetAddress }
  /** Sends the form that it stands in, or one of its own, with the name of an action of the surface. */
  | { readonly kind: 'submit'; readonly action: string | null; readonly isAlone: boolean }
);

/** A link to another page of the entity; home where there is none. */
export function linkPart(label: string, link: Address | null, look: PartLook = 'usual'): ScreenPart {
  return { kind: 'link', label, look, address: linkAddress(link) };
}

/** The actions of a surface, each as it is; `entity` is that of the record at hand. What calls a service is sent to it. */
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

/** The link to the page that deletes a record, where there is one. */
export function deleteParts(link: PageLink | null): ScreenPart[] {
  return link === null ? [] : [linkPart(link.label, link, 'danger')];
}
