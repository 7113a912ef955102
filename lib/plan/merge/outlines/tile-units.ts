import { tokenSeparator } from '../../code/expression.ts';
import type { Expression } from '../../code/expression.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import { lineStarts } from '../../lines/line-starts.ts';
import { printText } from './unit.ts';
import type { Unit } from './unit.ts';

/** What a language tells about a statement, without its place. */
export type UnitFacts = Pick<Unit, 'key' | 'named' | 'kind' | 'name' | 'defines' | 'likeness' | 'registers'>;

/** The facts of a statement that a name tells apart from its siblings. */
export function named(key: string, kind: string, name: string, defines: readonly string[]): UnitFacts {
  return { key, named: true, kind, name, defines };
}

/** The facts of a statement that nothing but its content tells apart. */
export function anonymous(node: SyntaxNode): UnitFacts {
  return { key: `=${node.print}`, named: false, kind: 'statement', name: '', defines: [] };
}

/** How a language turns a statement into a unit: its facts, and its children where it has some. */
export interface UnitReader {
  readonly facts: (node: SyntaxNode) => UnitFacts;
  /** The parts of a statement that are statements themselves, and where they lie; undefined for a leaf. */
  readonly nest: (node: SyntaxNode) => Nest | undefined;
  /** How the statements inside a statement are read. */
  readonly inside: (node: SyntaxNode) => UnitReader;
}

/** The statements inside a statement: a class body, a function body. */
export interface Nest {
  readonly decorators: readonly SyntaxNode[];
  /** The node that the head belongs to, after the decorators. */
  readonly owner: SyntaxNode;
  /** The block of statements, a part of the owner. */
  readonly body: SyntaxNode;
  /** The line of the head's last mark. */
  readonly openRow: number;
  /** The line that closes the body, where one does. */
  readonly footRow?: number;
  readonly ordered: boolean;
}

