/** The typed name of a value that a generator or hook hands on to others of its backend; made by `defineArtifact`. */
export interface ArtifactKey<T> {
  readonly name: string;
  /** A secret is never printed: reports show «secret» in its place. */
  readonly secret: boolean;
  /** Pairs the key with a value, for `GeneratorResult.artifacts`. */
  of(value: T): Artifact;
  /** Never set: it carries the type for the compiler. */
  readonly __type?: T;
}

/** A value with the key under which others of the same backend ask for it; `defineArtifact` makes the key. */
export interface Artifact {
  readonly key: ArtifactKey<unknown>;
  readonly value: unknown;
}

/** Reads artifacts that other parts of the same backend have made: those that the reader declares in `needs` or `wants`. */
export interface ArtifactReader {
  /** Throws DZL320 where nobody made it, DZL322 where it is not declared. */
  get<T>(key: ArtifactKey<T>): T;
  /** Undefined where nobody made it; throws DZL322 where it is not declared. */
  find<T>(key: ArtifactKey<T>): T | undefined;
}
