import { DazzleError, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { examples, type CommandModule } from '../command.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { countNoun } from '../text.ts';

/** `dazzle fmt`: specs in the canonical style. */
export const command: CommandModule = {
  configure(command) {
    command
      .argument('[file...]', 'only these .dsl files and folders; otherwise all of the project')
      .option('--check', 'change nothing; exit with 1 where something would change')
      .option('-q, --quiet', 'only errors')
      .addHelpText(
        'after',
        examples(['dazzle fmt', 'rewrite every spec of the project'], ['dazzle fmt --check', 'for CI']),
      );
  },

  async run(context, paths, options) {
    const { locateProject } = await import('../open-project.ts');
    const { backendNames } = await import('../built-in-backends.ts');
    const projectDir = await locateProject(context);
    const { readManifest } = await import('../../project/read-manifest.ts');
    const { readSources } = await import('../../project/read-sources.ts');
    const { formatSpec } = await import('../../spec/print/format-spec.ts');
    const { resolvePaths } = await import('../project-paths.ts');
    const { manifest, diagnostics } = await readManifest(projectDir, { backends: backendNames.names });
    if (manifest === null) throw new DazzleError(diagnostics);
    const read = await readSources(projectDir, manifest);
    if (hasErrors(read.diagnostics)) throw new DazzleError(read.diagnostics);
    const files = read.sources.map(({ file, text }) => ({ path: file, text }));
    const wanted = files.filter(resolvePaths(context, projectDir, paths, files));

    const problems: Diagnostic[] = [];
    const changed: { path: string; text: string }[] = [];
    for (const { path, text } of wanted) {
      const formatted = formatSpec(text, path);
      problems.push(...formatted.diagnostics);
      if (formatted.text !== text) changed.push({ path, text: formatted.text });
    }
    printDiagnostics(problems, context.terminal.err);
    const { say } = context.terminal;
    if (options.check !== true && changed.length > 0) {
      const { commitOperations } = await import('../../commit/commit-operations.ts');
      await commitOperations(
        projectDir,
        changed.map(({ path, text }) => ({
          kind: 'write',
          path,
          contents: Buffer.from(text),
          mode: 0o644,
          expect: 'any',
        })),
      );
    }
    if (options.quiet !== true) {
      const word =
        options.check === true ? say.colours.yellow('unformatted') : say.colours.cyan('     update');
      for (const { path } of changed) say.line(`${word}  ${path}`);
      const rest = `${countNoun(wanted.length, 'file')}, ${changed.length === 0 ? 'all well formatted' : `${changed.length} ${options.check === true ? 'to format' : 'formatted'}`}`;
      if (problems.length === 0) say.line(say.colours.bold(rest));
    }
    if (hasErrors(problems)) return 1;
    return options.check === true && changed.length > 0 ? 1 : 0;
  },
};
