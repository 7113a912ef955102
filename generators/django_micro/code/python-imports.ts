/** `from <module> import <name>`, or `import <module>` where there is no name. */
export interface PythonImport {
  readonly module: string;
  readonly name?: string;
}

/**
 * Import statements in the order of isort: standard library, Django, modules of the application (`app`,
 * `config`), relative imports; a blank line between the groups.
 */
export function importLines(imports: readonly PythonImport[]): string {
  const modules = new Map<string, Set<string>>();
  for (const { module, name } of imports) {
    const known = modules.get(module) ?? new Set<string>();
    modules.set(module, known);
    if (name !== undefined) known.add(name);
  }
  const sections: string[][] = [[], [], [], []];
  for (const module of [...modules.keys()].sort(compare)) {
    const section = module.startsWith('.')
      ? 3
      : /^(?:app|config)(?:\.|$)/.test(module)
        ? 2
        : module.startsWith('django')
          ? 1
          : 0;
    const list = [...modules.get(module)!].sort(compareNames);
    sections[section]!.push(
      list.length === 0 ? `import ${module}` : `from ${module} import ${list.join(', ')}`,
    );
  }
  for (const section of sections) {
    section.sort((a, b) => Number(b.startsWith('import ')) - Number(a.startsWith('import ')));
  }
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Constants, then classes, then functions. */
function compareNames(a: string, b: string): number {
  const rank = (name: string): number =>
    name === name.toUpperCase() && name.length > 1 ? 0 : /^[A-Z]/.test(name) ? 1 : 2;
  return rank(a) - rank(b) || compare(a, b);
}
