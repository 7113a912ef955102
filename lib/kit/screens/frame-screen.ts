import { pathsBelow } from '../pages/addresses.ts';
import type { HomeLink, HomePage } from '../pages/page-model.ts';

/** A link of the navigation, and the paths of other links that lie below its own. */
export interface NavigationLink extends HomeLink {
  readonly below: readonly string[];
}

/** The navigation of each page, behind the link home: lists, pages and experiences. */
export function navigationLinks({ lists, free, experiences }: HomePage): readonly NavigationLink[] {
  const links = [...lists, ...free, ...experiences];
  return links.map((link) => ({ ...link, below: pathsBelow(link, links) }));
}

/** Links of the home page that belong together; without a title, they stand first. */
export interface HomeGroup {
  readonly title: string | null;
  readonly links: readonly HomeLink[];
}

/** What the home page leads to, first to last. */
export function homeGroups({ lists, creates, free, experiences }: HomePage): readonly HomeGroup[] {
  const groups = [
    { title: null, links: lists },
    { title: 'Add', links: creates },
    { title: 'Pages', links: free },
    { title: 'Step by step', links: experiences },
  ];
  return groups.filter(({ links }) => links.length > 0);
}
