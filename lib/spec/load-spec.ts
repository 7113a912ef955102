import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { AppSpec } from './app-spec.ts';
import { linkSpec } from './link/link-spec.ts';
import { parseFile } from './syntax/parse-file.ts';

/** One `.dsl` file: its path as messages show it, and its text. */
export interface SpecSource {
  readonly file: string;
  readonly text: string;
}

/** A module and what it is made of. */
export interface ModuleSummary {
  /** Empty for the root module of files without a `module` line. */
  readonly name: string;
  readonly files: readonly string[];
  /** The modules that it uses, as far as they exist. */
  readonly uses: readonly string[];
  /** False for one that the root does not reach: it is no part of the spec. */
  readonly reached: boolean;
}

/** A checked spec (null where a diagnostic is an error), everything found on the way, and the modules. */
export interface LoadedSpec {
  readonly spec: AppSpec | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly modules: readonly ModuleSummary[];
}

/**
 * Parses, links and checks the files of one application. `root` is the module that it starts from; without it, the
 * module of the only file, else the only module with an app. Diagnostics of all kinds come in the order of the sources.
 */
export function loadSpec(
  sources: readonly SpecSource[],
  options: { readonly root?: string | undefined } = {},
): LoadedSpec {
  const parsed = sources.map(({ file, text }) => parseFile(file, text));
  const ofSyntax = parsed.flatMap(({ diagnostics }) => diagnostics);
  const linked = linkSpec(
    parsed.map(({ syntax }) => syntax),
    options.root,
    hasErrors(ofSyntax),
  );
  const order = new Map(sources.map(({ file }, index) => [file, index]));
  const diagnostics = [...ofSyntax, ...linked.diagnostics].sort(
    (a, b) =>
      (order.get(a.place?.file ?? '') ?? -1) - (order.get(b.place?.file ?? '') ?? -1) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
  return {
    spec: hasErrors(diagnostics) ? null : linked.spec,
    diagnostics,
    modules: linked.modules.map((module) => ({
      name: module.name,
      files: [...module.files].map(({ file }) => file),
      uses: module.uses.flatMap(({ target }) => target?.name ?? []),
      reached: module.reached,
    })),
  };
}
