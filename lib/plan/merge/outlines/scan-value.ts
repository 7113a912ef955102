import { tokenSeparator } from '../../code/expression.ts';
import type { Expression, ListItem } from '../../code/expression.ts';

const token = /\s+|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[\]{},:=]|[^\s[\]{},:="'#]+/y;

/**
 * Reads a JSON or TOML value (arrays, objects, scalars) into an expression.
 *
 * @param start offset of the value in `source`
 * @param entryMark what stands between a key and its value
 * @returns undefined where the text is not one value up to `end`
 */
export function scanValue(
  source: string,
  start: number,
  end: number,
  entryMark: ':' | '=',
): Expression | undefined {
  const tokens = scanTokens(source, start, end);
  if (!tokens) return undefined;
  const reader = { tokens, at: 0, entryMark };
  const value = readValue(reader);
  return value && reader.at === tokens.length ? value : undefined;
}

interface Reader {
  readonly tokens: readonly Expression[];
  at: number;
  readonly entryMark: ':' | '=';
}

function scanTokens(source: string, start: number, end: number): Expression[] | undefined {
  const tokens: Expression[] = [];
  token.lastIndex = start;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const found = token.exec(source);
    if (!found || token.lastIndex > end) return undefined;
    if (/^[\s#]/.test(found[0])) continue;
    const type = /^[[\]{},:=]$/.test(found[0]) ? found[0] : 'scalar';
    tokens.push({ type, start: from, end: token.lastIndex, source, print: found[0], parts: [] });
  }
  return tokens;
}

function readValue(reader: Reader): Expression | undefined {
  const open = reader.tokens[reader.at++];
  if (!open) return undefined;
  if (open.type === 'scalar') return open;
  if (open.type !== '[' && open.type !== '{') return undefined;
  const closeType = open.type === '[' ? ']' : '}';
  const parts: Expression[] = [open];
  const items: ListItem[] = [];
  for (let next = reader.tokens[reader.at]; next; next = reader.tokens[reader.at]) {
    if (next.type === closeType) {
      reader.at++;
      return joinParts(open.type === '[' ? 'array' : 'object', [...parts, next], items);
    }
    if (next.type === ',') {
      parts.push(next);
      reader.at++;
      continue;
    }
    const item = open.type === '{' ? readEntry(reader) : readValue(reader);
    if (!item) return undefined;
    parts.push(item);
    items.push(
      open.type === '{'
        ? { key: item.parts[0]!.print, named: true, expression: item }
        : { key: `=${item.print}`, named: false, expression: item },
    );
  }
  return undefined;
}

function readEntry(reader: Reader): Expression | undefined {
  const key = reader.tokens[reader.at++];
  const mark = reader.tokens[reader.at++];
  if (key?.type !== 'scalar' || mark?.type !== reader.entryMark) return undefined;
  const value = readValue(reader);
  return value && joinParts('entry', [key, mark, value]);
}

/** Makes one expression of parts in order; a comma before a closing bracket is not printed. */
function joinParts(type: string, parts: readonly Expression[], items?: readonly ListItem[]): Expression {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const print = parts
    .filter((part, index) => part.type !== ',' || index < parts.length - 2)
    .map((part) => part.print)
    .join(tokenSeparator);
  return { type, start: first.start, end: last.end, source: first.source, print, parts, items };
}