/** The lines of a text, and the offsets where they start. */
export interface LineMap {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Notes where each line of a text starts. */
export function mapLines(text: string): LineMap {
  return { text, starts: lineStarts(text) };
}

/** The whole lines from..to, `to` not included. */
export function sliceLines({ text, starts }: LineMap, from: number, to: number): string {
  return text.slice(starts[from] ?? text.length, starts[to] ?? text.length);
}

/**
 * Tiles the lines from..to with units for statements in order; comments and blank lines go to the unit below.
 *
 * Returns undefined where two statements share a line.
 */
export function tileUnits(
  lines: LineMap,
  nodes: readonly SyntaxNode[],
  from: number,
  to: number,
  reader: UnitReader,
): Unit[] | undefined {
  const units: Unit[] = [];
  let row = from;
  for (const node of nodes) {
    if (node.startRow < row) return undefined;
    const end = endRow(node, lines, to);
    units.push(readUnit(lines, node, row, end, reader));
    row = end;
  }
  const rest = sliceLines(lines, row, to);
  if (rest !== '') units.push(plainUnit('<end>', rest));
  return units;
}

/** A unit of lines that have no name of their own: a head, a foot, what follows the last statement. */
export function plainUnit(key: string, text: string, print = printText(text), expression?: SyntaxNode): Unit {
  return {
    key,
    named: true,
    kind: 'lines',
    name: '',
    defines: [],
    lead: '',
    text,
    leadPrint: '',
    print,
    ...(expression ? { expression: () => expression } : {}),
  };
}

/** The line after a statement; comments indented under it belong to it. */
function endRow(node: SyntaxNode, lines: LineMap, limit: number): number {
  let end = node.endRow + 1;
  const last = deepestLast(node);
  const indent = last.start - (lines.starts[last.startRow] ?? 0);
  if (last === node || indent === 0) return end;
  for (let row = end; row < limit; row++) {
    const line = sliceLines(lines, row, row + 1);
    const found = /^(\s*)(#|\/\/)/.exec(line);
    if (found && found[1]!.length >= indent) end = row + 1;
    else if (line.trim() !== '') break;
  }
  return end;
}

/** The last statement of the last block of a node: what its trailing comments are indented to. */
function deepestLast(node: SyntaxNode): SyntaxNode {
  const block = node.parts.findLast(
    ({ type }) => type === 'block' || type === 'class_definition' || type === 'function_definition',
  );
  if (!block) return node;
  if (block.type !== 'block') return deepestLast(block);
  return block.nodes.at(-1) ?? node;
}

function readUnit(lines: LineMap, node: SyntaxNode, from: number, to: number, reader: UnitReader): Unit {
  const lead = sliceLines(lines, from, node.startRow);
  const text = sliceLines(lines, node.startRow, to);
  const after = text.slice(node.end - (lines.starts[node.startRow] ?? 0));
  const unit: Unit = {
    ...reader.facts(node),
    lead,
    text,
    leadPrint: printText(lead),
    print:
      after.trim() === '' || after.trim() === ';'
        ? node.print
        : [node.print, printText(after)].join(tokenSeparator),
  };
  const nest = reader.nest(node);
  const children = nest && tileNest(lines, node, nest, to, reader);
  if (nest && children) return { ...unit, children, ordered: nest.ordered };
  return { ...unit, expression: () => wholeLines(lines, node, to) };
}

function tileNest(
  lines: LineMap,
  node: SyntaxNode,
  nest: Nest,
  to: number,
  reader: UnitReader,
): Unit[] | undefined {
  const { owner, body, openRow } = nest;
  const inner = body.nodes;
  const foot = nest.footRow ?? to;
  const first = inner[0]?.startRow ?? foot;
  if (first <= openRow || (nest.footRow === undefined && inner.length === 0)) return undefined;
  let headEnd = first;
  while (headEnd - 1 > openRow && isCommentOrBlank(sliceLines(lines, headEnd - 1, headEnd))) headEnd--;
  const decorators = tileUnits(lines, nest.decorators, node.startRow, owner.startRow, reader);
  const children = tileUnits(lines, inner, headEnd, foot, reader.inside(node));
  if (!decorators || !children) return undefined;
  return [
    ...decorators,
    headUnit(lines, owner, body, headEnd),
    ...children,
    ...(nest.footRow === undefined
      ? []
      : [plainUnit('<foot>', sliceLines(lines, foot, to), printFoot(sliceLines(lines, foot, to)))]),
  ];
}

/** What closes a body, without the marks that only some styles write. */
function printFoot(text: string): string {
  return printText(text.replace(/[;,]\s*$/gm, ''));
}

function isCommentOrBlank(line: string): boolean {
  return /^\s*(#|\/\/|\/?\*|$)/.test(line);
}

function headUnit(lines: LineMap, owner: SyntaxNode, body: SyntaxNode, headEnd: number): Unit {
  const head = cutBody(owner, body);
  const start = lines.starts[owner.startRow] ?? 0;
  const end = lines.starts[headEnd] ?? lines.text.length;
  const rest = restPart(lines.text, Math.min(head.end, end), end);
  const print = [head.print, rest.print].join(tokenSeparator);
  const expression = { type: 'head', start, end, source: lines.text, print, parts: [head, rest] };
  return { ...plainUnit('<head>', lines.text.slice(start, end), print), expression: () => expression };
}

/** A copy of a node that ends where its body begins. */
function cutBody(node: SyntaxNode, body: SyntaxNode): Expression {
  const opening = body.parts[0]?.type === '{' ? body.parts[0] : undefined;
  const parts: Expression[] = [];
  for (const part of node.parts) {
    if (part === body) {
      if (opening) parts.push(opening);
      break;
    }
    const holdsBody = part.start <= body.start && part.end >= body.end;
    parts.push(holdsBody ? cutBody(part, body) : part);
    if (holdsBody) break;
  }
  const { type, start, source } = node;
  const print = parts.map((part) => part.print).join(tokenSeparator);
  return { type: `head of ${type}`, start, end: parts.at(-1)?.end ?? start, source, print, parts };
}

/** The expression of a statement, stretched over the whole lines of its unit; a comment after it is a part. */
function wholeLines(lines: LineMap, node: SyntaxNode, to: number): Expression {
  const { text: source, starts } = lines;
  const end = starts[to] ?? source.length;
  const rest = restPart(source, node.end, end);
  const print = [node.print, rest.print].join(tokenSeparator);
  return { type: 'lines', start: starts[node.startRow] ?? 0, end, source, print, parts: [node, rest] };
}

function restPart(source: string, start: number, end: number): Expression {
  return { type: 'rest', start, end, source, print: printText(source.slice(start, end)), parts: [] };
}
