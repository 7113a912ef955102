/** The address of a page: its path and its route name. */
export interface Address {
  /** `/tickets/:id/edit/`; `:id` is the only parameter, and stands for the record's key. */
  readonly path: string;
  readonly takesId: boolean;
  /**
   * Unique among all pages, and good for a file's name: the surface's name, `ticket_delete`, `home`. No surface has
   * `home`, `base` (the layout), `admin`, `health`, `login` or `logout`; any other file of a backend beside the pages
   * needs a name that no page has.
   */
  readonly routeName: string;
}

/** A link to another page of the same entity. */
export interface PageLink extends Address {
  readonly surface: string | null;
  readonly label: string;
}
