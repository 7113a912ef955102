/** A word as it stands in a line of a pack: in quotes where it would not come back as it is. */
export function quoteWord(text: string): string {
  const isOdd = /[\p{Cc}"\\\u2028\u2029]|^\s|\s$|^$/u.test(text);
  return isOdd ? JSON.stringify(text) : text;
}

/** Reads a word of a pack; null where it is not written as `quoteWord` writes it. */
export function unquoteWord(text: string): string | null {
  if (!text.startsWith('"')) return text === '' ? null : text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

/** Claims that a relative path stays inside its folder; a baseline merged by hand could say anything. */
export function isPlainPath(path: string): boolean {
  if (path.startsWith('/') || path.startsWith('../') || path.startsWith('./')) return false;
  return (
    !path.includes('//') && !path.includes('/./') && !path.includes('/../') && !/(^|\/)(\.{1,2})?$/.test(path)
  );
}
