/** A typed fact that a generator or hook hands on, by its name; made by `defineArtifact`. */
export interface ArtifactKey<T> {
  readonly name: string;
  /** A secret is never printed: reports show «secret» in its place. */
  readonly secret: boolean;
  /** Pairs the key with a value, for `GeneratorResult.artifacts`. */
  of(value: T): Artifact;
  /** Only carries the type. */
  readonly __type?: T;
}

export interface Artifact {
  readonly key: ArtifactKey<unknown>;
  readonly value: unknown;
}

/** Reads artifacts made earlier in this build; `backend` reads those of another backend of the stack that ran before. */
export interface ArtifactReader {
  /** Throws DZL320 where nobody made it: say so in `after`. */
  get<T>(key: ArtifactKey<T>, backend?: string): T;
  find<T>(key: ArtifactKey<T>, backend?: string): T | undefined;
}
