/** The marks that comment a line out, in the languages of the backends. */
const commentMarks = /^\s*(?:#|\/\/|\/\*|<!--|\{#)\s*|\s*(?:\*\/|-->|#\})\s*$/g;

/** Claims that a line is another one, commented out. */
export function isCommentedOut(line: string, of: string): boolean {
  const [own, old] = [line.trim(), of.trim()];
  return old !== '' && own !== old && own.replace(commentMarks, '') === old;
}

const text = /(["'`])(?:\\.|(?!\1)[^\\])*\1/.source;
const inMarkup = /<!--.*?-->|<%#.*?%>|\{#.*?#\}/.source;

/** What finds texts in quotes and comments, by the names of files. */
const comments: readonly (readonly [path: RegExp, RegExp])[] = [
  [/\.html?$/, new RegExp(inMarkup, 'g')],
  [/\.ejs$/, new RegExp(`${text}|${inMarkup}|/\\*.*?\\*/|//.*?(?=\\s*%>|$)`, 'g')],
  [/\.[cm]?js$/, new RegExp(`${text}|/\\*.*?\\*/|//.*$`, 'g')],
  [/(?:)/, new RegExp(`${text}|(?:^|\\s)#.*$`, 'g')],
];

/** A line without the comments that stand beside its code. */
export function withoutComments(path: string, line: string): string {
  const [, pattern] = comments.find(([files]) => files.test(path))!;
  return line.replace(pattern, (found) => (/^["'`]/.test(found) ? found : ''));
}
