/** What a line is commented out with, in the languages of the backends. */
const commentMarks = /^\s*(?:#|\/\/|\/\*|<!--|\{#)\s*|\s*(?:\*\/|-->|#\})\s*$/g;

/** Claims that a line is another one, commented out. */
export function isCommentedOut(line: string, of: string): boolean {
  const [own, old] = [line.trim(), of.trim()];
  return old !== '' && own !== old && own.replace(commentMarks, '') === old;
}
