import { toLocal } from './dates.js';
import { showDecimal } from './forms/decimals.js';
import { isWebAddress } from './forms/fields.js';

/** How views write values. */
export const valueTexts = {
  asDateTime: (value) => toLocal(value).slice(0, 16).replace('T', ' '),
  asTime: (value) => value.slice(0, 5),
  asYesNo: (value) => (value ? 'Yes' : 'No'),
  asDecimal: showDecimal,
  asJson: (value) => JSON.stringify(value, null, 2),
  shorten: (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text),
  isWebAddress,
};

/** What views know about the request. */
export function requestValues(req) {
  // Below a router of its own, a request's path is shorter.
  const { path } = req;
  const address = (changes) => {
    const query = new URLSearchParams(req.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return `?${query}`;
  };
  return {
    path,
    run: null,
    /** The value of `aria-current` for a link in the navigation: to this page, to the list that it belongs to, or null. */
    ariaCurrent: (address, ...others) => {
      if (path === address) return 'page';
      const isAt = (each) => each !== '/' && path.startsWith(each);
      return isAt(address) && !others.some(isAt) ? 'true' : null;
    },
    /** The address of this list sorted by a field; once more for the other direction. */
    sortAddress: (name) =>
      address({ sort: req.query.sort === name ? `-${name}` : name, page: null }),
    pageAddress: (number) => address({ page: number }),
    /** The value of `aria-sort` for the heading of a field, or null. */
    sortDirection: (name) =>
      ({ [name]: 'ascending', [`-${name}`]: 'descending' })[req.query.sort] ?? null,
  };
}
