import { codeIn } from './line-names.ts';
import { importPath, modulePath } from './module-path.ts';

/** What a text takes from a file of its project. */
export interface ProjectImport {
  /** The file. */
  readonly from: string;
  /** What is taken by its name in that file; null for the file as a whole. */
  readonly name: string | null;
  /** What the text calls it; null where it binds nothing. */
  readonly alias: string | null;
  /** Where it is said, from 1. */
  readonly line: number;
}

/**
 * Lists what the code of one file takes from others of its project: imported names, modules, and members of modules.
 *
 * @param files the paths of the project's files
 */
export function listImports(
  path: string,
  text: string,
  files: Pick<ReadonlySet<string>, 'has'>,
): ProjectImport[] {
  return path.endsWith('.py') ? listInPython(path, text, files) : listInJavaScript(path, text, files);
}

/** Claims that the imports of a file can be listed. */
export function hasImports(path: string): boolean {
  return /\.(?:py|[cm]?js)$/.test(path);
}

/** The lines, from 1, where code calls a name or takes a member of it, as long as nothing in the text may bind it. */
export function listUnbound(path: string, text: string, alias: string): number[] {
  const name = alias.replaceAll('$', '\\$');
  const binding = new RegExp(
    `\\b(?:as|def|class|import|for|const|let|var|function)\\s+${name}\\b|^\\s*${name}\\s*=|[{,(]\\s*${name}\\s*[,)}=:]`,
    'm',
  );
  if (!text.includes(alias) || binding.test(text)) return [];
  const use = new RegExp(`(?<![\\w$.])${name}(?=\\(|\\.\\w)`, 'g');
  return text.split('\n').flatMap((line, row) => {
    const isCode = codeIn(path, line);
    return [...line.matchAll(use)].some(({ index }) => isCode(index)) ? [row + 1] : [];
  });
}

function listInPython(path: string, text: string, files: Pick<ReadonlySet<string>, 'has'>): ProjectImport[] {
  const fileOf = (module: string): string | undefined => {
    const found = modulePath({ path, names: { files } }, module);
    return [`${found}.py`, `${found}/__init__.py`].find((file) => files.has(file));
  };
  const found: ProjectImport[] = [];
  const pattern = /^[ \t]*from[ \t]+(\S+)[ \t]+import[ \t]+(\([^()]*\)|[^\n(]*)/gm;
  for (const { index, 0: whole, 1: module, 2: list } of text.matchAll(pattern)) {
    for (const { name, alias, at } of listNames(list!.replace(/#.*$/gm, (note) => ' '.repeat(note.length)))) {
      const line = lineAt(text, index + whole.length - list!.length + at);
      const inside = fileOf(module!.endsWith('.') ? module! + name : `${module}.${name}`);
      const from = inside ?? fileOf(module!);
      if (from === undefined) continue;
      found.push({ from, name: inside === undefined ? name : null, alias, line });
      if (inside !== undefined) found.push(...listMembers(text, alias, from));
    }
  }
  return found;
}

function listInJavaScript(
  path: string,
  text: string,
  files: Pick<ReadonlySet<string>, 'has'>,
): ProjectImport[] {
  const found: ProjectImport[] = [];
  const pattern = /^(?:import|export)\b([^'"`;]*?)(?:\bfrom\s*)?(['"])(\.[^'"\n]+)\2/gm;
  for (const { index, 0: whole, 1: clause, 3: source } of text.matchAll(pattern)) {
    const from = importPath({ path }, source!);
    if (from === undefined || !files.has(from)) continue;
    const start = index + whole.indexOf(clause!);
    const list = /\{([^{}]*)\}/.exec(clause!);
    const space = /\*\s+as\s+([\w$]+)/.exec(clause!)?.[1];
    const line = lineAt(text, index + whole.length - 1);
    found.push({ from, name: null, alias: space ?? /^\s*([\w$]+)/.exec(clause!)?.[1] ?? null, line });
    for (const { name, alias, at } of list ? listNames(list[1]!) : [])
      found.push({ from, name, alias, line: lineAt(text, start + list!.index + 1 + at) });
    if (space !== undefined) found.push(...listMembers(text, space, from));
  }
  return found;
}

/** The names of an import's list, and what each is called in the file. */
function* listNames(list: string): Generator<{ name: string; alias: string; at: number }> {
  for (const { index, 1: name, 2: alias } of list.matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)) {
    yield { name: name!, alias: alias ?? name!, at: index };
  }
}

/** The members of a module that code names: `models.Plant`. */
function listMembers(text: string, module: string, from: string): ProjectImport[] {
  const pattern = new RegExp(`(?<![\\w$.])${module.replaceAll('$', '\\$')}\\.([\\w$]+)`, 'g');
  return [...text.matchAll(pattern)].map(({ index, 1: name }) => ({
    from,
    name: name!,
    alias: null,
    line: lineAt(text, index),
  }));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
