/** Records on one page of a list, in the admin area too. */
export const pageSize = 25;

/**
 * Page numbers that the foot of a list links to: the current page with `near` pages on either side of it, and
 * `ends` pages at each end; an ellipsis stands for what is left out.
 */
export const pageRange = { near: 3, ends: 2 } as const;

/**
 * Characters of the text in `?q=` that a list looks for, less spaces at its ends; for a longer one it may find
 * nothing, since the database looks through every row.
 */
export const longestSearch = 1000;
