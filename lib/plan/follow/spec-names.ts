/** An entity as the code of the last build calls it, and as the next version does. */
export interface EntityNames {
  readonly from: string;
  readonly to: string;
  /** The plurals of both, in words. */
  readonly plurals: readonly [from: string, to: string];
  /** By their old names. */
  readonly fields: ReadonlyMap<string, FieldNames>;
  /** Fields that only the next version has. */
  readonly added?: readonly string[];
}

/** What became of a field. */
export interface FieldNames {
  readonly to: string;
  /** Of a reference: the old name of the entity that it leads to; else null. */
  readonly target: string | null;
  /** It leads to many instances. */
  readonly isMany?: boolean;
  /** The names in the spec, where those in the code are others: there `class` is reserved. */
  readonly inSpec?: readonly [from: string, to: string];
}

/** What a build renames in the spec, with all that it does not rename, by the names of the last build. */
export interface SpecNames {
  readonly entities: ReadonlyMap<string, EntityNames>;
  /** The entity is called by its old name; null where a surface has none. */
  readonly surfaces: ReadonlyMap<string, { readonly to: string; readonly entity: string | null }>;
}
