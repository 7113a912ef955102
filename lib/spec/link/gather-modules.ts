import type { FileSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { createModule, type Declaration, type Module } from './module.ts';
import type { Report } from './report.ts';

/** Sorts the declarations of all files into modules by name; what stands before any `module` line goes to `rootName`. */
export function gatherModules(
  files: readonly FileSyntax[],
  rootName: string,
  report: Report,
): Map<string, Module> {
  const modules = new Map<string, Module>();
  const open = (name: string): Module => {
    const module = modules.get(name) ?? createModule(name);
    modules.set(name, module);
    return module;
  };
  for (const file of files) {
    let module: Module | null = null;
    for (const declaration of file.declarations) {
      if (declaration.kind === 'module') {
        module = open(declaration.name.text);
        module.lines.push({ file, name: declaration.name });
        module.files.add(file);
        continue;
      }
      module ??= open(rootName);
      module.files.add(file);
      if (declaration.kind === 'use') module.useLines.push({ file, syntax: declaration });
      else if (declaration.kind === 'app') module.apps.push({ file, syntax: declaration });
      else addDeclaration(module, file, declaration, report);
    }
    module ??= open(rootName);
    module.files.add(file);
    for (const lost of file.lostNames) module.lostNames.add(lost.text);
  }
  return modules;
}

function addDeclaration(
  module: Module,
  file: FileSyntax,
  syntax: Declaration['syntax'],
  report: Report,
): void {
  const name = syntax.name.text;
  const declaration: Declaration = { kind: syntax.kind, syntax, name, file, module, used: false };
  const names = module.byKind[syntax.kind] as Map<string, Declaration>;
  const first = names.get(name);
  module.declarations.push(declaration);
  if (first === undefined) {
    names.set(name, declaration);
    return;
  }
  report.add(
    'DZL150',
    file,
    syntax.name.span,
    `${syntax.kind} ${name} is declared twice${module.name === '' ? '' : ` in module ${module.name}`}`,
    `rename or remove one of the two; the first is ${whereIs(first, file)}`,
  );
}

/** `on line 2`, or `in billing.dsl, line 2` where it is in another file than the reader. */
export function whereIs(declaration: Declaration, reader: FileSyntax): string {
  const { line } = placeOf(declaration.file, declaration.syntax.name.span);
  return declaration.file === reader ? `on line ${line}` : `in ${declaration.file.file}, line ${line}`;
}
