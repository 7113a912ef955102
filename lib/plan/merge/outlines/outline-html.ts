import { tokenSeparator } from '../../code/expression.ts';
import type { Expression } from '../../code/expression.ts';
import { rawElements, scanMarkup } from '../../code/scan-markup.ts';
import type { MarkupToken } from '../../code/scan-markup.ts';
import { rowOf } from '../../lines/line-starts.ts';
import { mapLines, plainUnit, sliceLines } from './tile-units.ts';
import type { LineMap } from './tile-units.ts';
import { rootUnit } from './unit.ts';
import type { Outline, Unit } from './unit.ts';

/** An element, a template block or a single token, with what lies inside. */
interface MarkupNode {
  readonly open: MarkupToken;
  readonly close?: MarkupToken;
  readonly inner: readonly MarkupNode[];
}

/**
 * Reads HTML with Django's or EJS's template tags into elements and blocks.
 *
 * Tags that do not nest (an element opened in one branch and closed in another) make the page invalid here.
 */
export function outlineHtml(text: string): Outline {
  const tokens = scanMarkup(text);
  const nodes = tokens && nestTokens(tokens);
  if (!nodes) return { root: rootUnit(text, []), valid: false };
  const lines = mapLines(text);
  const reader = { lines, rowOf: (offset: number) => rowOf(lines.starts, offset) };
  return { root: rootUnit(text, tileNodes(reader, nodes, 0, lines.starts.length)), valid: true };
}

interface Reader {
  readonly lines: LineMap;
  readonly rowOf: (offset: number) => number;
}

function nestTokens(tokens: readonly MarkupToken[]): MarkupNode[] | undefined {
  const stack: { open: MarkupToken | undefined; inner: MarkupNode[] }[] = [{ open: undefined, inner: [] }];
  for (const token of tokens) {
    const top = stack.at(-1)!;
    if (token.role === 'open') {
      stack.push({ open: token, inner: [] });
    } else if (token.role === 'close') {
      if (top.open?.match !== token.match) return undefined;
      stack.pop();
      stack.at(-1)!.inner.push({ open: top.open, close: token, inner: top.inner });
    } else {
      if (token.role === 'branch' && !top.open?.match.startsWith(token.match)) return undefined;
      top.inner.push({ open: token, inner: [] });
    }
  }
  return stack.length === 1 ? stack[0]!.inner : undefined;
}

/** Tiles the lines from..to; nodes that share a line share a unit. */
function tileNodes(reader: Reader, nodes: readonly MarkupNode[], from: number, to: number): Unit[] {
  const groups: { first: number; last: number; nodes: MarkupNode[] }[] = [];
  for (const node of nodes) {
    const first = reader.rowOf(node.open.start);
    const last = reader.rowOf((node.close ?? node.open).end - 1);
    const group = groups.at(-1);
    if (group && first <= group.last) {
      group.nodes.push(node);
      group.last = Math.max(group.last, last);
    } else groups.push({ first, last, nodes: [node] });
  }
  let row = from;
  const units = groups.map((group) => {
    const unit = groupUnit(reader, group.nodes, row, group.first, group.last + 1);
    row = group.last + 1;
    return unit;
  });
  const rest = sliceLines(reader.lines, row, to);
  return rest === '' ? units : [...units, plainUnit('<end>', rest)];
}

function groupUnit(
  reader: Reader,
  nodes: readonly MarkupNode[],
  leadRow: number,
  from: number,
  to: number,
): Unit {
  const { lines } = reader;
  const lead = sliceLines(lines, leadRow, from);
  const only = nodes.length === 1 ? nodes[0]! : undefined;
  const whole = lineExpression(lines, flatten(nodes), from, to);
  const name = only && findName(only.open);
  const unit: Unit = {
    key: name ?? `=${whole.print}`,
    named: name !== undefined,
    likeness: nodes[0]!.open.match || nodes[0]!.open.role,
    kind: only?.open.match.startsWith('%') ? 'block' : 'element',
    name: name ?? '',
    defines: name?.startsWith('#') ? [name] : [],
    lead,
    text: sliceLines(lines, from, to),
    leadPrint: '',
    print: whole.print,
  };
  const children = only && tileInside(reader, only, from, to);
  return children
    ? { ...unit, children, ordered: rawElements.has(only.open.match) }
    : { ...unit, expression: () => whole };
}

function tileInside(reader: Reader, node: MarkupNode, from: number, to: number): Unit[] | undefined {
  const { lines, rowOf } = reader;
  if (!node.close) return undefined;
  const headEnd = rowOf(node.open.end - 1) + 1;
  const foot = rowOf(node.close.start);
  const [first, last] = [node.inner[0], node.inner.at(-1)];
  if (foot < headEnd || (first && rowOf(first.open.start) < headEnd)) return undefined;
  if (last && rowOf((last.close ?? last.open).end - 1) >= foot) return undefined;
  const edge = (key: string, token: MarkupToken, start: number, end: number): Unit => {
    const whole = lineExpression(lines, [token], start, end);
    return {
      ...plainUnit(key, whole.source.slice(whole.start, whole.end), whole.print),
      expression: () => whole,
    };
  };
  return [
    edge('<head>', node.open, from, headEnd),
    ...tileNodes(reader, node.inner, headEnd, foot),
    edge('<foot>', node.close, foot, to),
  ];
}

/** What names an element or block whatever its content. */
function findName({ match, role, print, parts }: MarkupToken): string | undefined {
  if (match.startsWith('%') || match.startsWith('<%')) return print;
  if (role === 'text' || role === 'branch' || match === '') return role === 'branch' ? print : undefined;
  const attribute = (name: string): string | undefined =>
    parts
      .find((part) => part.print.startsWith(`${name}=`))
      ?.print.slice(name.length + 1)
      .replaceAll(/["']/g, '');
  const id = attribute('id');
  if (id !== undefined) return `#${id}`;
  for (const name of ['name', 'for', 'href', 'src', 'action', 'data-label']) {
    const value = attribute(name);
    if (value !== undefined) return `${match} ${name}=${value}`;
  }
  return ['html', 'head', 'body', 'main', 'header', 'footer', 'thead', 'tbody', 'title'].includes(match)
    ? match
    : undefined;
}

function flatten(nodes: readonly MarkupNode[]): MarkupToken[] {
  return nodes.flatMap(({ open, close, inner }) => [open, ...flatten(inner), ...(close ? [close] : [])]);
}

/** Tokens over whole lines as one expression. */
function lineExpression(
  lines: LineMap,
  tokens: readonly MarkupToken[],
  from: number,
  to: number,
): Expression {
  return {
    type: 'lines',
    start: lines.starts[from] ?? lines.text.length,
    end: lines.starts[to] ?? lines.text.length,
    source: lines.text,
    print: tokens.map(({ print }) => print).join(tokenSeparator),
    parts: tokens,
  };
}
