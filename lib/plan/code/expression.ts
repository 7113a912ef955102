/** A node of a syntax tree within a unit's lines, with its place in the unit's text. */
export interface Expression {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** The text that `start` and `end` count in. */
  readonly source: string;
  /** Its tokens, without layout. */
  readonly print: string;
  /** All parts in order, marks included. */
  readonly parts: readonly Expression[];
  /** The elements, where it is a list of any kind: arguments, entries, imported names. */
  readonly items?: readonly ListItem[] | undefined;
}

/** An element of a list expression. */
export interface ListItem {
  readonly key: string;
  /** The key is a name that survives a change of the content: a keyword, a route, an entry's key. */
  readonly named: boolean;
  readonly expression: Expression;
}

/** The text of an expression. */
export function expressionText(expression: Expression): string {
  return expression.source.slice(expression.start, expression.end);
}

/** What separates tokens in a print. */
export const tokenSeparator = '\u0001';
