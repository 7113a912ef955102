import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Manifest } from './manifest.ts';

/** A named list of backends. */
export interface StackPreset {
  readonly summary: string;
  readonly backends: readonly string[];
}

/** The presets that `[stack] name` and `--stack` may name. */
export const stackPresets = {
  micro: { summary: 'a Django application with server-rendered pages', backends: ['django_micro'] },
  express_micro: { summary: 'the same application for Node', backends: ['express_micro'] },
  api_only: {
    summary: 'a REST API, its description and containers',
    backends: ['django_api', 'openapi', 'infra_docker'],
  },
  openapi_only: { summary: 'only the description of an API', backends: ['openapi'] },
  full: {
    summary: 'pages, a REST API, its description and containers',
    backends: ['django_micro', 'django_api', 'openapi', 'infra_docker'],
  },
  cloud: {
    summary: 'a REST API, its description, containers and cloud infrastructure',
    backends: ['django_api', 'openapi', 'infra_docker', 'infra_terraform'],
  },
} as const satisfies Record<string, StackPreset>;

/** Backends that belong to dazzle; a version may not have all of them yet. */
export const plannedBackends: readonly string[] = [
  ...new Set(Object.values(stackPresets).flatMap(({ backends }): readonly string[] => backends)),
];

/** The backends that this installation has. */
export interface KnownNames {
  readonly backends: readonly string[];
}

/** What `--stack` and `--backends` ask for; null where they were not given. */
export interface StackOverride {
  readonly stack: string | null;
  readonly backends: readonly string[] | null;
}

/** The backends of a build, as named; or what is wrong with the names. */
export interface ChosenStack {
  readonly preset: string | null;
  readonly backends: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The backends to build: those of `--backends`, else of `--stack`, else of `dazzle.toml`. Reports DZL211 to DZL213 for
 * presets and backends that do not exist or are not in this version, and DZL215 for an empty list.
 */
export function chooseStack(
  manifest: Pick<Manifest, 'stack' | 'locate'> | null,
  known: KnownNames,
  override: StackOverride = { stack: null, backends: null },
): ChosenStack {
  if (override.backends !== null) return listStack(override.backends, '--backends', known);
  if (override.stack !== null) {
    const unknown = unknownPreset(override.stack, '--stack');
    if (unknown !== undefined) return { preset: null, backends: [], diagnostics: [unknown] };
    const { backends } = presetNamed(override.stack)!;
    return { ...listStack(backends, `the stack "${override.stack}"`, known), preset: override.stack };
  }
  const { preset, backends } = manifest?.stack ?? { preset: 'micro', backends: stackPresets.micro.backends };
  const where = preset === null ? '"backends" in [stack]' : `the stack "${preset}"`;
  const key = preset === null ? 'backends' : 'name';
  const locate: Locate = (name) => manifest?.locate?.(['stack', key], preset ?? name) ?? {};
  return { ...listStack(backends, where, known, locate), preset };
}

/** The preset of a name, or undefined. */
export function presetNamed(name: string): StackPreset | undefined {
  return Object.hasOwn(stackPresets, name) ? stackPresets[name as keyof typeof stackPresets] : undefined;
}

/** DZL211 where no preset has this name. */
export function unknownPreset(name: string, where: string): Diagnostic | undefined {
  const names = Object.keys(stackPresets);
  if (names.includes(name)) return undefined;
  const near = suggest(name, names);
  return diagnose('DZL211', {
    message: `${where} names the stack "${name}", which does not exist`,
    fix: near === undefined ? `choose one of ${names.join(', ')}, or list backends` : `write "${near}"`,
  });
}

/** DZL212 where neither this installation nor any version of dazzle has a backend of this name. */
export function unknownBackend(name: string, where: string, known: KnownNames): Diagnostic | undefined {
  const names = [...new Set([...known.backends, ...plannedBackends])];
  if (names.includes(name)) return undefined;
  const near = suggest(name, names);
  return diagnose('DZL212', {
    message: `${where} names the backend "${name}", which does not exist`,
    fix: near === undefined ? `choose among ${known.backends.join(', ')}` : `write "${near}"`,
  });
}

/** Where dazzle.toml names a backend. */
type Locate = (backend: string) => Pick<Diagnostic, 'place' | 'frame'>;

function listStack(
  names: readonly string[],
  where: string,
  known: KnownNames,
  locate: Locate = () => ({}),
): ChosenStack {
  const backends = [...new Set(names)];
  const diagnostics = backends.flatMap((name) => {
    const problem = unknownBackend(name, where, known) ?? missingBackend(name, where, known);
    return problem === undefined ? [] : [{ ...problem, ...locate(name) }];
  });
  if (backends.length === 0) {
    diagnostics.push(
      diagnose('DZL215', {
        message: `${where} names no backend, so there is nothing to build`,
        fix: `name at least one of ${known.backends.join(', ')}`,
      }),
    );
  }
  return { preset: null, backends, diagnostics };
}

function missingBackend(name: string, where: string, known: KnownNames): Diagnostic | undefined {
  if (known.backends.includes(name)) return undefined;
  return diagnose('DZL213', {
    message: `${where} needs the backend "${name}", which is not available in this version of dazzle`,
    fix: `leave it out: --backends with some of ${known.backends.join(', ')}`,
  });
}
