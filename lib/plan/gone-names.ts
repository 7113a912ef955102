/** A name that the spec of the last build has, and this one has not. */
export interface GoneName {
  readonly kind: 'field' | 'value' | 'entity' | 'surface';
  /** As the spec writes it. */
  readonly word: string;
  /** What is gone, in words: `Visit.price`. */
  readonly what: string;
  /** The entity that it belongs to, by its old name; null for a surface. */
  readonly entity: string | null;
  /** The field of a value; else null. */
  readonly field: string | null;
  /** Old names of the entities that still have a field, or a value of a field, of that name. */
  readonly others: readonly string[];
  /** Of an entity: the entities that its fields led to. */
  readonly targets: readonly string[];
}

/** What the spec has no more, with what its last version had. */
export interface GoneNames {
  readonly names: readonly GoneName[];
  /** The entities' plurals in words, by their old names. */
  readonly entities: ReadonlyMap<string, string>;
  readonly surfaces: ReadonlyMap<string, { readonly entity: string | null }>;
}
