import { suggest } from '../../diagnostics/suggest.ts';
import type { AppSyntax, FileSyntax, NameSyntax } from '../syntax/ast.ts';
import type { Report } from './report.ts';

interface ModuleHead {
  readonly name: string;
  readonly apps: { readonly file: FileSyntax; readonly syntax: AppSyntax }[];
  /** Its first `module` line; null for what stands in no module. */
  readonly line: { readonly file: FileSyntax; readonly name: NameSyntax['span'] } | null;
}

/**
 * The module that the application starts from: the one asked for, else that of the only file, else the only one with
 * an app. `known` is false where it could not be told, which has been reported; then every module counts as reached.
 */
export function findRoot(
  files: readonly FileSyntax[],
  asked: string | undefined,
  report: Report,
): { name: string; known: boolean } {
  const heads = readHeads(files);
  const loose = heads.find((head) => head.line === null);
  const named = heads.filter((head) => head.line !== null);
  if (asked !== undefined && asked !== '') {
    // A file without a `module` line belongs to the root module, whatever that is called.
    if (loose !== undefined || named.length === 0 || named.some((head) => head.name === asked)) {
      return { name: asked, known: true };
    }
    reportUnknownRoot(asked, named, report);
    return { name: asked, known: false };
  }
  if (named.length === 0) return { name: '', known: true };
  const withApp = named.filter((head) => head.apps.length > 0);
  if (withApp.length === 1) return { name: withApp[0]!.name, known: true };
  if (withApp.length > 1) {
    reportSeveral(withApp, report);
    return { name: withApp[0]!.name, known: false };
  }
  if (loose !== undefined && loose.apps.length > 0) return { name: '', known: true };
  if (named.length === 1 || files.length === 1) return { name: named[0]!.name, known: true };
  // No file has an `app` line, by which the root is known; that is reported instead of an unknown root.
  return { name: named[0]!.name, known: false };
}

function readHeads(files: readonly FileSyntax[]): ModuleHead[] {
  const heads = new Map<string | null, ModuleHead>();
  const open = (name: string | null, line: ModuleHead['line']): ModuleHead => {
    const head = heads.get(name) ?? { name: name ?? '', apps: [], line };
    heads.set(name, head);
    return head;
  };
  for (const file of files) {
    let head: ModuleHead | null = null;
    for (const declaration of file.declarations) {
      if (declaration.kind === 'module') {
        head = open(declaration.name.text, { file, name: declaration.name.span });
        continue;
      }
      head ??= open(null, null);
      if (declaration.kind === 'app') head.apps.push({ file, syntax: declaration });
    }
  }
  return [...heads.values()];
}

function reportUnknownRoot(asked: string, named: readonly ModuleHead[], report: Report): void {
  const first = named[0]!.line!;
  const names = named.map((head) => head.name);
  const near = suggest(asked, names) ?? (names.length === 1 ? names[0] : undefined);
  report.add(
    'DZL151',
    first.file,
    first.name,
    `the root module "${asked}" is not defined in any file`,
    near === undefined
      ? `set root in dazzle.toml to one of: ${names.join(', ')}`
      : `set root in dazzle.toml to "${near}", or write "module ${asked}" here`,
  );
}

function reportSeveral(withApp: readonly ModuleHead[], report: Report): void {
  const first = withApp[0]!;
  for (const other of withApp.slice(1)) {
    const { file, syntax } = other.apps[0]!;
    report.add(
      'DZL155',
      file,
      syntax.name.span,
      `app ${syntax.name.text} is a second app beside app ${first.apps[0]!.syntax.name.text} of module ${first.name}`,
      'keep one of them, or say with root in dazzle.toml which module the application starts from',
    );
  }
}
