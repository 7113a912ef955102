import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DazzleError, hasErrors, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { findProject } from '../../../project/find-project.ts';
import { formatSpec } from '../../../spec/print/format-spec.ts';
import type { CommandContext, CommandRun } from '../../command.ts';
import { printDiagnostics } from '../../screen/print-diagnostics.ts';
import { countNoun } from '../../screen/text.ts';
import { isSpecFile, readLooseSpecs, replaceFile } from './loose-specs.ts';

/** Rewrites specs in the canonical style, or checks that they are in it. */
export const run: CommandRun = async (context, paths, options) => {
  const specs = await gatherSpecs(context, paths);

  const problems: Diagnostic[] = [];
  const changed: Formatted[] = [];
  for (const spec of specs.all) {
    const formatted = formatSpec(spec.text, spec.path);
    problems.push(...formatted.diagnostics);
    if (formatted.text !== spec.text) changed.push({ ...spec, text: formatted.text });
  }
  printDiagnostics(problems, context.terminal.err);
  const { say } = context.terminal;
  if (options.check !== true) await writeAll(specs.projectDir, changed);
  if (options.quiet !== true) {
    const word = options.check === true ? say.colours.yellow('unformatted') : say.colours.cyan('     update');
    for (const { path } of changed) say.line(`${word}  ${path}`);
    const rest = `${countNoun(specs.all.length, 'file')}, ${changed.length === 0 ? 'all well formatted' : `${changed.length} ${options.check === true ? 'to format' : 'formatted'}`}`;
    if (problems.length === 0) say.line(say.colours.bold(rest));
  }
  if (hasErrors(problems)) return 1;
  return options.check === true && changed.length > 0 ? 1 : 0;
};

/** A spec and its text; `file` is its absolute path, behind symlinks, where it does not lie in the project. */
interface Formatted {
  readonly path: string;
  readonly text: string;
  readonly file?: string;
}

/** The specs that are meant: those of the project, and `.dsl` files that are named, wherever they lie. */
async function gatherSpecs(
  context: CommandContext,
  paths: readonly string[],
): Promise<{ readonly projectDir: string | null; readonly all: readonly Formatted[] }> {
  const isLoose = paths.length > 0 && paths.every((path) => isSpecFile(context, path));
  if (isLoose && findProject(context.cwd) === null) {
    return { projectDir: null, all: await readLooseSpecs(context, paths) };
  }
  const { locateProject } = await import('../../project/open-project.ts');
  const { backendNames } = await import('../../built-in-backends.ts');
  const projectDir = await locateProject(context);
  const { readManifest } = await import('../../../project/read-manifest.ts');
  const { readSources } = await import('../../../project/read-sources.ts');
  const { matchPaths, toProjectPath } = await import('../../project/project-paths.ts');
  const { manifest, diagnostics } = await readManifest(projectDir, { backends: backendNames.names });
  if (manifest === null) throw new DazzleError(diagnostics);
  const read = await readSources(projectDir, manifest);
  if (hasErrors(read.diagnostics)) throw new DazzleError(read.diagnostics);
  const files = read.sources.map(({ file, text }) => ({ path: file, text, ...elsewhere(projectDir, file) }));
  const known = new Set(files.map(({ path }) => path));
  const loose = paths.filter(
    (path) => isSpecFile(context, path) && !known.has(toProjectPath(context, projectDir, path)),
  );
  const own = paths.filter((path) => !loose.includes(path));
  const wanted =
    paths.length > 0 && own.length === 0 ? [] : files.filter(matchPaths(context, projectDir, own, files));
  return { projectDir, all: [...wanted, ...(await readLooseSpecs(context, loose))] };
}

/** Where a spec of the project really lies, if that is outside of it or behind a symlink. */
function elsewhere(projectDir: string, path: string): { readonly file?: string } {
  const file = realpathSync(join(projectDir, path));
  const isInside = !path.startsWith('../') && file === join(realpathSync(projectDir), path);
  return isInside ? {} : { file };
}

async function writeAll(projectDir: string | null, changed: readonly Formatted[]): Promise<void> {
  const own = changed.filter(({ file }) => file === undefined);
  if (projectDir !== null && own.length > 0) {
    const { commitOperations } = await import('../../../commit/commit-operations.ts');
    const { diagnostics } = await commitOperations(
      projectDir,
      own.map(({ path, text }) => ({
        kind: 'write',
        path,
        contents: Buffer.from(text),
        mode: 0o644,
        expect: 'any',
      })),
    );
    if (diagnostics.length > 0) throw new DazzleError(diagnostics, 2);
  }
  for (const { file, text } of changed) if (file !== undefined) await replaceFile(file, text);
}
