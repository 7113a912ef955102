import type { ListUses, NameUse } from './name-use.ts';

const languages: readonly (readonly [RegExp, () => Promise<ListUses>])[] = [
  [/\.py$/, async () => (await import('./python-uses.ts')).pythonUses()],
  [/\.[cm]?js$/, async () => (await import('./script-uses.ts')).scriptUses()],
  [/\.ejs$/, async () => (await import('./page-uses.ts')).ejsUses()],
  [/\.html?$/, async () => (await import('./page-uses.ts')).templateUses],
];

/** Lists the uses of names in a file; none in files of other languages, and in those that do not parse. */
export async function listUses(path: string, text: string): Promise<NameUse[]> {
  const load = languages.find(([pattern]) => pattern.test(path))?.[1];
  return load === undefined ? [] : ((await load())(text) ?? []);
}
