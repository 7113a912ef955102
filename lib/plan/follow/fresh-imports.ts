import { findNames } from '../code/line-names.ts';
import { importPath } from '../code/module-path.ts';
import type { NamesToFollow } from './names-to-follow.ts';
import { PythonModules } from './reach/python-modules.ts';

/** What the names that a text of dazzle's imports from the project's modules are called now, by line and column. */
export type FreshImports = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Finds the imports of names that a rename takes away from their modules, in one line or in several. */
export function findFreshImports(path: string, lines: readonly string[], names: NamesToFollow): FreshImports {
  const fresh = new Map<number, ReadonlyMap<number, string>>();
  const isPython = path.endsWith('.py');
  if (!isPython && !/\.[cm]?js$/.test(path)) return fresh;
  const modules = new PythonModules({ path, names });
  const freshName = (module: string, name: string): string | undefined => {
    if (isPython) return modules.freshImport(module, name);
    return importPath({ path }, module) === undefined ? undefined : names.definitions.get(name);
  };
  const text = lines.join('\n');
  const pattern = isPython
    ? /^[ \t]*from[ \t]+(?<module>\S+)[ \t]+import[ \t]+(?<names>\([^()]*\)|[^\n(]*)/gm
    : /^import[ \t]+(?<names>\{[^{}]*\})[ \t]+from[ \t]+['"](?<module>[^'"\n]+)['"]/gm;
  let [row, start] = [0, 0];
  for (const { index, 0: whole, groups } of text.matchAll(pattern)) {
    const from = index + whole.indexOf(groups!.names!, isPython ? groups!.module!.length : 0);
    const to = from + groups!.names!.length;
    while (start + lines[row]!.length < from) start += lines[row++]!.length + 1;
    for (
      let [at, offset] = [row, start];
      at < lines.length && offset < to;
      offset += lines[at++]!.length + 1
    ) {
      const found = [...findNames(lines[at]!)].flatMap(({ at: column, word }): [number, string][] => {
        const isHere = offset + column >= from && offset + column < to;
        const name = isHere ? freshName(groups!.module!, word) : undefined;
        return name === undefined || name === word ? [] : [[column, name]];
      });
      if (found.length > 0) fresh.set(at, new Map(found));
    }
  }
  return fresh;
}
