import type { Artifact, ArtifactKey } from './artifact.ts';
import type { Answers, Backend, DiskHook, Generator, Hook, TreeHook } from './types.ts';

/**
 * Makes a backend: a plain value, checked when it enters a registry. `A` is the shape of its answers, which only its own
 * parts know: to everyone else they are `Answers`.
 */
export function defineBackend<A extends object = Answers>(backend: Backend<A>): Backend {
  return Object.freeze({ ...backend }) as unknown as Backend;
}

/** Makes a generator: the writer of one concern of one backend. */
export function defineGenerator<A extends object = Answers>(generator: Generator<A>): Generator<A> {
  return Object.freeze({ ...generator });
}

/** Makes a hook that works on the virtual tree, before or after the generators. */
export function defineHook<A extends object = Answers>(hook: TreeHook<A>): TreeHook<A>;
/** Makes a hook that works on the disk after the commit. */
export function defineHook<A extends object = Answers>(hook: DiskHook<A>): DiskHook<A>;
export function defineHook<A extends object = Answers>(hook: Hook<A>): Hook<A> {
  return Object.freeze({ ...hook });
}

/** Makes the key of an artifact; the value of a `secret` one never appears in reports. */
export function defineArtifact<T>(name: string, options: { readonly secret?: boolean } = {}): ArtifactKey<T> {
  const key: ArtifactKey<T> = {
    name,
    secret: options.secret === true,
    of: (value: T): Artifact => ({ key: key as ArtifactKey<unknown>, value }),
  };
  return Object.freeze(key);
}
