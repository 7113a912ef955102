/** A place where code uses a name that something outside of the text may define, or where it defines one. */
export interface NameUse {
  /**
   * `member`: after a dot; `keyword`: of an argument; `key`: of a list of fields; `quoted`: all of a string; `path`: in the path of
   * a page; `bare`: by itself; `definition`: something of a class or an object; `assigned`: a member that is set.
   */
  readonly kind: 'member' | 'keyword' | 'key' | 'quoted' | 'path' | 'bare' | 'definition' | 'assigned';
  readonly text: string;
  readonly at: number;
  /** What stands before the dot, what is called with it, or the keyword that it is for. */
  readonly owner: string | null;
  /** A member that is called. */
  readonly isCalled?: boolean;
}

/** Lists the uses of names in a text; undefined where it does not parse. */
export type ListUses = (text: string) => NameUse[] | undefined;
