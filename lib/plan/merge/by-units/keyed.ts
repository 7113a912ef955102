/** What aligning needs of a unit or a list element. */
export interface Keyed {
  readonly key: string;
  readonly named: boolean;
  readonly likeness?: string;
  /** Its tokens: where it may have been changed from several, it is paired with the one that shares the most. */
  readonly print?: string;
  /** What it does: two of the same likeness are paired only where most of this is the same. */
  readonly children?: readonly { readonly key: string; readonly print: string }[];
  /** The names that it defines. */
  readonly defines?: readonly string[];
  /** Known by what it does, not by its title; may stand in any order with others of its kind. */
  readonly registers?: boolean;
}
