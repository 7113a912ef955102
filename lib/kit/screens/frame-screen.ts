import { pathsBelow } from '../pages/addresses.ts';
import type { HomeLink, HomePage } from '../pages/page-model.ts';

/**
 * A link of the navigation; `below` has the paths of other links that begin with its own path, so that a page
 * below one of those is not taken for a page of this link.
 */
export interface NavigationLink extends HomeLink {
  readonly below: readonly string[];
}

/** The links of the navigation after the home link: lists, pages without an entity, experiences. */
export function navigationLinks({ lists, free, experiences }: HomePage): readonly NavigationLink[] {
  const links = [...lists, ...free, ...experiences];
  return links.map((link) => ({ ...link, below: pathsBelow(link, links) }));
}

/** A group of links on the home page; the first group, the lists, has no title. */
export interface HomeGroup {
  readonly title: string | null;
  readonly links: readonly HomeLink[];
}

/** The groups of links on the home page, in order, without empty ones. */
export function homeGroups({ lists, creates, free, experiences }: HomePage): readonly HomeGroup[] {
  const groups = [
    { title: null, links: lists },
    { title: 'Add', links: creates },
    { title: 'Pages', links: free },
    { title: 'Step by step', links: experiences },
  ];
  return groups.filter(({ links }) => links.length > 0);
}
