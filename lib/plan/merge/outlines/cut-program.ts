import type { BlockStatement, Program } from 'acorn';
import type { Container, Stretch } from './piece.ts';

/** Statements of a program, and where in the program's text their stretch starts. */
export interface KnownStatements {
  readonly statements: Program['body'];
  readonly offset: number;
}

/**
 * Cuts a text between statements, after the last line of each.
 *
 * @param offset where in the program the text starts
 */
export function cutStatements(
  text: string,
  statements: Program['body'],
  offset: number,
): Stretch<KnownStatements>[] {
  const stretches: Stretch<KnownStatements>[] = [];
  let [start, first] = [0, 0];
  const push = (end: number, after: number): void => {
    const known = { statements: statements.slice(first, after), offset: offset + start };
    stretches.push({ text: text.slice(start, end), known });
    [start, first] = [end, after];
  };
  for (const [at, statement] of statements.slice(0, -1).entries()) {
    const end = text.indexOf('\n', statement.end - offset) + 1;
    if (end > 0 && statements[at + 1]!.start - offset >= end) push(end, at + 1);
  }
  push(text.length, statements.length);
  return stretches;
}

/** Takes a call apart whose last argument is a function with statements on lines of their own: `describe(…)`. */
export function cutCallback({
  text,
  known: { statements, offset },
}: Stretch<KnownStatements>): Container<KnownStatements> | undefined {
  const body = statements.length === 1 ? findCallback(statements[0]!) : undefined;
  const [first, last] = [body?.body[0], body?.body.at(-1)];
  if (!body || !first || !last) return undefined;
  const start = text.indexOf('\n', body.start - offset) + 1;
  const end = text.indexOf('\n', last.end - offset) + 1;
  const isApart = start > 0 && end > 0 && first.start - offset >= start && body.end - 1 - offset >= end;
  if (!isApart || /[^ \t]/.test(text.slice(end, body.end - 1 - offset))) return undefined;
  return {
    frame: text.slice(0, start) + text.slice(end),
    inner: cutStatements(text.slice(start, end), body.body, offset + start),
  };
}

function findCallback(statement: Program['body'][number]): BlockStatement | undefined {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression')
    return undefined;
  const last = statement.expression.arguments.at(-1);
  const isFunction = last?.type === 'ArrowFunctionExpression' || last?.type === 'FunctionExpression';
  return isFunction && last.body.type === 'BlockStatement' ? last.body : undefined;
}
