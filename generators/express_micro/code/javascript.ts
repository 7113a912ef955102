import { js } from '../../../lib/index.ts';

/** A name that a module may import, and from where. */
export interface JavaScriptImport {
  readonly module: string;
  readonly name: string;
}

/** The import statements for those of the candidates that `code` uses: packages first, then modules, each sorted. */
export function importLines(code: string, candidates: readonly JavaScriptImport[]): string {
  const bare = withoutTexts(code);
  const byModule = new Map<string, Set<string>>();
  for (const { module, name } of candidates) {
    if (!new RegExp(`(?<![.\\w$])${name.replaceAll('$', '\\$')}\\b(?!:)`).test(bare)) continue;
    byModule.set(module, (byModule.get(module) ?? new Set()).add(name));
  }
  const rank = (module: string): string => (module.startsWith('.') ? `2${module}` : `1${module}`);
  return [...byModule.keys()]
    .sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
    .map((module) => `import { ${[...byModule.get(module)!].sort().join(', ')} } from ${js(module)};`)
    .join('\n');
}

/** The code of an object literal whose values are given as code; `undefined` members are left out. */
export function objectCode(members: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(members).filter(([, code]) => code !== undefined);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([name, code]) => (code === name ? name : `${keyCode(name)}: ${code}`)).join(', ')} }`;
}

/** A property's name as code, in quotes only where it needs them: `title`, `'due-date'`. */
export function keyCode(name: string): string {
  return js({ [name]: 0 }).slice(2, -5);
}

/** A value as an expression inside a tag of an EJS view: `%>` is escaped, so that no text ends the tag. */
export function viewCode(value: unknown): string {
  return js(value).replaceAll('%>', '%\\x3E');
}

/** Text for a doc comment of one line: it cannot end the comment, line breaks become spaces, periods at the end go. */
export function commentText(text: string): string {
  return text
    .replaceAll('*/', '* /')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
}

function withoutTexts(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'/g, "''").replace(/\/\*\*[\s\S]*?\*\//g, '');
}
