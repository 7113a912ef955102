/** A stretch of a user's text in which a name may stand, and as what. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  /**
   * - `name`: a name by itself
   * - `member`: a part of something else: after a dot, a key, a keyword of a call
   * - `called`: what is called or imported; no field is
   * - `text`: a text without blanks
   * - `query`: a query in a text
   * - `path`: a part of a path or an address in such a text
   * - `prose`: any other text
   */
  readonly as: 'name' | 'member' | 'called' | 'text' | 'query' | 'path' | 'prose';
}

/** Words of SQL, by which a line in a string is told from prose. */
const sql = /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY|GROUP BY|RETURNING)\b/;

/** Claims that a line may be one of a query. */
export function saysQuery(text: string): boolean {
  return sql.test(text);
}

/** What a text in quotes is. */
export function textKind(text: string): 'text' | 'query' | 'prose' {
  if (!/\s/.test(text)) return 'text';
  return saysQuery(text) ? 'query' : 'prose';
}

/** The names of code that is no more than an expression, without a parser. */
export function* scanNames(code: string, start: number): Generator<NamePlace> {
  for (const found of code.matchAll(/(["'])((?:\\.|(?!\1)[^\\])*)\1|(?<!\|)\b[A-Za-z_$][\w$]*/g)) {
    const [word, quote, text] = found;
    const at = start + found.index;
    const isMember = code[found.index - 1] === '.';
    const as = quote === undefined ? (isMember ? 'member' : 'name') : textKind(text!);
    yield { start: at, end: at + word.length, as };
  }
}
