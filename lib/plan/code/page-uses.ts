import { blank, ejsTag, maskEjs } from './mask-ejs.ts';
import type { ListUses, NameUse } from './name-use.ts';
import { loadJavaScript } from './parse-javascript.ts';
import { usesOf } from './script-uses.ts';

/** Loads what lists the uses of names in EJS pages. */
export async function ejsUses(): Promise<ListUses> {
  const parse = await loadJavaScript();
  return (text) => {
    const program = parse(maskEjs(text));
    return program && [...usesOf(program), ...attributeUses(text.replace(ejsTag, blank))];
  };
}

/** Lists the uses of names in a page with Django's template tags. */
export function templateUses(text: string): NameUse[] {
  const page = text.replace(/\{#.*?#\}|\{%\s*comment\b[\s\S]*?%\}[\s\S]*?\{%\s*endcomment\s*%\}/g, blank);
  const uses = attributeUses(page);
  for (const { index, 0: tag } of page.matchAll(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g)) {
    const owner = /^\{%-?\s*(\w+)/.exec(tag)?.[1] ?? null;
    const plain = tag.replace(/"[^"]*"|'[^']*'/g, blank);
    for (const found of tag.matchAll(/"([^"]*)"|'([^']*)'/g))
      uses.push({ kind: 'quoted', text: found[1] ?? found[2]!, at: index + found.index, owner });
    for (const found of plain.matchAll(/(?<=(\w+)\.)[A-Za-z_]\w*/g))
      uses.push({ kind: 'member', text: found[0], at: index + found.index, owner: found[1] ?? null });
  }
  return uses;
}

/** The attributes that lead to a page, or name a field. */
function attributeUses(text: string): NameUse[] {
  const page = text.replace(/<!--[\s\S]*?-->/g, blank);
  const pattern = /\s(href|action|formaction|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  return [...page.matchAll(pattern)].map(({ index, 1: owner, 2: one, 3: other, 0: whole }) => ({
    kind: owner === 'name' ? 'quoted' : 'path',
    text: one ?? other!,
    at: index + whole.search(/["']/),
    owner: owner!,
  }));
}
