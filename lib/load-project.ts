import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Registry } from './backend/registry.ts';
import { hasErrors, type Diagnostic } from './diagnostics/diagnostic.ts';
import type { Manifest } from './project/manifest.ts';
import { readManifest } from './project/read-manifest.ts';
import { readSources } from './project/read-sources.ts';
import type { AppSpec } from './spec/app-spec.ts';
import { loadSpec } from './spec/load-spec.ts';

/** A project as read from the disk, with what is wrong in it; `spec` is null where the spec has errors or cannot be read. */
export interface Project {
  readonly projectDir: string;
  readonly manifest: Manifest | null;
  /** The text of `dazzle.toml`, for edits that keep the rest of it. */
  readonly manifestText: string;
  readonly sources: readonly { readonly file: string; readonly text: string }[];
  readonly spec: AppSpec | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `dazzle.toml` and the spec of the project in `projectDir` (absolute); goes on after errors, to find as many as it can. */
export async function loadProject(projectDir: string, registry: Pick<Registry, 'names'>): Promise<Project> {
  const { manifest, diagnostics } = await readManifest(projectDir, { backends: registry.names });
  const empty = { projectDir, manifest, manifestText: '', sources: [], spec: null, diagnostics };
  if (manifest === null) return empty;
  const manifestText = await readFile(path.join(projectDir, 'dazzle.toml'), 'utf8');
  const { sources, diagnostics: unreadable } = await readSources(projectDir, manifest);
  const soFar = [...diagnostics, ...unreadable];
  if (sources.length === 0 && hasErrors(soFar)) return { ...empty, manifestText, diagnostics: soFar };
  const loaded = loadSpec(sources, manifest.root === null ? {} : { root: manifest.root });
  return {
    projectDir,
    manifest,
    manifestText,
    sources,
    spec: loaded.spec,
    diagnostics: [...soFar, ...loaded.diagnostics],
  };
}
