import type { Parser, TreeCursor } from 'web-tree-sitter';
import { lineStarts } from '../lines/line-starts.ts';
import { tokenSeparator } from './expression.ts';
import type { Expression, ListItem } from './expression.ts';

/** A parsed text: its tree, and whether it parsed without an error. */
export interface ParsedText {
  readonly root: SyntaxNode;
  readonly valid: boolean;
}

/** What a language knows about its lists: the elements of a node, where it is one. */
type ListItems = (node: SyntaxNode) => ListItem[] | undefined;

/** A node of a syntax tree, copied out of the parser; its print and elements are made when asked for. */
export class SyntaxNode implements Expression {
  readonly parts: SyntaxNode[] = [];
  private printed: string | undefined;

  constructor(
    readonly type: string,
    readonly named: boolean,
    /** The field of its parent that it fills. */
    readonly field: string | undefined,
    readonly start: number,
    readonly end: number,
    /** Zero-based lines. */
    readonly startRow: number,
    readonly endRow: number,
    readonly source: string,
    readonly parent: SyntaxNode | undefined,
    readonly listItems: ListItems,
  ) {}

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  get print(): string {
    return (this.printed ??= printNode(this));
  }

  get items(): ListItem[] | undefined {
    return this.listItems(this);
  }

  /** It is more than a mark and no comment. */
  get counts(): boolean {
    return this.named && this.type !== 'comment';
  }

  /** The named parts, comments left out. */
  get nodes(): SyntaxNode[] {
    return this.parts.filter(({ counts }) => counts);
  }

  /** The part that fills a field. */
  part(field: string): SyntaxNode | undefined {
    return this.parts.find((part) => part.field === field);
  }

  /** The same node with other parts. */
  withParts(parts: readonly SyntaxNode[]): SyntaxNode {
    const { type, named, field, start, end, startRow, endRow, source, parent, listItems } = this;
    const copy = new SyntaxNode(type, named, field, start, end, startRow, endRow, source, parent, listItems);
    copy.parts.push(...parts);
    return copy;
  }
}

/** How deep nodes may be nested; a real overflow of the stack would leave the parser's memory in disorder. */
const depthLimit = 2000;

/** Parses a text and copies its tree; throws RangeError where it is nested too deeply. */
export function parseSyntax(parser: Parser, text: string, listItems: ListItems): ParsedText {
  const tree = parser.parse(text);
  if (!tree) throw new Error('The parser has no language.');
  try {
    const valid = !tree.rootNode.hasError;
    const cursor = tree.walk();
    try {
      const copier = {
        cursor,
        source: text,
        starts: lineStarts(text),
        row: 0,
        kinds: kindsOf(parser),
        listItems,
      };
      return { root: copyNode(copier, undefined, depthLimit), valid };
    } finally {
      cursor.delete();
    }
  } finally {
    tree.delete();
  }
}

/** What copying a tree needs. Each question to the cursor goes into the parser's memory and costs more than all the rest. */
interface Copier {
  readonly cursor: TreeCursor;
  readonly source: string;
  /** Where each line starts. */
  readonly starts: readonly number[];
  /** The line that was found last. */
  row: number;
  /** By the number of a type: its name, and whether it is more than a mark. */
  readonly kinds: Map<number, readonly [type: string, named: boolean]>;
  readonly listItems: ListItems;
}

const kindsByParser = new WeakMap<Parser, Copier['kinds']>();

function kindsOf(parser: Parser): Copier['kinds'] {
  let kinds = kindsByParser.get(parser);
  if (!kinds) kindsByParser.set(parser, (kinds = new Map()));
  return kinds;
}

/** The line of an offset; offsets mostly grow from question to question. */
function rowAt(copier: Copier, offset: number): number {
  const { starts } = copier;
  let { row } = copier;
  while (row > 0 && starts[row]! > offset) row--;
  while (row + 1 < starts.length && starts[row + 1]! <= offset) row++;
  return (copier.row = row);
}

function copyNode(copier: Copier, parent: SyntaxNode | undefined, depth: number): SyntaxNode {
  if (depth === 0) throw new RangeError('nested too deeply');
  const { cursor, source, kinds, listItems } = copier;
  const id = cursor.nodeTypeId;
  let kind = kinds.get(id);
  if (!kind) kinds.set(id, (kind = [cursor.nodeType, cursor.nodeIsNamed]));
  const [type, named] = kind;
  const [start, end] = [cursor.startIndex, cursor.endIndex];
  const field = named ? (cursor.currentFieldName ?? undefined) : undefined;
  const startRow = rowAt(copier, start);
  const node = new SyntaxNode(
    type,
    named,
    field,
    start,
    end,
    startRow,
    rowAt(copier, end),
    source,
    parent,
    listItems,
  );
  if (!verbatim.has(type) && cursor.gotoFirstChild()) {
    do node.parts.push(copyNode(copier, node, depth - 1));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  if (type === 'import_from_statement') groupNames(node);
  return node;
}

/** Makes one list node of the names that a Python import takes, bracketed or not. */
function groupNames(statement: SyntaxNode): void {
  const at = statement.parts.findIndex(({ type }) => type === 'import') + 1;
  const names = statement.parts.slice(at);
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return;
  const group = new SyntaxNode(
    'import_names',
    true,
    undefined,
    first.start,
    last.end,
    first.startRow,
    last.endRow,
    statement.source,
    statement,
    statement.listItems,
  );
  group.parts.push(...names);
  statement.parts.splice(at, names.length, group);
}

/** Nodes that are one token, whatever is inside. */
const verbatim = new Set(['string', 'template_string', 'concatenated_string', 'comment', 'regex']);

const closers = new Set([')', ']', '}']);

/** The tokens of a node without layout: no optional commas, semicolons and brackets, one quote style. */
function printNode(node: SyntaxNode): string {
  if (node.parts.length === 0) return printToken(node);
  const tokens = node.parts
    .filter((part, index) => !isOptional(part, node, index))
    .map(({ print }) => print)
    .filter((print) => print !== '');
  if (node.type === 'block') return ['{', ...tokens, '}'].join(tokenSeparator);
  return tokens.join(tokenSeparator);
}

function isOptional(part: SyntaxNode, node: SyntaxNode, index: number): boolean {
  if (part.type === ';') return node.type !== 'for_statement';
  if (part.type === '(' || part.type === ')') return isLoneParameter(node);
  if (part.type !== ',') return false;
  const follower = node.parts.slice(index + 1).find(({ type }) => type !== 'comment');
  return (
    follower !== undefined &&
    closers.has(follower.type) &&
    !(node.type === 'tuple' && node.nodes.length === 1)
  );
}

/** Claims that `(x)` is all that an arrow function takes: `x` says the same. */
function isLoneParameter({ type, parent, parts, nodes }: SyntaxNode): boolean {
  if (type !== 'formal_parameters' || parent?.type !== 'arrow_function') return false;
  return parts.length === 3 && nodes[0]?.type === 'identifier';
}

function printToken(node: SyntaxNode): string {
  const { text, type } = node;
  if (type === 'string') return text.replace(/^([a-z]*)'([^'"\\\n]*)'$/i, '$1"$2"');
  if (type === 'comment') return text.replace(/\s+/g, ' ').trim();
  if (type === 'jsx_text') return text.replace(/\s+/g, ' ');
  return text;
}
