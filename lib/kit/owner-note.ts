/** The first key of a JSON file that belongs to dazzle, and what it says. */
export const ownerNote = {
  _owner: 'dazzle: each build reads this record back and writes it on; do not edit it, commit it',
} as const;
