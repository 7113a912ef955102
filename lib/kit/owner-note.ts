/** The first entry of a JSON file that dazzle keeps with the code: it tells people not to edit the file. */
export const ownerNote = {
  _owner: 'dazzle: each build reads this record back and writes it on; do not edit it, commit it',
} as const;
