import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Artifact, ArtifactKey, ArtifactReader } from './artifact.ts';

/** What a report shows in place of a secret. */
export const secretMark = '«secret»';

/** The artifacts of one build, by backend and name. */
export interface ArtifactStore {
  /** Keeps artifacts that `maker` of `backend` made; throws DZL321 where another one has made one of that name. */
  add(backend: string, maker: string, artifacts: readonly Artifact[]): void;
  /** Reads as `backend` does: its own artifacts unless another backend is named. */
  reader(backend: string): ArtifactReader;
  /** Everything by backend and name, with secrets masked, for `--json`. */
  report(): Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** `text` with the values of all secrets masked. */
  mask(text: string): string;
}

interface Made extends Artifact {
  readonly maker: string;
}

/** Makes an empty store. */
export function createArtifactStore(): ArtifactStore {
  const made = new Map<string, Map<string, Made>>();
  const secrets = new Set<string>();

  function find(name: string, backend: string): Made | undefined {
    return made.get(backend)?.get(name);
  }

  return {
    add(backend, maker, artifacts) {
      if (artifacts.length === 0) return;
      const ofBackend = made.get(backend) ?? new Map<string, Made>();
      made.set(backend, ofBackend);
      for (const artifact of artifacts) {
        const earlier = ofBackend.get(artifact.key.name);
        if (earlier !== undefined && earlier.maker !== maker) {
          throw new DazzleError({
            code: 'DZL321',
            severity: 'error',
            message: `${earlier.maker} and ${maker} of ${backend} both make the artifact "${artifact.key.name}"`,
            fix: 'give one of the artifacts another name',
          });
        }
        ofBackend.set(artifact.key.name, { ...artifact, maker });
        if (artifact.key.secret) collectTexts(artifact.value, secrets);
      }
    },
    reader: (own) => ({
      get<T>(key: ArtifactKey<T>, backend = own): T {
        const artifact = find(key.name, backend);
        if (artifact === undefined) throw missingArtifact(key.name, backend, own);
        return artifact.value as T;
      },
      find: <T>(key: ArtifactKey<T>, backend = own) => find(key.name, backend)?.value as T | undefined,
    }),
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

function missingArtifact(name: string, backend: string, own: string): DazzleError {
  return new DazzleError({
    code: 'DZL320',
    severity: 'error',
    message: `the artifact "${name}" of ${backend} has not been made`,
    fix:
      backend === own
        ? 'name the generator or hook that makes it in the "after" list of the one that reads it'
        : `name ${backend} in the "after" list of ${own}, and read with artifacts.find where it may be missing`,
  });
}

/** Short texts are left out: masking them would garble ordinary output. */
function collectTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string' && value.length >= 6) texts.add(value);
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collectTexts(item, texts);
  }
}
