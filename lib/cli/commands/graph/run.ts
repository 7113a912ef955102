import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError, hasErrors } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { CommandRun } from '../../command.ts';
import { openProject } from '../../project/open-project.ts';
import { printDiagnostics } from '../../screen/print-diagnostics.ts';
import { type AppGraph, buildGraph } from './build-graph.ts';

const writers: Readonly<Record<string, (graph: AppGraph) => Promise<string>>> = {
  svg: async (graph) => (await import('./write-svg.ts')).writeSvg(graph),
  mermaid: async (graph) => (await import('./write-mermaid.ts')).writeMermaid(graph),
  dot: async (graph) => (await import('./write-dot.ts')).writeDot(graph),
};

const endings: Readonly<Record<string, string>> = {
  '.svg': 'svg',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
};

/** Endings of pictures that dazzle does not draw. */
const otherPictures: readonly string[] = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.pdf', '.ps', '.eps'];

/** Draws the application. */
export const run: CommandRun = async (context, _, options) => {
  const { terminal } = context;
  const out = typeof options.out === 'string' ? path.resolve(context.cwd, options.out) : null;
  if (out === null) terminal.keepStdoutForData();
  const ending = out === null ? '' : path.extname(out).toLowerCase();
  if (options.format === undefined && otherPictures.includes(ending)) throw otherPicture(ending);
  const format = String(options.format ?? endings[ending] ?? 'svg');
  const write = writers[format];
  if (write === undefined) throw unknownFormat(format);
  const { projectDir, registry } = await openProject(context);
  const { loadProject } = await import('../../../load-project.ts');
  const { spec, diagnostics } = await loadProject(projectDir, registry);
  if (spec === null || hasErrors(diagnostics)) throw new DazzleError(diagnostics);
  printDiagnostics(diagnostics, terminal.err);
  const picture = await write(buildGraph(spec));
  if (out === null) {
    terminal.out.write(picture);
    return 0;
  }
  await writePicture(out, picture);
  terminal.say.tell(`wrote ${path.relative(terminal.streams.cwd, out)}`);
  return 0;
};

function unknownFormat(format: string): DazzleError {
  const near = suggest(format, Object.keys(writers));
  return new DazzleError(
    diagnose('DZL503', {
      message: `--format takes svg, mermaid or dot, not "${format}"`,
      fix: near === undefined ? 'write --format svg' : `did you mean --format ${near}?`,
    }),
  );
}

function otherPicture(ending: string): DazzleError {
  const kind = ending.slice(1);
  return new DazzleError(
    diagnose('DZL503', {
      message: `dazzle graph draws SVG, Mermaid and DOT, and --out names a ${kind} file`,
      fix: `let --out end in .svg, .mmd or .dot; Graphviz makes others: dazzle graph --format dot | dot -T${kind} -o app${ending}`,
    }),
  );
}

async function writePicture(file: string, picture: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, picture);
  } catch (error) {
    throw new DazzleError(
      diagnose('DZL520', {
        message: `the picture cannot be written to ${file}: ${(error as Error).message}`,
        fix: 'choose another place with --out',
      }),
    );
  }
}
