/** The lower-case words of a name: `LedgerTransaction`, `ledger_transaction` → `ledger`, `transaction`. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.]+/)
    .filter((word) => word !== '');
}

/** A name in words, as a title: `created_by` → `Created By`, `VATNumber` → `VAT Number`. */
export function nameInWords(name: string): string {
  const words = splitWords(name).map((word) => word[0]!.toUpperCase() + word.slice(1));
  return words.length === 0 ? name : words.join(' ');
}

/** `BlogPost` → `blog_post`. */
export function toSnakeCase(name: string): string {
  return splitWords(name).join('_').toLowerCase();
}

/** `blog_post`, `blog.post` → `BlogPost`; capitals within a word stay. */
export function toPascalCase(name: string): string {
  return splitWords(name)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}

/** Ways to write the plural of a snake_case name, the usual one first: `comment` → `comments`, `story` → `stories`. */
export function pluralForms(word: string): string[] {
  const forms: string[] = [];
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`);
  if (/(s|x|z|ch|sh)$/.test(word)) forms.push(`${word}es`);
  if (/person$/.test(word)) forms.push(word.replace(/person$/, 'people'));
  if (/child$/.test(word)) forms.push(`${word}ren`);
  forms.push(`${word}s`);
  if (/(f|fe)$/.test(word)) forms.push(word.replace(/fe?$/, 'ves'));
  return forms;
}

/** `an entity`, `a surface`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) && !/^uu/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Up to five names, the rest counted: `a, b, c, d, e and 3 more`. */
export function listNames(names: readonly string[]): string {
  if (names.length <= 6) return names.join(', ');
  return `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}
