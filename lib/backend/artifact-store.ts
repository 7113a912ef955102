import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Artifact, ArtifactKey, ArtifactReader } from './artifact.ts';
import type { Exchange } from './types.ts';

/** What a report shows in place of a secret. */
const secretMark = '«secret»';

/** A generator or hook that makes or reads artifacts. */
export interface Exchanger extends Exchange {
  readonly name: string;
}

/** The artifacts of one build, by backend and name. */
export interface ArtifactStore {
  /**
   * Keeps the artifacts that a generator or hook of `backend` made. Throws DZL323 where they are not exactly those that it declares.
   */
  add(backend: string, maker: Exchanger, artifacts: readonly Artifact[]): void;
  /** Keeps artifacts of an earlier build, except those of which this build has made a new one. */
  recall(backend: string, artifacts: readonly Artifact[]): void;
  /** Reads artifacts for a generator or hook of `backend`: only those that it declares. */
  reader(backend: string, reader: Exchanger): ArtifactReader;
  /** The value of any artifact of a backend, for the framework itself; undefined where nobody made it. */
  find<T>(backend: string, key: ArtifactKey<T>): T | undefined;
  /** All values by backend and artifact name, with secrets masked, for `--json`. */
  report(): Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** `text` with the values of all secrets masked. */
  mask(text: string): string;
}

/** Makes an empty store. */
export function createArtifactStore(): ArtifactStore {
  const made = new Map<string, Map<string, Artifact>>();
  const secrets = new Set<string>();
  const find = (backend: string, name: string): Artifact | undefined => made.get(backend)?.get(name);
  const artifactsOf = (backend: string): Map<string, Artifact> => {
    const known = made.get(backend) ?? new Map<string, Artifact>();
    made.set(backend, known);
    return known;
  };

  return {
    add(backend, maker, artifacts) {
      checkMade(backend, maker, artifacts);
      if (artifacts.length === 0) return;
      const known = artifactsOf(backend);
      for (const artifact of artifacts) {
        known.set(artifact.key.name, artifact);
        if (artifact.key.secret) collectTexts(artifact.value, secrets);
      }
    },
    recall(backend, artifacts) {
      for (const artifact of artifacts)
        if (find(backend, artifact.key.name) === undefined)
          artifactsOf(backend).set(artifact.key.name, artifact);
    },
    reader(backend, reader) {
      const declared = new Set([...(reader.needs ?? []), ...(reader.wants ?? [])].map(({ name }) => name));
      const read = ({ name }: ArtifactKey<unknown>): Artifact | undefined => {
        if (!declared.has(name)) throw undeclared(name, reader.name, backend);
        return find(backend, name);
      };
      return {
        get<T>(key: ArtifactKey<T>): T {
          const artifact = read(key);
          if (artifact === undefined) throw missing(key.name, reader.name, backend);
          return artifact.value as T;
        },
        find: <T>(key: ArtifactKey<T>) => read(key)?.value as T | undefined,
      };
    },
    find: <T>(backend: string, key: ArtifactKey<T>) => find(backend, key.name)?.value as T | undefined,
    report() {
      const backends = [...made].map(([backend, artifacts]) => {
        const values = [...artifacts].map(([name, { key, value }]) => [
          name,
          key.secret ? secretMark : value,
        ]);
        return [backend, Object.fromEntries(values) as Record<string, unknown>];
      });
      return Object.fromEntries(backends) as Record<string, Record<string, unknown>>;
    },
    mask: (text) => [...secrets].reduce((masked, secret) => masked.replaceAll(secret, secretMark), text),
  };
}

function checkMade(backend: string, { name, makes = [] }: Exchanger, artifacts: readonly Artifact[]): void {
  const returned = artifacts.map(({ key }) => key.name);
  const declared = makes.map((key) => key.name);
  const kept = declared.filter((key) => !returned.includes(key));
  const sudden = returned.filter((key) => !declared.includes(key));
  if (kept.length + sudden.length === 0) return;
  throw new DazzleError(
    [
      ...kept.map((key) => ({
        message: `${name} of ${backend} declares the artifact "${key}" and has not returned it`,
        fix: 'return it each time, or take it out of `makes`',
      })),
      ...sudden.map((key) => ({
        message: `${name} of ${backend} has returned the artifact "${key}" without declaring it`,
        fix: 'name its key in `makes`',
      })),
    ].map((problem) => diagnose('DZL323', problem)),
  );
}

function undeclared(name: string, reader: string, backend: string): DazzleError {
  return new DazzleError(
    diagnose('DZL322', {
      message: `${reader} of ${backend} reads the artifact "${name}" without declaring it`,
      fix: 'name its key in `needs`, or in `wants` where its maker may be skipped',
    }),
  );
}

function missing(name: string, reader: string, backend: string): DazzleError {
  return new DazzleError(
    diagnose('DZL320', {
      message: `the artifact "${name}" of ${backend}, which ${reader} reads, has not been made`,
      fix: 'name its key in `needs`, or read it with artifacts.find where its maker may be skipped',
    }),
  );
}

/** Short texts are left out: masking them would garble ordinary output. */
function collectTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string' && value.length >= 6) texts.add(value);
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collectTexts(item, texts);
  }
}
