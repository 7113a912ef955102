import type { Artifact, ArtifactKey } from './artifact.ts';
import type { Answers, Backend, DiskHook, Generator, Hook, TreeHook } from './types.ts';

/**
 * Makes a backend: a plain value, checked when it enters a registry. `A` is the shape of its answers, which only its own
 * parts know: to everyone else they are `Answers`.
 */
export function defineBackend<A extends object = Answers>(backend: Backend<A>): Backend {
  return Object.freeze({ ...backend }) as unknown as Backend;
}

/**
 * What a generator or a hook that is defined for the answers `A` needs of the answers of a backend. One that is defined
 * without stating them needs nothing, and so fits a backend with any answers.
 */
export type NeededAnswers<A extends object> = Answers extends A ? object : A;

/**
 * Makes a generator: the writer of one concern of one backend. `A` is the shape of the backend's answers; one that does
 * not read them leaves it out.
 */
export function defineGenerator<A extends object = Answers>(
  generator: Generator<A>,
): Generator<NeededAnswers<A>> {
  return Object.freeze({ ...generator }) as Generator<NeededAnswers<A>>;
}

/** Makes a hook that works on the virtual tree, before or after the generators. */
export function defineHook<A extends object = Answers>(hook: TreeHook<A>): TreeHook<NeededAnswers<A>>;
/** Makes a hook that works on the disk after the commit. */
export function defineHook<A extends object = Answers>(hook: DiskHook<A>): DiskHook<NeededAnswers<A>>;
export function defineHook<A extends object = Answers>(hook: Hook<A>): Hook<NeededAnswers<A>> {
  return Object.freeze({ ...hook }) as Hook<NeededAnswers<A>>;
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
